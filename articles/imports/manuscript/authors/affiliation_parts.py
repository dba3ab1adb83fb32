"""The parts of a printed affiliation: organisation, unit, city and country, where the line tells.

Nothing is guessed: a city needs a country behind it or a word for a city, and streets and post
codes are left out; the whole line stays the evidence.
"""

from __future__ import annotations

import re

import msgspec

from articles.imports.manuscript.splitting import split_outside_brackets
from articles.imports.manuscript.vocabulary import ADDRESS, ORGANISATION, UNIT, WHOLE
from articles.records.countries import COUNTRIES, code_of_name

SEPARATOR = re.compile(r",\s+|;")
PLACE_IN_BRACKETS = re.compile(r"^(.{8,}?)\s*\(([^()]{3,80})\)$")
CITY_WORDS = re.compile(
    r"^(?:г\.|город|қ\.|city of)\s*(?=\w)|\s+(?:қ\.?|қаласы|city)$", re.IGNORECASE
)
CITY = re.compile(r"[^\W\d_]+(?:[\s-][^\W\d_]+){0,2}")


class AffiliationParts(msgspec.Struct, frozen=True):
    """Each as printed, '' if the line does not tell it; the country as its ISO 3166-1 code."""

    name: str
    unit: str = ""
    city: str = ""
    country: str = ""


def split_affiliation(printed: str) -> AffiliationParts:
    """Return the parts of an affiliation as printed in one language."""
    text = printed.strip()
    bracket = PLACE_IN_BRACKETS.match(text)
    places = bracket[2].split(",") if bracket else []
    if bracket and any(map(_country, places)):
        last = sorted(places, key=lambda place: bool(_country(place)))
        text = ", ".join([bracket[1], *(place.strip() for place in last)])
    pieces = [piece.strip(" .") for piece in split_outside_brackets(text, SEPARATOR)]
    pieces = list(filter(None, pieces))
    country = _take_country(pieces)
    city = _take_city(pieces, bool(country))
    streets = [piece for piece in pieces if piece.isdigit() or ADDRESS.are_in(piece)]
    pieces = [piece for piece in pieces if piece not in streets] or pieces
    units = [piece for piece in pieces if UNIT.are_in(piece) and not WHOLE.are_in(piece)]
    if len(units) == len(pieces) or not any(WHOLE.are_in(piece) for piece in pieces):
        units = []
    name = ", ".join(piece for piece in pieces if piece not in units)
    return AffiliationParts(name or printed, ", ".join(units), city, country)


def _take_country(pieces: list[str]) -> str:
    """The code of the country at the end, or at the beginning; its piece is taken out."""
    for at in (-1, 0):
        if len(pieces) > 1 and (country := _country(pieces[at])):
            pieces.pop(at)
            return country
    return ""


def _take_city(pieces: list[str], has_country: bool) -> str:
    for at in (-1, 0):
        piece = pieces[at] if len(pieces) > 1 else ""
        city = CITY_WORDS.sub("", piece)
        is_named = city != piece
        if ORGANISATION.are_in(piece) or UNIT.are_in(piece) or not CITY.fullmatch(city):
            continue
        if is_named or (has_country and city[:1].isupper()):
            pieces.pop(at)
            return city
    return ""


def _country(text: str) -> str:
    """The code of the country that a text names; a code alone may be a state: `Boston, MA`."""
    return "" if text.strip(" .").upper() in COUNTRIES else code_of_name(text)
