"""Facts of a journal, an issue or a section that public records show: they change with them."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from articles.models import Article, Listing


@transaction.atomic
def touch_public(**where: object) -> int:
    """Moves changed_at of the public articles of `journal`, `issue` or `section`; how many.

    One statement a table, however many articles: harvesters ask for what changed.
    """
    now = timezone.now()
    listings = Listing.objects.filter(**where)
    Article.objects.filter(pk__in=listings.values("pk")).update(changed_at=now)
    return listings.update(changed_at=now)
