"""The most read articles of each journal, for its home page: worked out once after each count."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from articles.models import Article, MostReadArticle, PublicState, Usage

DAYS = 90
ARTICLES = 5  # of each journal

Ranking = list[tuple[int, int]]  # articles with their views, the most read first


@transaction.atomic
def update_most_read() -> None:
    """Pages change only where the list does."""
    current = current_rankings()
    new = new_rankings()
    changed = {key for key in current.keys() | new.keys() if current.get(key) != new.get(key)}
    MostReadArticle.objects.filter(journal__in=changed).delete()
    MostReadArticle.objects.bulk_create(
        MostReadArticle(journal_id=journal, article_id=article, views=views)
        for journal in changed
        for article, views in new.get(journal, [])
    )
    for journal in changed:
        PublicState.objects.record_change(journal)


def current_rankings() -> dict[int, Ranking]:
    rankings: dict[int, Ranking] = defaultdict(list)
    rows = MostReadArticle.objects.order_by("-views", "article")
    for journal, article, views in rows.values_list("journal", "article", "views"):
        rankings[journal].append((article, views))
    return rankings


def new_rankings() -> dict[int, Ranking]:
    """By views in the last 90 days on this site; of journals that show them."""
    rankings: dict[int, Ranking] = defaultdict(list)
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
            rankings[journal].append((article, views))
    return rankings
