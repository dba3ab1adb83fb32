"""What stands beside a name: degrees and posts, then an organisation with its place."""

from __future__ import annotations

import re

from articles.imports.manuscript.authors.affiliation_lines import affiliation_name
from articles.imports.manuscript.authors.contacts import strip_contacts
from articles.imports.manuscript.vocabulary import DEGREE, ORGANISATION, PLACE

COMMA = re.compile(r",\s+(?![^«»]*»)(?![^()]*\))")

IN_BRACKETS = re.compile(r"(.*?\S)\s*\(([^()]+)\)\W*$")


def is_detail(text: str) -> bool:
    """Whether a piece between commas is a degree or post, without an organisation."""
    return DEGREE.are_in(text) and not ORGANISATION.are_in(text)


def split_details(text: str) -> tuple[str, str]:
    """Return the degrees and posts, and the organisation with its place; '' for what is missing."""
    bracket = IN_BRACKETS.match(text)
    if bracket and ORGANISATION.are_in(bracket[2]) and not ORGANISATION.are_in(bracket[1]):
        return bracket[1].strip(" ,."), affiliation_name(bracket[2])
    pieces = [piece.strip() for piece in COMMA.split(strip_contacts(text)) if piece.strip(" *^.")]
    start = _organisation_start(pieces)
    organisation = affiliation_name(", ".join(pieces[start:]))
    return ", ".join(pieces[:start]).strip(" ."), organisation


def _organisation_start(pieces: list[str]) -> int:
    """The first piece with an organisation that is no post in it; without one, what has a place."""
    named = [at for at, piece in enumerate(pieces) if ORGANISATION.are_in(piece)]
    while named and DEGREE.begin(pieces[named[0]]):
        named.pop(0)
    if named:
        return named[0]
    known = next((at for at, piece in enumerate(pieces) if not DEGREE.are_in(piece)), len(pieces))
    is_located = not PLACE.are_in(" ".join(pieces[known : known + 1])) and any(
        PLACE.are_in(piece) for piece in pieces[known + 1 :]
    )
    return known if is_located else len(pieces)
