"""CSL-JSON for Zotero, Pandoc and citation processors; titles keep their markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, islice
from typing import Any

import msgspec

from articles.exports.format import EntryLanguage, Stamp, require_exportable
from articles.exports.notices import notice_lines
from articles.exports.reference_managers import (
    check_entries,
    doi_address,
    entry_key,
    entry_languages,
    issns,
    journal_text,
    people,
)
from articles.records.findings import Finding
from articles.records.imprint import (
    issued_on,
    number_and_part,
    online_on,
    page_range,
    volume_of,
    year_of,
)
from articles.records.languages import CODES, Language
from articles.records.markup import flat
from articles.records.names import Name
from articles.records.notices import status_word, with_marked_title
from articles.records.pages import pages_of
from articles.records.record import Record
from articles.records.urls import page_url


def write(records: Iterable[Record], stamp: Stamp, language: EntryLanguage = "") -> Iterator[bytes]:
    """Yield one article as an object, as DOI registries give it, and several as an array.

    For `all` languages always an array. Raises NotExportable.
    """
    items = _items(records, language)
    first = list(islice(items, 2))
    if len(first) == 1 and language != "all":
        yield first[0] + b"\n"
    else:
        yield from _array(chain(first, items))


def check(record: Record) -> Iterator[Finding]:
    """Find what a reference manager cannot do without."""
    yield from check_entries(record)


def item(record: Record, language: Language) -> dict[str, Any]:
    """Return one item, without `number-of-pages`, which GOST styles would print twice."""
    record = with_marked_title(record)
    page = page_url(record, language) if record.site and record.id else ""
    values = {
        "id": entry_key(record, language),
        "type": "article-journal",
        "language": CODES[language].locale,
        "title": record.title[language],
        "container-title": journal_text(record, "name", language),
        "author": [_name(person) for person in people(record, language)],
        "issued": _issued(record),
        "available-date": _date(online_on(record)),
        "submitted": _date(record.received_on),
        "volume": volume_of(record),
        "issue": number_and_part(record, language),
        "page": page_range(record) or record.article_number,
        "page-first": pages_of(record).first,
        "number": record.article_number,
        "ISSN": ", ".join(issns(record)),
        "DOI": record.doi,
        "URL": doi_address(record) or page,
        "publisher": journal_text(record, "publisher", language),
        "publisher-place": journal_text(record, "city", language),
        "keyword": ", ".join(map(flat, record.keywords.get(language, ()))),
        "abstract": flat(record.abstract.get(language, "")),
        "status": status_word(record, "en"),
        "note": "; ".join(notice_lines(record, language)),
    }
    return {name: value for name, value in values.items() if value}


def _items(records: Iterable[Record], language: EntryLanguage) -> Iterator[bytes]:
    for record in records:
        require_exportable(record, check)
        for code in entry_languages(record, language):
            yield msgspec.json.encode(item(record, code))


def _array(items: Iterable[bytes]) -> Iterator[bytes]:
    """An array with an item on each line, written as the items come."""
    before = b"[\n"
    for one in items:
        yield before + one
        before = b",\n"
    yield b"[]\n" if before == b"[\n" else b"\n]\n"


def _name(person: Name | str) -> dict[str, str]:
    if isinstance(person, str):
        return {"literal": person}
    given = " ".join(filter(None, (person.given, person.patronymic)))
    values = {"family": person.family, "given": given, "suffix": person.suffix}
    return {name: value for name, value in values.items() if value}


def _issued(record: Record) -> dict[str, list[list[int]]]:
    year = year_of(record)
    return _date(issued_on(record)) or ({"date-parts": [[year]]} if year else {})


def _date(day: date | None) -> dict[str, list[list[int]]]:
    return {"date-parts": [[day.year, day.month, day.day]]} if day else {}
