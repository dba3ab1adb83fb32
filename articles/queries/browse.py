"""What the search page offers before anything is typed: years and sections, with counts.

Of one journal, or of all.
"""

from __future__ import annotations

from django.db.models import Count, QuerySet
from django.db.models.functions import Coalesce, ExtractYear

from articles.models.issue import Section
from articles.models.journal import Journal
from articles.models.listing import Listing


def article_counts_by_year(journal: Journal | None = None) -> list[tuple[int, int]]:
    """Return years with counts, the newest first; an article without an issue has its own year."""
    year = Coalesce("issue__year", ExtractYear("published_on"))
    years = listings_of(journal).values_list(year)
    return sorted(years.annotate(count=Count("pk")), reverse=True)


def article_counts_by_section(journal: Journal | None = None) -> list[tuple[Section, int]]:
    """Return sections with counts, in the order of the journals, then of their sections."""
    listings = listings_of(journal).filter(section__isnull=False)
    counts = dict(listings.values_list("section").annotate(count=Count("pk")))
    sections = Section.objects.filter(pk__in=counts).select_related("journal")
    ordered = sections.order_by("journal__slug", "order", "pk")
    return [(section, counts[section.pk]) for section in ordered]


def listings_of(journal: Journal | None) -> QuerySet[Listing]:
    """Public listings of a journal, or of all; unordered, so that they can be counted in groups."""
    listings = Listing.objects.readable().listable().order_by()
    return listings.filter(journal=journal) if journal else listings
