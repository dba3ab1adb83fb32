"""News as pages need them: one query for each list, whatever its length."""

from __future__ import annotations

from django.db.models import Q

from articles.models.journal import Journal
from articles.models.news import News

ON_HOME = 3
ON_PAGE = 20


def home_news(journal: Journal) -> list[News]:
    """The newest that are not over, the pinned ones before the others."""
    rows = News.objects.current().filter(journal=journal)
    return list(rows.order_by("-is_pinned", "-published_on", "-pk")[:ON_HOME])


def news_on_page(journal: Journal, number: int) -> tuple[list[News], bool]:
    """The rows of this page of the list, from 1, and whether there is a page after it."""
    first = (number - 1) * ON_PAGE
    newest = News.objects.public().filter(journal=journal).newest_first()
    rows = list(newest[first : first + ON_PAGE + 1])
    return rows[:ON_PAGE], len(rows) > ON_PAGE


def news_around(item: News) -> tuple[News | None, News | None]:
    """The one before it and the one after it, without their texts."""
    of_journal = News.objects.public().filter(journal=item.journal_id)
    others = of_journal.defer("text", "text_kk", "text_ru", "text_en")
    same_day = Q(published_on=item.published_on)
    older = others.filter(Q(published_on__lt=item.published_on) | same_day & Q(pk__lt=item.pk))
    newer = others.filter(Q(published_on__gt=item.published_on) | same_day & Q(pk__gt=item.pk))
    return older.newest_first().first(), newer.order_by("published_on", "pk").first()


def newest_news(journal: Journal, most: int) -> list[News]:
    """The newest ones for the feed, also those that are over."""
    return list(News.objects.public().filter(journal=journal).newest_first()[:most])
