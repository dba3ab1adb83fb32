"""The name and texts of the site, for pages that belong to no journal."""

from __future__ import annotations

from articles.models.portal import Portal


def site_portal() -> Portal:
    """One query; without a row, one without texts."""
    return Portal.objects.first() or Portal()
