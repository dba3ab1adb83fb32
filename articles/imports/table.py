"""Articles from a table, CSV or XLSX: a row for an article, a column for each text and language."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from articles.records import json
from articles.records.cleaning import InvalidValue
from articles.records.identifiers import doi
from articles.records.languages import LANGUAGES, Language, Text
from articles.records.names import parse_name
from articles.records.pages import read_pages
from articles.records.record import Affiliation, Authorship, Record, Reference

from . import table_workbook
from .exceptions import Unreadable, article_of_file
from .issue_numbers import issue_facts
from .jats.dates import year
from .reading import NamedFile, Reading
from .references import find_doi, find_url

BYTES_MOST = 20_000_000
PLAIN = (
    "language", "doi", "year", "volume", "number", "pages", "udc", "irsti", "published_on",
    "references", "pdf",
)  # fmt: skip
IN_LANGUAGES = ("section", "title", "abstract", "keywords", "authors", "affiliations")
COLUMNS = (*PLAIN, *(f"{name}_{code}" for name in IN_LANGUAGES for code in LANGUAGES))
DELIMITERS = (",", ";", "\t")
ZIP_START = b"PK\x03\x04"
JSON_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*[\[{]")
Row = dict[str, str]  # by the names of the columns


def is_table(content: bytes) -> bool:
    """Whether it is XLSX, or the first line names columns of the template."""
    if content.startswith(ZIP_START):
        return table_workbook.is_workbook(io.BytesIO(content))
    if JSON_START.match(content):
        return False
    names = content[:4_096].partition(b"\n")[0].decode(errors="replace")
    return "language" in names and any(f"title_{code}" in names for code in LANGUAGES)


def read(content: bytes, language: Language | None = None) -> list[Reading]:
    """Return the article of each row; raises Unreadable with the row and the column."""
    rows = rows_of(content)
    readings = []
    for number, (line, row) in enumerate(rows, 1):
        with article_of_file(number, len(rows), line):
            readings.append(read_row(row, language))
    return readings


def rows_of(content: bytes) -> list[tuple[int, Row]]:
    """The rows with their lines; raises Unreadable for an unknown column or a cell without one."""
    if len(content) > BYTES_MOST:
        raise Unreadable(_("The file is larger than 20 MB. Put each article in its own file."))
    if content.startswith(ZIP_START):
        (_line, names), *rows = table_workbook.read_rows(content) or [(1, [])]
    else:
        (_line, names), *rows = csv_rows(content)
    check_columns(names)
    if not rows:
        raise Unreadable(_("The file contains no article."))
    return [(line, cells_by_name(names, cells, line)) for line, cells in rows]


def csv_rows(content: bytes) -> list[tuple[int, list[str]]]:
    """The rows that are not empty, each with the line on which it begins."""
    rows, line = [], 1
    try:
        lines = content.decode("utf-8-sig").splitlines(keepends=True)
        table = csv.reader(lines, delimiter=max(DELIMITERS, key=lines[0].count), strict=True)
        for cells in table:
            texts = [cell.strip() for cell in cells]
            if any(texts):
                rows.append((line, texts))
            line = table.line_num + 1
    except (UnicodeDecodeError, csv.Error) as error:
        raise Unreadable(_("This is not a CSV table in UTF-8. Save it again as such.")) from error
    return rows


def check_columns(names: list[str]) -> None:
    """Raise Unreadable for a name that the template does not have, or has once."""
    for name in filter(None, names):
        if name not in COLUMNS:
            raise Unreadable(_("The template has no such column. Check its name."), field=name)
        if names.count(name) > 1:
            raise Unreadable(_("The table has this column twice."), field=name)
    if "language" not in names:
        raise Unreadable(_("This table does not have the columns of the template: language, …"))


def cells_by_name(names: list[str], cells: list[str], line: int) -> Row:
    """The cells of a row; raises Unreadable for a text in a column without a name."""
    if extra := [text for text in cells[len(names) :] if text]:
        message = _("“%(text)s” stands in a column without a name.") % {"text": extra[0][:60]}
        raise Unreadable(message, line=line)
    return {name: text for name, text in zip(names, cells, strict=False) if name}


def read_row(row: Row, language: Language | None) -> Reading:
    title = texts(row, "title")
    own = next((code for code in LANGUAGES if code == row.get("language")), language)
    if own is None:
        raise Unreadable(_("The language is one of: kk, ru, en."), field="language")
    count = max((len(listed(row, "affiliations", code)) for code in LANGUAGES), default=0)
    record = Record(
        language=own,
        title=title,
        abstract=texts(row, "abstract"),
        keywords={
            code: terms for code in LANGUAGES if (terms := tuple(listed(row, "keywords", code)))
        },
        section=texts(row, "section"),
        authors=authors(row, tuple(range(1, count + 1)) if count == 1 else ()),
        affiliations=tuple(Affiliation(name=nth(row, "affiliations", at)) for at in range(count)),
        issue=issue_facts(
            year=year(row.get("year", "")),
            volume=row.get("volume", ""),
            number=row.get("number", ""),
        ),
        doi=doi_of(row),
        udc=codes(row, "udc"),
        irsti=codes(row, "irsti"),
        published_on=day(row),
        references=tuple(map(reference, row.get("references", "").splitlines())),
        **pages(row),
    )
    files = (NamedFile(name=row["pdf"], language=own),) if row.get("pdf") else ()
    return Reading(record=json.clean(record), files=files, is_from_elsewhere=True)


def texts(row: Row, name: str) -> Text:
    return {code: value for code in LANGUAGES if (value := row.get(f"{name}_{code}", ""))}


def listed(row: Row, name: str, code: Language) -> list[str]:
    """The values of a cell that holds several, with semicolons between."""
    return [value.strip() for value in row.get(f"{name}_{code}", "").split(";") if value.strip()]


def nth(row: Row, name: str, at: int) -> Text:
    return {code: values[at] for code in LANGUAGES if at < len(values := listed(row, name, code))}


def authors(row: Row, marks: tuple[int, ...]) -> tuple[Authorship, ...]:
    """The authors by their order in each language; the only organisation is that of all."""
    count = max(len(listed(row, "authors", code)) for code in LANGUAGES)
    return tuple(
        Authorship(
            names={code: parse_name(name, code) for code, name in nth(row, "authors", at).items()},
            marks=marks,
        )
        for at in range(count)
    )


def doi_of(row: Row) -> str:
    try:
        return doi(row["doi"]) if row.get("doi") else ""
    except InvalidValue as refused:
        raise Unreadable(str(refused), field="doi") from refused


def codes(row: Row, name: str) -> tuple[str, ...]:
    return tuple(code.strip() for code in row.get(name, "").split(";") if code.strip())


def day(row: Row) -> date | None:
    value = row.get("published_on", "")
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise Unreadable(
            _("This is not a date. Use the format 2024-03-29."), field="published_on"
        ) from error


def pages(row: Row) -> dict[str, Any]:
    """The pages; what is no range of pages is the number of an electronic article."""
    value = row.get("pages", "")
    found = read_pages(value)
    if found is None:
        return {"article_number": value}
    return {"first_page": found.first, "last_page": found.last, "page_ranges": found.further}


def reference(line: str) -> Reference:
    return Reference(text=line.strip(), doi=find_doi(line), url=find_url(line))
