"""The months of the newest articles, or of the oldest: numbers that the index of the search has."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from articles.models import Listing


def months_of(article_count: int, is_oldest_first: bool) -> list[int] | None:
    """The months that have more articles than that; None if all have not."""
    today = timezone.localdate()
    order = "published_on" if is_oldest_first else "-published_on"
    articles = Listing.objects.filter(published_on__lte=today).order_by(order)
    days = articles.values_list("published_on", flat=True)
    farthest = list(days[article_count : article_count + 1])
    if not farthest:
        return None
    first, last = sorted((days[0] if is_oldest_first else today, farthest[0]))
    return list(range(month_number(first), month_number(last) + 1))


def month_number(day: date) -> int:
    """As `articles.models.search.Month` has it."""
    return day.year * 12 + day.month
