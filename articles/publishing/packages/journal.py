"""The package of a whole journal: the journal itself, and a folder for each article.

    journal.json                    facts, sections, issues, pages, news, board … (`journal/1`)
    issues/00012/cover.jpg, …       covers, PDFs and EPUBs of issues
    pictures/….jpg                  pictures of the board, of news, logos of databases
    00001/record.json, article.xml  an article as readers see it, with all its files
    00001/draft.json                what the editors have changed since, if anything
    00001/history.json              its earlier revisions, for reading
    drafts/00007/record.json        an article that is not published

`import_articles` restores it, here and on another site with this program.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import msgspec
from django.db.models import F, QuerySet

from articles.editing import working_record
from articles.exports import NotExportable, Stamp, jats
from articles.models import Article, Journal, Revision
from articles.queries.released_records import released_records
from articles.records import json
from articles.records.folder_names import names_in_folder
from articles.records.record import Galley, Record

from .archive import Member, zip_members
from .contents import chunks, require_files
from .journal_description import (
    ISSUE_FILES,
    issue_files,
    issues_of,
    journal_file,
    picture_files,
    picture_paths,
)

NAME = "journal-zip"
RECORD, DRAFT, HISTORY, JATS = "record.json", "draft.json", "history.json", "article.xml"
OWN_NAMES = (RECORD, DRAFT, HISTORY, JATS)


class PastRevision(msgspec.Struct, frozen=True, kw_only=True):
    """A saved state that is neither what readers see nor the latest."""

    version: int
    at: str
    reason: str
    record: msgspec.Raw


def write_journal(journal: Journal, stamp: Stamp) -> Iterator[bytes]:
    """The bytes of the package. Raises MissingFiles before the first of them."""
    require_files(file_paths(journal))
    return zip_members(members(journal, stamp), None)


def file_paths(journal: Journal) -> Iterator[str]:
    """The places in storage of all files that the package will have."""
    for issue in issues_of(journal):
        yield from filter(None, (getattr(issue, field).name for field in ISSUE_FILES))
    yield from picture_paths(journal)
    for record in released_records(published_articles(journal)):
        yield from (galley.path for galley in record.galleys if galley.path)
    for article in changed_or_draft_articles(journal):
        yield from (galley.path for galley in working_record(article).galleys if galley.path)


def published_articles(journal: Journal) -> QuerySet[Article]:
    """The articles that readers see, withdrawn ones too, by issue and position."""
    return in_order(Article.objects.public().filter(journal=journal))


def draft_articles(journal: Journal) -> QuerySet[Article]:
    drafts = Article.objects.filter(journal=journal).exclude(status__in=Article.PUBLIC)
    return in_order(drafts)


def changed_or_draft_articles(journal: Journal) -> Iterator[Article]:
    yield from draft_articles(journal)
    changed = published_articles(journal).exclude(released__version=F("version"))
    yield from changed


def in_order(articles: QuerySet[Article]) -> QuerySet[Article]:
    order = (F("issue__year").asc(nulls_last=True), "issue_id", F("position").asc(nulls_last=True))
    return articles.order_by(*order, "pk")


def members(journal: Journal, stamp: Stamp) -> Iterator[Member]:
    yield "journal.json", [msgspec.json.format(msgspec.json.encode(journal_file(journal)))]
    yield from issue_files(journal)
    yield from picture_files(journal)
    published = published_articles(journal)
    articles = published.select_related("released").iterator(chunk_size=200)
    for number, (article, record) in enumerate(
        zip(articles, released_records(published), strict=True), 1
    ):
        yield from published_members(f"{number:05}", article, record, stamp)
    for number, article in enumerate(draft_articles(journal), 1):
        record = working_record(article)
        yield from article_members(f"drafts/{number:05}", record, record.galleys, stamp)
        yield from history_members(f"drafts/{number:05}", article)


def published_members(
    folder: str, article: Article, record: Record, stamp: Stamp
) -> Iterator[Member]:
    """The article as readers see it; what editors have changed since stands beside it."""
    draft = None
    if article.released and article.released.version != article.version:
        draft = working_record(article)
        yield f"{folder}/{DRAFT}", [json.write(draft)]
    galleys = (*record.galleys, *(draft.galleys if draft else ()))
    yield from article_members(folder, record, galleys, stamp)
    yield from history_members(folder, article)


def article_members(
    folder: str, record: Record, galleys: tuple[Galley, ...], stamp: Stamp
) -> Iterator[Member]:
    """The record, its JATS unless it lacks what JATS requires, and the files."""
    yield f"{folder}/{RECORD}", [json.write(record)]
    with suppress(NotExportable):
        yield f"{folder}/{JATS}", [b"".join(jats.write([record], stamp))]
    for name, galley in names_in_folder(galleys, OWN_NAMES):
        yield f"{folder}/{name}", chunks(galley.path)


def history_members(folder: str, article: Article) -> Iterator[Member]:
    past = Revision.objects.filter(article=article).exclude(version=article.version)
    past = past.exclude(pk=article.released_id or 0).order_by("version")
    revisions = [
        PastRevision(
            version=each.version,
            at=each.at.isoformat(),
            reason=each.reason,
            record=msgspec.Raw(each.stored.encode()),
        )
        for each in past.iterator(chunk_size=50)
    ]
    if revisions:
        yield f"{folder}/{HISTORY}", [msgspec.json.encode(revisions)]
