"""The months of the newest articles, or of the oldest: numbers that the index of the search has."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from articles.models import Listing


def months_of(article_count: int, is_oldest_first: bool) -> list[int] | None:
    """Return the newest (or oldest) months that have more articles than that together.

    None if there are not so many articles.
    """
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
    """Return the number of a month, as `articles.models.search.Month` computes it in SQL."""
    return day.year * 12 + day.month
