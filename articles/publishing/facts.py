"""Facts of a journal, an issue or a section that public records show: they change with them."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from articles.dois import mark_possibly_changed
from articles.models import Article, Listing


@transaction.atomic
def touch_public(**where: object) -> int:
    """Moves changed_at of the public articles of `journal`, `issue` or `section`; how many.

    Few statements, however many articles: harvesters ask for what changed, and the worker for
    what Crossref should be told.
    """
    now = timezone.now()
    listings = Listing.objects.filter(**where)
    articles = Article.objects.filter(pk__in=listings.values("pk"))
    articles.update(changed_at=now)
    mark_possibly_changed(articles)
    return listings.update(changed_at=now)
