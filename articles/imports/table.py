"""Articles from a table, CSV or XLSX: a row for an article, a column for each text and language.

Beside the template, tables that offices keep are read: their columns are known by their names.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from datetime import date
from typing import Any

import msgspec
from django.utils.translation import gettext as _

from articles.records import json
from articles.records.cleaning import InvalidValue
from articles.records.facts import IssueFacts
from articles.records.identifiers import doi
from articles.records.languages import LANGUAGES, Language, Text
from articles.records.names import parse_name
from articles.records.pages import read_pages
from articles.records.record import Affiliation, Authorship, Record, Reference

from . import table_workbook
from .exceptions import Unreadable, article_of_file
from .issue_numbers import issue_facts, numbers_in_title
from .page_labels import labelled_article_number, without_page_label
from .reading import NamedFile, Reading
from .references import find_doi, find_url
from .table_columns import COLUMNS, IGNORED, IN_LANGUAGES, language_of
from .table_header import Header, find_header, read_header
from .table_values import (
    day_in,
    is_formula,
    keywords_in,
    name_and_marks,
    parts_of,
    people_in,
    shown,
    without_numbers,
)
from .workbook_tasks import Merged, Sheet

__all__ = ["COLUMNS", "is_table", "read"]

BYTES_MOST = 20_000_000
START_BYTES = 4_096  # by which a table is known
DELIMITERS = (",", ";", "\t")
ZIP_START = b"PK\x03\x04"
JSON_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*[\[{]")
ENCODINGS = ("utf-8-sig", "windows-1251")  # what Excel saves a CSV in
# What several articles may have in one merged cell.
SHARED = ("language", "year", "volume", "number", "published", "section")
CODE_LABEL = re.compile(r"^(?:УДК|ӘОЖ|UDC|МРНТИ|ҒТАМР|IRSTI)[\s:№]*", re.IGNORECASE)
Row = dict[str, str]  # by the names of the columns


def is_table(content: bytes) -> bool:
    """Whether it is XLSX, or a heading is in the first lines."""
    if content.startswith(ZIP_START):
        return table_workbook.is_workbook(io.BytesIO(content))
    if JSON_START.match(content):
        return False
    start = content[:START_BYTES]
    text = text_of(start, is_whole=False) or start.decode(errors="replace")
    first = text.partition("\n")[0]
    if "language" in first and any(f"title_{code}" in first for code in LANGUAGES):
        return True
    try:
        return find_header(csv_rows(text.rpartition("\n")[0])) is not None
    except csv.Error:
        return False


def text_of(content: bytes, *, is_whole: bool = True) -> str | None:
    """The text in UTF-16, UTF-8 or windows-1251; None for any other file."""
    wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if wide else ENCODINGS:
        try:
            return codecs.getincrementaldecoder(encoding)().decode(content, final=is_whole)
        except UnicodeDecodeError:
            continue
    return None


def read(content: bytes, language: Language | None = None) -> list[Reading]:
    """Return the article of each row; raises Unreadable with the row and the column."""
    header, sheet = table_of(content)
    readings = []
    for number, (line, cells) in enumerate(header.rows, 1):
        with article_of_file(number, len(header.rows), line):
            row = cells_by_name(header.names, cells, line)
            readings.append(read_row(row, language))
    first = msgspec.structs.replace(
        readings[0], notes=(*notes_on(header, sheet), *readings[0].notes)
    )
    return [first, *readings[1:]]


def table_of(content: bytes) -> tuple[Header, Sheet]:
    """The heading with its rows, and the sheet of a workbook, empty for a CSV."""
    if len(content) > BYTES_MOST:
        raise Unreadable(_("The file is larger than 20 MB. Put each article in its own file."))
    if content.startswith(ZIP_START):
        sheet = table_workbook.read_sheet(content)
    else:
        sheet = Sheet(rows=rows_of(content))
    header = read_header(sheet.rows)
    fill_down(header, sheet.merged)
    if not header.rows:
        raise Unreadable(_("The file contains no article."))
    return header, sheet


def fill_down(header: Header, merged: list[Merged]) -> None:
    """Give what articles share, such as their year, to each row that a merged cell reaches over."""
    cells_by_row = dict(header.rows)
    for column, top, bottom in merged:
        name = header.names[column] if column < len(header.names) else ""
        text = (cells_by_row.get(top, [])[column : column + 1] or [""])[0]
        if not text or name.partition("_")[0] not in SHARED:
            continue
        for number, cells in header.rows:
            if top < number <= bottom:
                cells.extend([""] * (column + 1 - len(cells)))
                cells[column] = cells[column] or text


def rows_of(content: bytes) -> list[tuple[int, list[str]]]:
    text = text_of(content)
    try:
        if text is not None:
            return csv_rows(text)
    except csv.Error:
        pass
    raise Unreadable(_("This is not a CSV table in UTF-8. Save it again as such."))


def csv_rows(text: str) -> list[tuple[int, list[str]]]:
    """The rows that are not empty, each with the line on which it begins. Raises csv.Error."""
    rows, line = [], 1
    lines = text.splitlines(keepends=True)
    if not lines:
        return []
    table = csv.reader(lines, delimiter=max(DELIMITERS, key=lines[0].count), strict=True)
    for cells in table:
        texts = [cell.strip() for cell in cells]
        if any(texts):
            rows.append((line, texts))
        line = table.line_num + 1
    return rows


def notes_on(header: Header, sheet: Sheet) -> list[str]:
    """What of the table is not read or not seen, told with its first article."""
    notes = []
    if header.unknown:
        names = ", ".join(name[:60] for name in header.unknown)
        notes.append(_("Columns that were not taken: %(names)s.") % {"names": names})
    lines = {line for line, _cells in header.rows}
    if hidden := [str(line) for line in sheet.hidden if line in lines]:
        notes.append(_("Hidden rows came as well: %(rows)s.") % {"rows": ", ".join(hidden)})
    if sheet.others:
        names = ", ".join(sheet.others)
        notes.append(
            _("Only the first sheet was read. Save these as files of their own: %(names)s.")
            % {"names": names}
        )
    return notes


def cells_by_name(names: list[str], cells: list[str], line: int) -> Row:
    """The cells of a row; raises Unreadable for a text in a column without a name."""
    named = [*names, *[""] * (len(cells) - len(names))]
    if extra := [text for name, text in zip(named, cells, strict=False) if text and not name]:
        message = _("“%(text)s” stands in a column without a name.") % {"text": extra[0][:60]}
        raise Unreadable(message, line=line)
    return {name: shown(text) for name, text in zip(named, cells, strict=False) if name != IGNORED}


def read_row(row: Row, language: Language | None) -> Reading:
    own = language_of_row(row, language)
    row = in_languages(row, own)
    if not any(row.get(f"title_{code}") for code in LANGUAGES):
        raise Unreadable(
            _("The row has no title. Put each article into one row, with all its authors."),
            field="title",
        )
    organisations = {code: found for code in LANGUAGES if (found := affiliations_in(row, code))}
    count = max(map(len, organisations.values()), default=0)
    record = Record(
        language=own,
        title=texts(row, "title"),
        abstract=texts(row, "abstract"),
        keywords={
            code: terms
            for code in LANGUAGES
            if (terms := tuple(keywords_in(row.get(f"keywords_{code}", ""))))
        },
        section=texts(row, "section"),
        authors=authors(row, count),
        affiliations=tuple(Affiliation(name=nth(organisations, at)) for at in range(count)),
        issue=issue_of(row),
        doi=doi_of(row),
        udc=codes(row, "udc"),
        irsti=codes(row, "irsti"),
        published_on=day(row),
        references=tuple(map(reference, row.get("references", "").splitlines())),
        **pages(row),
    )
    files = (NamedFile(name=row["pdf"], language=own),) if row.get("pdf") else ()
    return Reading(
        record=json.clean(record),
        files=files,
        is_from_elsewhere=True,
        notes=tuple(formula_notes(row)),
    )


def language_of_row(row: Row, language: Language | None) -> Language:
    """As its cell says, else as chosen, else that of its only title."""
    said = row.get("language", "")
    titles = [code for code in LANGUAGES if row.get(f"title_{code}")]
    only = titles[0] if len(titles) == 1 and not row.get("title") else None
    own = language_of(said) if said else language or only
    if own is None and said and language:
        own = language
    if own is None and said:
        raise Unreadable(_("The language is one of: kk, ru, en."), field="language")
    if own is None:
        raise Unreadable(
            _(
                "The table does not say in which language the article is. Add a column “language” "
                "with kk, ru or en, or choose the language of such articles."
            ),
            field="language",
        )
    return own


def in_languages(row: Row, own: Language) -> Row:
    """The row with texts of columns that name no language in the article's own."""
    plain = {f"{name}_{own}": row[name] for name in IN_LANGUAGES if row.get(name)}
    return {**plain, **{name: text for name, text in row.items() if text or name not in plain}}


def formula_notes(row: Row) -> list[str]:
    names = [name for name, text in row.items() if is_formula(text)]
    message = _(
        "A formula was taken as its text: %(names)s. Copy these cells in the table and paste them "
        "as values."
    )
    return [message % {"names": ", ".join(names)}] if names else []


def texts(row: Row, name: str) -> Text:
    return {code: value for code in LANGUAGES if (value := row.get(f"{name}_{code}", ""))}


def affiliations_in(row: Row, code: Language) -> list[str]:
    return without_numbers(parts_of(row.get(f"affiliations_{code}", "")))


def nth(lists: dict[Language, list[str]], at: int) -> Text:
    return {code: lists[code][at] for code in LANGUAGES if at < len(lists.get(code, []))}


def authors(row: Row, count: int) -> tuple[Authorship, ...]:
    """The authors by their order in each language, with the `count` affiliations they are of.

    The only organisation is that of all.
    """
    printed = {code: people_in(row.get(f"authors_{code}", "")) for code in LANGUAGES}
    people = []
    for at in range(max(map(len, printed.values()))):
        parts = {code: name_and_marks(name) for code, name in nth(printed, at).items()}
        own = next((marks for _name, marks in parts.values() if marks), ())
        marks = tuple(mark for mark in own if mark <= count) or ((1,) if count == 1 else ())
        names = {code: parse_name(name, code) for code, (name, _marks) in parts.items()}
        people.append(Authorship(names=names, marks=marks))
    return tuple(people)


def issue_of(row: Row) -> IssueFacts | None:
    """The issue; without a year of its own, its number may be `2020, №3` or `Том 5, № 2 (2019)`."""
    year, volume, number = year_of(row), row.get("volume", ""), row.get("number", "")
    if year is None:
        year, titled_volume, titled_number = numbers_in_title(number)
        volume, number = volume or titled_volume, titled_number or number
    return issue_facts(year=year, volume=volume, number=number)


def year_of(row: Row) -> int | None:
    """The year in `2021` and `2021 г.`"""
    found = re.search(r"(?<!\d)\d{4}(?!\d)", row.get("year", ""))
    return int(found[0]) if found else None


def doi_of(row: Row) -> str:
    try:
        return doi(row["doi"]) if row.get("doi") else ""
    except InvalidValue as refused:
        raise Unreadable(str(refused), field="doi") from refused


def codes(row: Row, name: str) -> tuple[str, ...]:
    cell = CODE_LABEL.sub("", row.get(name, ""))
    return tuple(code.strip() for code in re.split("[;,\n]", cell) if code.strip())


def day(row: Row) -> date | None:
    value = row.get("published_on", "")
    found = day_in(value)
    if value and found is None:
        raise Unreadable(_("This is not a date. Use the format 2024-03-29."), field="published_on")
    return found


def pages(row: Row) -> dict[str, Any]:
    """The pages; what is no range of pages is the number of an electronic article."""
    value = row.get("pages", "")
    if number := labelled_article_number(value):
        return {"article_number": number}
    value = without_page_label(value)
    found = read_pages(value)
    if found is None:
        return {"article_number": value}
    return {"first_page": found.first, "last_page": found.last, "page_ranges": found.further}


def reference(line: str) -> Reference:
    return Reference(text=line.strip(), doi=find_doi(line), url=find_url(line))
