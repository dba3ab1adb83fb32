"""A table of articles as CSV, for spreadsheets: a row for each, in one language.

Not one of FORMATS: it is for lists of articles, and is not read back.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from articles.exports.reference_managers import doi_address, entry_languages, journal_text, people
from articles.records.cleaning import clean_line
from articles.records.imprint import number_of, page_range, volume_of, year_of
from articles.records.languages import Language, prefer
from articles.records.markup import flat
from articles.records.names import inverted_name
from articles.records.record import Record
from articles.records.urls import page_url

MEDIA_TYPE = "text/csv; charset=utf-8"
BYTE_ORDER_MARK = "\N{BYTE ORDER MARK}"  # or spreadsheets take Cyrillic for another encoding
COLUMNS = (
    "authors", "title", "journal", "year", "volume", "number", "pages", "doi", "address",
    "language", "type", "status",
)  # fmt: skip
FORMULA_SIGNS = ("=", "+", "-", "@")


def write(records: Iterable[Record], language: Language) -> Iterator[bytes]:
    """Yield the heading, then a line for each article; names and titles in the language."""
    yield f"{BYTE_ORDER_MARK}{line(COLUMNS)}".encode()
    for record in records:
        yield line(map(safe_cell, cells(record, language))).encode()


def cells(record: Record, language: Language) -> Iterator[str]:
    """The values of COLUMNS."""
    code = next(iter(entry_languages(record, language)), language)
    names = (who if isinstance(who, str) else inverted_name(who) for who in people(record, code))
    yield "; ".join(names)
    yield flat(prefer(record.title, code, record.language))
    yield journal_text(record, "name", code)
    yield str(year_of(record) or "")
    yield volume_of(record)
    yield number_of(record)
    yield page_range(record, "–") or record.article_number
    yield record.doi
    yield doi_address(record) or page_url(record, code)
    yield record.language
    yield record.type
    yield record.status


def safe_cell(value: str) -> str:
    """A spreadsheet runs what begins like a formula; after an apostrophe it is text."""
    value = clean_line(value)
    return f"'{value}" if value.startswith(FORMULA_SIGNS) else value


def line(values: Iterable[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerow(values)
    return buffer.getvalue()
