"""The EPUB that the site makes of an article or an issue: made, accepted as a file, made anew."""

from __future__ import annotations

from hashlib import sha256

import msgspec
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from articles.editing import save_article
from articles.editing.files import galley_path
from articles.editing.working_copy import working_record
from articles.exports.edition.record_hash import record_hash
from articles.exports.epub import Epub, article_epub, issue_epub
from articles.exports.epub.galleys import accepted_epub, is_stale, uploaded_epub
from articles.models import Article, Issue, Revision, User
from articles.records.record import Galley, Record

from .article_pdfs import pdf_name
from .issue_editions import cover_bytes, issue_records
from .pictures import pictures_of


class UploadedEpub(Exception):
    """An editor uploaded an EPUB in the language of the article; it is never replaced."""

    def __init__(self, galley: Galley) -> None:
        message = _(
            "“%(name)s” was uploaded by an editor and stays. To offer the EPUB made here, "
            "delete that file in the article form first."
        )
        super().__init__(message % {"name": galley.name})


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

    Earlier files stay in storage. Raises UploadedEpub, and what save_article raises.
    """
    record = working_record(article)
    if galley := uploaded_epub(record):
        raise UploadedEpub(galley)
    reason = _("EPUB made from the record")
    return save_article(
        with_epub(record), article=article, base=version, editor=editor, reason=reason
    )


def with_epub(record: Record) -> Record:
    """The record with its EPUB as a file, stored; it takes the place of one made earlier."""
    earlier = accepted_epub(record)
    galley = stored_epub(record, made_epub(record).content, earlier)
    others = [each for each in record.galleys if each != earlier]
    place = record.galleys.index(earlier) if earlier else len(others)
    return msgspec.structs.replace(record, galleys=(*others[:place], galley, *others[place:]))


def stored_epub(record: Record, content: bytes, earlier: Galley | None) -> Galley:
    checksum = sha256(content).hexdigest()
    name = earlier.name if earlier else epub_name(record)
    path = galley_path(checksum, name)
    if not default_storage.exists(path):
        path = default_storage.save(path, ContentFile(content))
    return Galley(
        id=earlier.id if earlier else None,
        language=record.language,
        kind="epub",
        name=name,
        size=len(content),
        checksum=checksum,
        path=path,
        made_from=record_hash(record),
    )


def epub_name(record: Record) -> str:
    """`10.5555-abc.epub`, `article-7.epub` without a DOI."""
    return f"{pdf_name(record).removesuffix('.pdf')}.epub"


def with_current_epub(record: Record) -> Record:
    """The record with its accepted EPUB made anew, if that is of an earlier text."""
    return with_epub(record) if is_stale(record) and record.status != "withdrawn" else record
