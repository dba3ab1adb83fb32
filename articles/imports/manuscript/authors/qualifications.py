"""Degree, academic title and post in one printed line: `PhD, профессор, кафедра меңгерушісі`."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from articles.imports.manuscript.vocabulary import Words

Field = Literal["degree", "academic_title", "post"]

# A post may hold the name of a degree or a title, so posts are tried first.
FIELDS: dict[Field, Words] = {
    "post": Words("post of a person"),
    "degree": Words("degree of a person"),
    "academic_title": Words("title of a person"),
}
COMMA = re.compile(r"\s*[,;]\s+")


class Qualifications(msgspec.Struct, frozen=True):
    """Each as printed, '' if it is not printed."""

    degree: str = ""
    academic_title: str = ""
    post: str = ""


def parse_qualifications(printed: str) -> Qualifications:
    """Sort the pieces between commas; a piece of no known kind continues the one before it."""
    pieces_by_field: dict[Field, list[str]] = {"degree": [], "academic_title": [], "post": []}
    field: Field = "degree"
    for piece in filter(None, COMMA.split(printed.strip(" ,;."))):
        field = qualification_field(piece) or field
        pieces_by_field[field].append(piece)
    return Qualifications(**{name: ", ".join(pieces) for name, pieces in pieces_by_field.items()})


def qualification_field(piece: str) -> Field | None:
    """Return what a piece names, or None if it is no known word."""
    return next((field for field, words in FIELDS.items() if words.are_in(piece)), None)
