"""The articles that a request selects, by set and by the moment of their last change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import override

from articles.models import Issue, Journal, Listing, Section
from articles.queries.record_facts import text_of
from articles.records.languages import LANGUAGES, prefer

from .arguments import Span
from .errors import OaiError

KEY = re.compile(r"[1-9][0-9]{0,17}")


class OaiSet(NamedTuple):
    spec: str
    name: str


def sets() -> Iterator[OaiSet]:
    """A set for each journal, issue and section with a public article, and for each language."""
    journals = Journal.objects.filter(listings__isnull=False).distinct().in_order()
    for journal in journals:
        yield OaiSet(f"journal:{journal.slug}", journal_name(journal))
    issues = Issue.objects.filter(listings__isnull=False).distinct().select_related("journal")
    for issue in issues.order_by("pk"):
        yield OaiSet(f"journal:{issue.journal.slug}:issue-{issue.pk}", issue_name(issue))
    for section in Section.objects.filter(listings__isnull=False).distinct().order_by("pk"):
        yield OaiSet(f"section:{section.pk}", prefer(text_of(section, "title")) or str(section))
    for code in LANGUAGES:
        yield OaiSet(f"language:{code}", code)


def journal_name(journal: Journal) -> str:
    """The same whatever the language of the request."""
    return prefer(text_of(journal, "name")) or journal.slug


def issue_name(issue: Issue) -> str:
    """In Kazakh, whatever the language of the request."""
    with override(LANGUAGES[0]):
        return f"{journal_name(issue.journal)}, {issue.year}, {issue.label}"


class HeaderRow(NamedTuple):
    """The columns that a header needs: a tuple, which costs a fifth of a model instance."""

    article_id: int
    status: str
    changed_at: datetime
    language: str
    issue_id: int | None
    section_id: int | None
    journal__slug: str


def header_rows(listings: QuerySet[Listing]) -> list[HeaderRow]:
    return [HeaderRow(*row) for row in listings.values_list(*HeaderRow._fields)]


def sets_of(listing: HeaderRow) -> list[str]:
    """The sets of an article: of its journal, its language, its issue and its section."""
    slug = listing.journal__slug
    specs = [f"journal:{slug}", f"language:{listing.language}"]
    if listing.issue_id:
        specs.append(f"journal:{slug}:issue-{listing.issue_id}")
    if listing.section_id:
        specs.append(f"section:{listing.section_id}")
    return specs


def in_set(listings: QuerySet[Listing], spec: str) -> QuerySet[Listing]:
    """The listings of a set; none for a set that does not exist."""
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


def selected_listings(span: Span, spec: str | None) -> QuerySet[Listing]:
    """The listings of a set that changed within the period; withdrawn ones, too."""
    listings = Listing.objects.listable()
    if span.start:
        listings = listings.filter(changed_at__gte=span.start)
    if span.end:
        listings = listings.filter(changed_at__lt=span.end)
    return in_set(listings, spec) if spec else listings


def identifier(article: int) -> str:
    """oai:journal.example.org:articles/5"""
    return f"oai:{settings.SITE_HOST.partition(':')[0]}:articles/{article}"


def article_of(value: str) -> int:
    """The key of the article with this identifier; raises OaiError idDoesNotExist."""
    stem = identifier(0).removesuffix("0")
    article = key(value.removeprefix(stem)) if value.startswith(stem) else None
    if not article:
        raise OaiError("idDoesNotExist", "No record has this identifier.")
    return article


def key(value: str) -> int | None:
    """A primary key; None for what is none, as `007`, and for a number that no column holds."""
    return int(value) if KEY.fullmatch(value) else None
