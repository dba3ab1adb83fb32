"""What preflight compares an article with: others of its issue, names printed earlier.

Two queries for any number of articles, and one if the site made the PDF of one of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from articles.exports.edition.galleys import accepted_galley
from articles.models.article import Article
from articles.models.parts import Authorship
from articles.models.people import NAME_PARTS, Author
from articles.preflight import EarlierName, Neighbour, Neighbours
from articles.queries.pdf_designs import pdf_designs, slug_of
from articles.records.languages import LANGUAGES, Language
from articles.records.names import Name
from articles.records.record import Record

TITLES = tuple(f"title_{code}" for code in LANGUAGES)
NAMES = tuple(f"{part}_{code}" for code in LANGUAGES for part in NAME_PARTS)
NAMES_AT_MOST = 2_000  # for all records together, those printed last


def neighbours_of(
    records: Sequence[Record], today: date | None = None
) -> dict[int | None, Neighbours]:
    """The neighbours of each record, by its `id`; None is the key of one that is not saved yet."""
    rows = _articles(records)
    by_issue = _by_issue(rows)
    scheduled = {row.pk: timezone.localdate(row.hour) for row in rows if row.hour}
    archived = {row.pk for row in rows if row.is_archived}
    names = _earlier_names(records)
    with_pdf = [record for record in records if accepted_galley(record, "pdf")]
    designs = pdf_designs(with_pdf) if with_pdf else {}
    return {
        record.id: Neighbours(
            articles=tuple(
                row.neighbour for row in by_issue.get(record.issue_id, ()) if row.pk != record.id
            ),
            earlier_names=tuple(name for pk, name in names if pk != record.id),
            scheduled_on=scheduled.get(record.id or 0),
            today=today,
            is_archived=record.id in archived,
            pdf_design=designs.get(slug_of(record)),
        )
        for record in records
    }


class ArticleRow(NamedTuple):
    pk: int
    issue: int | None
    hour: datetime | None  # of a scheduled publication
    is_archived: bool
    neighbour: Neighbour


def _by_issue(rows: Iterable[ArticleRow]) -> dict[int | None, list[ArticleRow]]:
    """Return the articles of each issue, without those that are in none."""
    by_issue: dict[int | None, list[ArticleRow]] = defaultdict(list)
    for row in rows:
        if row.issue:
            by_issue[row.issue].append(row)
    return by_issue


def _articles(records: Sequence[Record]) -> list[ArticleRow]:
    """The articles themselves and the others of their issues, without the withdrawn ones."""
    issues = {record.issue_id for record in records if record.issue_id}
    wanted = Q(pk__in=[record.id for record in records if record.id]) | Q(issue__in=issues)
    columns = (
        *("pk", "issue_id", "scheduled_for", "is_archived", "issue__archived_at", "doi"),
        *("first_page", "last_page", "page_ranges"),
        *TITLES,
    )
    rows = Article.objects.filter(wanted).exclude(status=Article.Status.WITHDRAWN)
    return [_article_row(*row) for row in rows.values_list(*columns)]


def _article_row(
    pk: int,
    issue: int | None,
    hour: datetime | None,
    is_archived: bool,
    archived_at: datetime | None,
    doi: str | None,
    first: str,
    last: str,
    further: Sequence[str],
    *titles: str | None,
) -> ArticleRow:
    neighbour = Neighbour(
        title=_first(titles),
        doi=doi or "",
        first_page=first,
        last_page=last,
        page_ranges=tuple(further),
    )
    return ArticleRow(pk, issue, hour, is_archived and archived_at is not None, neighbour)


def _earlier_names(records: Sequence[Record]) -> list[tuple[int, EarlierName]]:
    """Names of the authors of these records in public articles, those printed last first."""
    people = [author for record in records for author in record.authors]
    orcids = {author.orcid for author in people if author.orcid}
    keys = {author.author_id for author in people if author.author_id}
    if not orcids and not keys:
        return []
    rows = Authorship.objects.filter(article__status__in=Article.PUBLIC).annotate(
        printed_on=F("article__published_on"),
        person=Coalesce("author__merged_into", "author"),
    )
    members = Author.objects.filter(Q(pk__in=keys) | Q(merged_into__in=keys)).values("pk")
    titles = tuple(f"article__{column}" for column in TITLES)
    columns = ("printed_on", "article_id", "orcid", "person", *titles, *NAMES)
    by_orcid = rows.filter(orcid__in=orcids, orcid__gt="").values_list(*columns)
    by_person = rows.filter(author__in=members).values_list(*columns)
    found = by_orcid.union(by_person).order_by("-printed_on", "article_id")
    return [
        (
            row[1],
            EarlierName(
                orcid=row[2], author_id=row[3], title=_first(row[4:7]), names=_names(row[7:])
            ),
        )
        for row in found[:NAMES_AT_MOST]
    ]


def _first(texts: Sequence[str | None]) -> str:
    return next(filter(None, texts), "")


def _names(columns: Sequence[str | None]) -> dict[Language, Name]:
    parts = [column or "" for column in columns]
    size = len(NAME_PARTS)
    names = ((code, Name(*parts[size * at : size * (at + 1)])) for at, code in enumerate(LANGUAGES))
    return {code: name for code, name in names if name.family}
