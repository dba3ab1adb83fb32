"""The most read articles of each journal, for its home page: worked out once after each count."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from articles.models import Article, Journal, PublicState, Usage

DAYS = 90
ARTICLES = 5  # of each journal


@transaction.atomic
def update_most_read() -> None:
    """Pages change only where the list does."""
    rankings = new_rankings()
    for pk, old in Journal.objects.values_list("pk", "most_read"):
        new = rankings.get(pk, [])
        if new != old:
            Journal.objects.filter(pk=pk).update(most_read=new)
            PublicState.objects.record_change(pk)


def new_rankings() -> dict[int, list[list[int]]]:
    """Articles with their views in the last 90 days on this site, of journals that show them."""
    rankings: dict[int, list[list[int]]] = defaultdict(list)
    lately = Usage.objects.filter(
        source=Usage.Source.SITE,
        kind=Usage.Kind.TOTAL_INVESTIGATIONS,
        day__gt=timezone.localdate() - timedelta(days=DAYS),
        article__status__in=Article.READABLE,
        article__journal__shows_usage=True,
    )
    totals = lately.values_list("article__journal", "article").annotate(views=Sum("count"))
    for journal, article, views in totals.order_by("-views", "article").iterator():
        if len(rankings[journal]) < ARTICLES:
            rankings[journal].append([article, views])
    return rankings
