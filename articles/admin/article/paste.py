"""Many at once: pasted authors become rows, pasted lists of references become entries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec
from django.http import HttpRequest, JsonResponse

from articles.imports.manuscript.authors.bylines import parse_byline
from articles.imports.manuscript.authors.marks import RAISED, read_marks, with_plain_marks
from articles.imports.manuscript.lines.paragraph import Paragraph
from articles.imports.references import split_references
from articles.records.cleaning import FORBIDDEN
from articles.records.languages import LANGUAGES, Language
from articles.records.names import Name, parse_names

from ..numbers import parse_number
from .form.rows import MOST

NUMBER = re.compile(r"^\s*\d{1,3}[.)]\s+")
LOWERED = str.maketrans(RAISED)  # ¹ and 1 beside one another are one kind of mark
BOXES = ("references_original", "references_romanized")
LONGEST = 200_000  # characters of one pasted text
PARTS = (("family_name", "family"), ("given_name", "given"), ("patronymic", "patronymic"))


class Pasted(msgspec.Struct, frozen=True):
    """One author as pasted in one language."""

    name: Name
    marks: tuple[str, ...] = ()
    star: bool = False


def people(text: str, language: Language) -> list[Pasted]:
    """Names on one line or one a line; their marks; the star of the corresponding author."""
    found = [one for line in text[:LONGEST].splitlines() for one in people_of(line)]
    names = parse_names([printed for printed, _marks, _star in found], language)
    return [Pasted(name, marks, star) for name, (_, marks, star) in zip(names, found, strict=True)]


def people_of(line: str) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    line = NUMBER.sub("", FORBIDDEN.sub(" ", line)).strip().translate(LOWERED)
    if not line:
        return
    paragraph = Paragraph(text=line)
    if byline := parse_byline(paragraph):
        for person in byline.people:
            yield person.name, numbers(person.marks.signs), person.marks.star
        return
    bare, marks = read_marks(with_plain_marks(line))
    yield bare.strip(" ,;"), numbers(marks.signs), marks.star


def numbers(signs: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sign for sign in signs if sign.isdigit())


def with_pasted(posted: Any) -> Any | None:
    """What was typed with a row for each pasted author; None where nothing was pasted."""
    if posted.get("_paste") != "authorships":
        return None
    lists = {code: people(posted.get(f"paste_{code}", ""), code) for code in LANGUAGES}
    lists = {code: found for code, found in lists.items() if found}
    typed = posted.copy()
    free = free_rows(typed, list(lists))
    for at in range(min(max(map(len, lists.values()), default=0), MOST)):
        place = free[at] if at < len(free) else add_row(typed)
        prefix = f"authorships-{place}"
        typed[f"{prefix}-order"] = typed.get(f"{prefix}-order") or str(place + 1)
        fill(typed, prefix, {code: found[at] for code, found in lists.items() if at < len(found)})
    for code in LANGUAGES:
        typed[f"paste_{code}"] = ""
    return typed


def free_rows(typed: Any, languages: list[Language]) -> list[int]:
    """Rows that stand and have no name in these languages yet."""
    count = parse_number(typed.get("authorships-TOTAL_FORMS"))
    return [
        at
        for at in range(min(count, MOST))
        if not typed.get(f"authorships-{at}-DELETE")
        and not any(typed.get(f"authorships-{at}-family_name_{code}") for code in languages)
    ]


def add_row(typed: Any) -> int:
    at = parse_number(typed.get("authorships-TOTAL_FORMS"))
    typed["authorships-TOTAL_FORMS"] = str(at + 1)
    typed[f"authorships-{at}-kind"] = "person"
    return at


def fill(typed: Any, prefix: str, pasted: dict[Language, Pasted]) -> None:
    for code, one in pasted.items():
        for column, part in PARTS:
            typed[f"{prefix}-{column}_{code}"] = getattr(one.name, part)
        if one.marks and not typed.get(f"{prefix}-marks"):
            typed[f"{prefix}-marks"] = ", ".join(one.marks)
        if one.star:
            typed[f"{prefix}-corresponding"] = "on"


def with_split(posted: Any) -> Any | None:
    """What was typed with both reference boxes cut into entries."""
    if posted.get("_split") != "references":
        return None
    typed = posted.copy()
    for box in BOXES:
        typed[box] = "\n".join(split_references(typed.get(box, "")))
    return typed


def split_page(_admin: Any, request: HttpRequest) -> JsonResponse:
    """POST with a pasted list: its entries, for the script that puts them into a box."""
    return JsonResponse({"entries": split_references(request.POST.get("text", "")[:LONGEST])})
