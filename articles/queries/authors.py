"""The public articles of an author."""

from __future__ import annotations

from articles.models.listing import Listing

ARTICLES = 500  # on one page


def articles_by_author(author_id: int) -> list[Listing]:
    """The newest first, each with its issue."""
    return list(Listing.objects.public().by_author(author_id).for_index()[:ARTICLES])
