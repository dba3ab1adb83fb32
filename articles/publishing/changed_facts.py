"""Public articles change with the facts of their journal, issue and section."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from articles.dois import mark_possibly_changed
from articles.models import Article, Listing


@transaction.atomic
def mark_articles_changed(**where: object) -> int:
    """Set changed_at of the public articles of a `journal`, `issue` or `section`; return how many.

    Harvesters ask by changed_at; the worker compares the deposits. The page cache
    does not need it: it follows models.PublicState. Four statements for any number of articles.
    """
    now = timezone.now()
    listings = Listing.objects.filter(**where)
    articles = Article.objects.filter(pk__in=listings.values("pk"))
    articles.update(changed_at=now)
    mark_possibly_changed(articles)
    return listings.update(changed_at=now)
