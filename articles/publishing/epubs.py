"""The EPUB that the site makes of an article or an issue: made, accepted as a file, made anew."""

from __future__ import annotations

from articles.exports.edition.galleys import has_other_text
from articles.exports.edition.record_hash import record_hash
from articles.exports.epub import Epub, article_epub, issue_epub
from articles.models import Article, Issue, Revision, User
from articles.records.record import Record

from .issue_editions import cover_bytes, issue_records
from .made_galleys import accept, with_made_galley
from .pictures import pictures_of


def made_epub(record: Record) -> Epub:
    """The EPUB of an article; it takes a tenth of a second, so it is not kept."""
    return article_epub(record, pictures_of(record))


def made_issue_epub(issue: Issue) -> tuple[list[Record], Epub]:
    """The latest records of an issue in its order, and their EPUB. Raises NoArticles."""
    records = issue_records(issue)
    if not records:
        raise NoArticles
    cover = cover_bytes(issue) if issue.cover else b""
    return records, issue_epub(records, [pictures_of(record) for record in records], cover)


class NoArticles(Exception):
    """An issue without articles has no EPUB."""


def accept_epub(article: Article, *, version: int, editor: User | None) -> Revision:
    """Saves the EPUB of this version of the article as its file, in place of an earlier one.

    Raises UploadedGalley, and what save_article raises.
    """
    return accept(article, "epub", with_epub, version=version, editor=editor)


def with_epub(record: Record) -> Record:
    """The record with its EPUB as a file, stored."""
    return with_made_galley(record, "epub", made_epub(record).content, record_hash(record))


def with_current_epub(record: Record) -> Record:
    """The record with its accepted EPUB made anew, if that is of an earlier text."""
    is_stale = has_other_text(record, "epub") and record.status != "withdrawn"
    return with_epub(record) if is_stale else record
