"""A reprint: the title page of the journal and the issue, then the pages of the article's PDF."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from articles.exports.edition.head import day_of, imprint_lines, imprint_of
from articles.exports.papers import words
from articles.exports.papers.certificate import Line, clean, name_in, title_of, unique
from articles.exports.papers.pdf_joining import joined_pdf
from articles.exports.typesetting import labels
from articles.exports.typesetting.typesetter import first_typeset
from articles.limited_process import NoAnswer, call, file_on_disk
from articles.records.identifiers import doi_url
from articles.records.imprint import page_range
from articles.records.languages import LANGUAGES
from articles.records.record import Record

TEMPLATE = Path(__file__).with_name("reprint.typ")
NAMED = 30  # authors; of more, these and how many there are


class PdfRefused(Exception):
    """The PDF of the article is damaged, protected, or too large to be put behind a page."""


class Content(msgspec.Struct, frozen=True):
    """Everything that the title page shows; `reprint.typ` lays it out."""

    language: str
    title: str
    day: str
    heading: str
    journal: tuple[Line, ...]
    imprint: tuple[str, ...]
    authors: str
    titles: tuple[Line, ...]
    facts: tuple[str, ...]


def reprint(record: Record, article_pdf: Iterable[bytes]) -> bytes:
    """Return the PDF with a title page before it. Raises PdfRefused, TypesettingFailed."""
    page = first_typeset(TEMPLATE, [("", content_of(record), {})], is_edition=True)
    with file_on_disk([page.pdf]) as first, file_on_disk(article_pdf) as second:
        try:
            return call(joined_pdf, first, second)
        except NoAnswer as error:
            raise PdfRefused from error


def content_of(record: Record) -> Content:
    own = record.language
    journal = record.journal
    names = [name_in(each, record, own) for each in record.authors]
    more = f" {labels.OTHERS[own]} ({len(names)})" if len(names) > NAMED else ""
    issn = (journal.issn_print, journal.issn_online) if journal else ()
    pages = page_range(record, "–") or record.article_number
    imprint = (
        " · ".join(f"ISSN {number}" for number in dict.fromkeys(filter(None, issn))),
        imprint_of(record, own),
        f"{words.PAGES[own]}: {pages}" if pages else "",
    )
    facts = (doi_url(record.doi) if record.doi else "", *imprint_lines(record))
    day = day_of(record)
    return Content(
        language=own,
        title=title_of(record, own)[0],
        day=day.isoformat() if day else "",
        heading=labels.in_all(words.REPRINT),
        journal=tuple(
            Line("", text, code)
            for code, text in unique(journal.name if journal else {}, LANGUAGES)
        ),
        imprint=tuple(filter(None, imprint)),
        authors=", ".join(names[:NAMED]) + more,
        titles=tuple(
            Line("", clean(record.title[code]), code)
            for code in sorted(record.title, key=lambda code: code != own)
        ),
        facts=tuple(filter(None, facts)),
    )
