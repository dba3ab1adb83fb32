"""Pasted text: a byline becomes rows of authors, a list of references becomes entries."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
from django.http import HttpRequest, JsonResponse, QueryDict

from articles.imports.manuscript.authors.bylines import parse_byline
from articles.imports.manuscript.authors.marks import RAISED, read_marks, with_plain_marks
from articles.imports.manuscript.lines.paragraph import Paragraph
from articles.imports.references import split_references
from articles.records.cleaning import FORBIDDEN
from articles.records.languages import LANGUAGES, Language
from articles.records.names import Name, parse_names

from ..numbers import parse_number
from .form.row_sets import MAX_ROWS

LINE_NUMBER = re.compile(r"^\s*\d{1,3}[.)]\s+")
LOWERED = str.maketrans(RAISED)  # ¹ and 1 beside one another are one kind of mark
REFERENCE_BOXES = ("references_original", "references_romanized")
MAX_CHARACTERS = 200_000
NAME_PARTS = (
    ("family_name", "family"),
    ("given_name", "given"),
    ("patronymic", "patronymic"),
    ("suffix", "suffix"),
)


class PastedAuthor(msgspec.Struct, frozen=True):
    """One author as pasted in one language."""

    name: Name
    marks: tuple[str, ...] = ()  # numbers of affiliations
    is_corresponding: bool = False


class PrintedName(msgspec.Struct, frozen=True):
    text: str
    marks: tuple[str, ...]
    is_corresponding: bool


def parse_authors(text: str, language: Language) -> list[PastedAuthor]:
    """Authors on one line or one a line; a star marks the corresponding one."""
    printed = [name for line in text[:MAX_CHARACTERS].splitlines() for name in printed_names(line)]
    names = parse_names([author.text for author in printed], language)
    return [
        PastedAuthor(name, author.marks, author.is_corresponding)
        for name, author in zip(names, printed, strict=True)
    ]


def printed_names(line: str) -> Iterator[PrintedName]:
    line = LINE_NUMBER.sub("", FORBIDDEN.sub(" ", line)).strip().translate(LOWERED)
    if not line:
        return
    if byline := parse_byline(Paragraph(text=line)):
        for person in byline.people:
            yield PrintedName(person.name, numbers(person.marks.signs), person.marks.star)
        return
    bare, marks = read_marks(with_plain_marks(line))
    yield PrintedName(bare.strip(" ,;"), numbers(marks.signs), marks.star)


def numbers(signs: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sign for sign in signs if sign.isdigit())


def add_pasted_authors(posted: QueryDict) -> QueryDict | None:
    """The form's data with rows for the pasted authors; None where "_paste" was not pressed."""
    if posted.get("_paste") != "authorships":
        return None
    by_language = {code: parse_authors(posted.get(f"paste_{code}", ""), code) for code in LANGUAGES}
    by_language = {code: authors for code, authors in by_language.items() if authors}
    data = posted.copy()
    free = free_rows(data, list(by_language))
    for place in range(min(max(map(len, by_language.values()), default=0), MAX_ROWS)):
        row = free[place] if place < len(free) else add_row(data)
        prefix = f"authorships-{row}"
        data[f"{prefix}-order"] = data.get(f"{prefix}-order") or str(row + 1)
        for code, authors in by_language.items():
            if place < len(authors):
                fill_row(data, prefix, code, authors[place])
    for code in LANGUAGES:
        data[f"paste_{code}"] = ""
    return data


def free_rows(data: QueryDict, languages: list[Language]) -> list[int]:
    """Rows that are not deleted and have no name in these languages yet."""
    count = parse_number(data.get("authorships-TOTAL_FORMS"))
    return [
        row
        for row in range(min(count, MAX_ROWS))
        if not data.get(f"authorships-{row}-DELETE")
        and not any(data.get(f"authorships-{row}-family_name_{code}") for code in languages)
    ]


def add_row(data: QueryDict) -> int:
    row = parse_number(data.get("authorships-TOTAL_FORMS"))
    data["authorships-TOTAL_FORMS"] = str(row + 1)
    data[f"authorships-{row}-kind"] = "person"
    return row


def fill_row(data: QueryDict, prefix: str, code: Language, author: PastedAuthor) -> None:
    for column, part in NAME_PARTS:
        data[f"{prefix}-{column}_{code}"] = getattr(author.name, part)
    if author.marks and not data.get(f"{prefix}-marks"):
        data[f"{prefix}-marks"] = ", ".join(author.marks)
    if author.is_corresponding:
        data[f"{prefix}-corresponding"] = "on"


def split_pasted_references(posted: QueryDict) -> QueryDict | None:
    """The form's data with both boxes split into entries; None where "_split" was not pressed."""
    if posted.get("_split") != "references":
        return None
    data = posted.copy()
    for box in REFERENCE_BOXES:
        data[box] = "\n".join(split_references(data.get(box, "")))
    return data


def split_references_view(_admin: object, request: HttpRequest) -> JsonResponse:
    """POST with a pasted list: its entries, for the script."""
    return JsonResponse(
        {"entries": split_references(request.POST.get("text", "")[:MAX_CHARACTERS])}
    )
