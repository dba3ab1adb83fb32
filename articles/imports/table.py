"""Articles from a table in CSV: a row for an article, a column for each text in each language."""

from __future__ import annotations

import csv
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

from .exceptions import Unreadable
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
Row = dict[str, str]


def is_table(content: bytes) -> bool:
    """Whether the first line names columns of the template."""
    names = content[:4_096].partition(b"\n")[0].decode(errors="replace")
    return "language" in names and any(f"title_{code}" in names for code in LANGUAGES)


def read(content: bytes, language: Language | None = None) -> list[Reading]:
    """Return the article of each row; raises Unreadable with the column, and the row's number."""
    rows = rows_of(content)
    readings = []
    for number, row in enumerate(rows, 1):
        try:
            readings.append(read_row(row, language))
        except Unreadable as error:
            error.record = number
            raise
    return readings


def rows_of(content: bytes) -> list[Row]:
    """The rows that are not empty; raises Unreadable for an unknown column."""
    if len(content) > BYTES_MOST:
        raise Unreadable(_("The file is larger than 20 MB. Put each article in its own file."))
    try:
        lines = content.decode("utf-8-sig").splitlines(keepends=True)
        delimiter = max(DELIMITERS, key=lines[0].count)
        table = csv.DictReader(lines, delimiter=delimiter, restkey="", restval="", strict=True)
        rows = [{name: (row[name] or "").strip() for name in row if name} for row in table]
    except (UnicodeDecodeError, csv.Error) as error:
        raise Unreadable(_("This is not a CSV table in UTF-8. Save it again as such.")) from error
    for name in table.fieldnames or ():
        if name and name not in COLUMNS:
            raise Unreadable(_("The template has no such column. Check its name."), field=name)
    rows = [row for row in rows if any(row.values())]
    if not rows:
        raise Unreadable(_("The file contains no article."))
    return rows


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
