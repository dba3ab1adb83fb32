"""What state public pages are in: one query tells whether a page that was made before still holds.

Each function takes the keyword arguments of the view, and returns None where nothing is public.
"""

from __future__ import annotations

from django.db.models import Sum

from articles.models.listing import Listing
from articles.models.public_state import PublicState


def site_state(**arguments: object) -> int | None:
    """For pages that show several journals, or people and keywords of all."""
    return PublicState.objects.total()


def journal_state(journal: str, **arguments: object) -> int | None:
    """For pages below the address of one journal."""
    return PublicState.objects.filter(journal__slug=journal).total()


def article_state(pk: int, **arguments: object) -> int | None:
    """The state of its journal; of the site where the article names others, of any journal."""
    rows = Listing.objects.public().filter(article=pk).order_by()
    row = rows.values_list("stored", Sum("journal__public_states__number")).first()
    if row is None:
        return None
    stored, total = row
    has_relations = '"relations"' in stored
    return site_state() if has_relations or total is None else int(total)
