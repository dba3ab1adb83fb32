"""What the search page offers before anything is typed: years and sections, with counts."""

from __future__ import annotations

from django.db.models import Count
from django.db.models.functions import Coalesce, ExtractYear

from articles.models.issue import Section
from articles.models.listing import Listing


def article_counts_by_year() -> list[tuple[int, int]]:
    """The newest year first; the issue's year, or of an article without an issue its own."""
    year = Coalesce("issue__year", ExtractYear("published_on"))
    years = Listing.objects.readable().listable().order_by().values_list(year)
    return sorted(years.annotate(count=Count("pk")), reverse=True)


def article_counts_by_section() -> list[tuple[Section, int]]:
    """In the order of the journals, then of their sections."""
    listings = Listing.objects.readable().listable().filter(section__isnull=False).order_by()
    counts = dict(listings.values_list("section").annotate(count=Count("pk")))
    sections = Section.objects.filter(pk__in=counts).select_related("journal")
    ordered = sections.order_by("journal__slug", "order", "pk")
    return [(section, counts[section.pk]) for section in ordered]
