"""Articles and issues as Word files (ECMA-376), for those who lay them out elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import msgspec

from articles.exports.docx.article import add_article
from articles.exports.docx.document import Document
from articles.exports.docx.issue import add_articles_of, add_first_pages, add_last_page
from articles.exports.docx.package import Properties
from articles.exports.edition.head import day_of, description, imprint_of
from articles.exports.issue_edition.content import content_of
from articles.exports.issue_edition.matter import IssueMatter
from articles.exports.typesetting.people import name_of
from articles.records.languages import CODES, prefer
from articles.records.markup import flat
from articles.records.record import Record

__all__ = ["WordFile", "article_docx", "issue_docx"]


class WordFile(msgspec.Struct, frozen=True):
    """A DOCX, with the names of pictures that it cannot show, for each of its articles."""

    content: bytes
    missing: tuple[tuple[str, ...], ...]


def article_docx(record: Record, pictures: Mapping[str, bytes]) -> WordFile:
    """Return an article as a Word file; the same record gives the same bytes."""
    document = Document(record.language)
    missing = add_article(document, record, pictures)
    return WordFile(document.to_bytes(header_of(record), properties_of(record)), (missing,))


def issue_docx(
    matter: IssueMatter,
    records: Sequence[Record],
    pictures_of: Callable[[Record], Mapping[str, bytes]],
) -> WordFile:
    """Return an issue as a Word file, with the pages that its articles have now."""
    content = content_of(matter, records, [])
    document = Document(content.language)
    add_first_pages(document, content)
    missing = tuple(add_articles_of(document, records, pictures_of))
    add_last_page(document, content)
    properties = Properties(
        content.plain_title, language=CODES[content.language].locale, day=content.day
    )
    return WordFile(document.to_bytes(content.running_head, properties), missing)


def header_of(record: Record) -> str:
    journal = prefer(record.journal.name, record.language) if record.journal else ""
    return " · ".join(filter(None, (journal, imprint_of(record, record.language))))


def properties_of(record: Record) -> Properties:
    own = record.language
    return Properties(
        title=flat(prefer(record.title, own)),
        authors=tuple(flat(name) for each in record.authors if (name := name_of(each, own))),
        keywords=tuple(map(flat, record.keywords.get(own, ()))),
        description=description(record),
        language=CODES[own].locale,
        day=day_of(record),
    )
