"""Which articles a harvester is given: public ones, by set and by the moment they changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from django.conf import settings
from django.db.models import QuerySet

from articles.models import Issue, Journal, Listing, Section
from articles.queries.record_facts import text_of
from articles.records.languages import LANGUAGES, prefer

from .arguments import Span
from .errors import OaiError


class OaiSet(NamedTuple):
    spec: str
    name: str


def sets() -> Iterator[OaiSet]:
    """Of journals, their issues, sections and languages: those with something public."""
    journals = Journal.objects.filter(listings__isnull=False).distinct().in_order()
    for journal in journals:
        yield OaiSet(f"journal:{journal.slug}", str(journal))
    issues = Issue.objects.filter(listings__isnull=False).distinct().select_related("journal")
    for issue in issues.order_by("pk"):
        yield OaiSet(f"journal:{issue.journal.slug}:issue-{issue.pk}", str(issue))
    for section in Section.objects.filter(listings__isnull=False).distinct().order_by("pk"):
        yield OaiSet(f"section:{section.pk}", prefer(text_of(section, "title")) or str(section))
    for code in LANGUAGES:
        yield OaiSet(f"language:{code}", code)


class Listed(NamedTuple):
    """What a header says of an article: a row of values, which costs a fifth of a model."""

    article_id: int
    status: str
    changed_at: datetime
    language: str
    issue_id: int | None
    section_id: int | None
    journal__slug: str


def listed_of(listings: QuerySet[Listing]) -> list[Listed]:
    return [Listed(*row) for row in listings.values_list(*Listed._fields)]


def sets_of(listing: Listed) -> list[str]:
    """A record names its journal's set, its issue's below it, its section's and its language's."""
    slug = listing.journal__slug
    specs = [f"journal:{slug}", f"language:{listing.language}"]
    if listing.issue_id:
        specs.append(f"journal:{slug}:issue-{listing.issue_id}")
    if listing.section_id:
        specs.append(f"section:{listing.section_id}")
    return specs


def in_set(listings: QuerySet[Listing], spec: str) -> QuerySet[Listing]:
    """A set that does not exist has no records."""
    match spec.split(":"):
        case ["journal", slug]:
            return listings.filter(journal__slug=slug)
        case ["journal", slug, issue] if issue.startswith("issue-") and key(issue[6:]):
            return listings.filter(journal__slug=slug, issue=key(issue[6:]))
        case ["section", section] if key(section):
            return listings.filter(section=key(section))
        case ["language", code]:
            return listings.filter(language=code)
    return listings.none()


def selected(span: Span, spec: str | None) -> QuerySet[Listing]:
    listings = Listing.objects.all()
    if span.start:
        listings = listings.filter(changed_at__gte=span.start)
    if span.end:
        listings = listings.filter(changed_at__lt=span.end)
    return in_set(listings, spec) if spec else listings


def identifier(article: int) -> str:
    return f"oai:{settings.SITE_HOST.partition(':')[0]}:articles/{article}"


def article_of(value: str) -> int:
    """Raises OaiError idDoesNotExist."""
    stem = identifier(0).removesuffix("0")
    if not value.startswith(stem) or not (found := key(value.removeprefix(stem))):
        raise OaiError("idDoesNotExist", "No record has this identifier.")
    return found


def key(value: str) -> int | None:
    """A primary key that a table can hold, or None."""
    if value.isascii() and value.isdigit() and len(value) <= 18:
        return int(value)
    return None
