"""Affiliation lines: which lines name an organisation, and which part of them is its name; what
stands beside a name likewise.
"""

from __future__ import annotations

import re

import msgspec

from articles.imports.manuscript.authors.contacts import find_orcids, strip_contacts
from articles.imports.manuscript.authors.marks import is_correspondent, leading_marks, with_marks
from articles.imports.manuscript.lines.paragraph import Paragraph
from articles.imports.manuscript.splitting import split_outside_brackets
from articles.imports.manuscript.vocabulary import (
    ADDRESS,
    DEGREE,
    KEEPS_STOP,
    ORGANISATION,
    PLACE,
    SURELY_ORGANISATION,
    VOCABULARY,
)
from articles.records.languages import Language

LONGEST = 400  # characters
BEFORE_BRACKETS = re.compile(r"(.*?\S)\s*\(([^()]+)\)\W*$")
IN_BRACKETS = re.compile(r"^\(([^()]*)\)[.,]?$")
NOTE = re.compile(r"\s*\(([^()]*)\)")
SENTENCE = re.compile(r"[^\W\d_]{4,}\. [^\W\d_a-zа-я][^\W\d_]{3,}.*[^\W\d_]{4,}\.")


class AffiliationLine(msgspec.Struct, frozen=True, kw_only=True):
    """An affiliation in one language as printed; `signs` are the marks that authors refer to."""

    name: str
    signs: tuple[str, ...] = ()
    orcids: tuple[str, ...] = ()
    lines: tuple[int, ...] = ()
    degree: str = ""  # degrees and posts before the name
    language: Language | None = None  # in which it is printed
    star: bool = False  # it says that its author is the corresponding one
    is_open: bool = False  # a comma at the end says that the next line continues it


def is_affiliation(paragraph: Paragraph) -> bool:
    """Whether a line looks like an affiliation by itself."""
    text = with_marks(paragraph)
    if len(text) > LONGEST or SENTENCE.search(text) or paragraph.heading:
        return False
    name, signs = leading_marks(text)
    if not ORGANISATION.are_in(name) and not (signs and PLACE.are_in(name)):
        return False
    return bool((signs or _is_unmarked(paragraph, name)) and split_posts(name)[1])


def parse_affiliation_line(paragraph: Paragraph) -> AffiliationLine | None:
    """Return the affiliation of a line that is known to name one; None if nothing is left of it."""
    text = with_marks(paragraph)
    name, signs = leading_marks(text)
    notes = [note for note in NOTE.finditer(name) if is_correspondent(note[1])]
    for note in notes:
        name = name.replace(note[0], "")
    degree, bare = split_posts(name)
    if not bare:
        return None
    return AffiliationLine(
        name=bare,
        star=bool(notes),
        degree=degree,
        signs=signs,
        orcids=tuple(find_orcids(text)),
        lines=paragraph.lines,
        is_open=text.endswith(","),
    )


def _is_unmarked(paragraph: Paragraph, name: str) -> bool:
    """Whether a line without a mark is an affiliation: titles hold words of organisations too."""
    located = PLACE.are_in(name) and "," in name
    if paragraph.is_capital and not located:
        return False
    if not SURELY_ORGANISATION.are_in(name):
        return located and len(name.split()) < 25
    return located or len(name.split()) <= 12


def affiliation_name(text: str) -> str:
    """Return the organisation without degrees before it, e-mails, and the full stop."""
    return split_posts(text)[1]


def split_posts(text: str) -> tuple[str, str]:
    """Return the degrees and posts before an organisation, and the organisation."""
    text = strip_contacts(re.sub(r"\^[^^]*\^|[✉†‡⁎∗]", "", text))
    text = IN_BRACKETS.sub(r"\1", text)
    parts = text.split(", ")
    posts = []
    while len(parts) > 1 and is_detail(parts[0]):
        posts.append(parts.pop(0))
    text = re.sub(r"\.{2,}$", ".", ", ".join(parts).strip(" ,;:–-*"))
    return ", ".join(posts), text if KEEPS_STOP.search(text) else text.rstrip(". ")


def is_place(paragraph: Paragraph) -> bool:
    """Whether a line is nothing but a city or a country, which continues an affiliation."""
    text = paragraph.text.strip(" .()")
    words = text.split()
    if len(words) > 7 or ("," not in text and (len(words) > 4 or any(map(_is_common, words)))):
        return False
    return len(text) < 80 and PLACE.are_in(text) and not ORGANISATION.are_in(text)


def _is_common(word: str) -> bool:
    """Whether a word is none of a place's name: «воздуха» in «Качество воздуха города Алматы»."""
    return word[:1].islower() and word.strip(".") not in VOCABULARY["word of a place"]


def is_degree(paragraph: Paragraph) -> bool:
    """Whether a line holds degrees and posts, without an organisation."""
    return len(paragraph.text) < 200 and is_detail(paragraph.text)


def is_address(paragraph: Paragraph) -> bool:
    """Whether a line is a postal address."""
    return len(paragraph.text) < 200 and ADDRESS.are_in(paragraph.text)


def is_detail(text: str) -> bool:
    """Whether a piece between commas is a degree or post, without an organisation."""
    return DEGREE.are_in(text) and not ORGANISATION.are_in(text)


def split_details(text: str) -> tuple[str, str]:
    """Return the degrees and posts, and the organisation with its place; '' for what is missing."""
    bracket = BEFORE_BRACKETS.match(text)
    if bracket and ORGANISATION.are_in(bracket[2]) and not ORGANISATION.are_in(bracket[1]):
        return bracket[1].strip(" ,."), affiliation_name(bracket[2])
    pieces = split_outside_brackets(strip_contacts(text))
    pieces = [piece for piece in pieces if piece.strip(" *^.")]
    start = _organisation_start(pieces)
    organisation = affiliation_name(", ".join(pieces[start:]))
    return ", ".join(pieces[:start]).strip(" ."), organisation


def _organisation_start(pieces: list[str]) -> int:
    """The first piece with an organisation that is no post in it; without one, what has a place."""
    for at, piece in enumerate(pieces):
        if ORGANISATION.are_in(piece) and not DEGREE.begin(piece):
            return at
    known = next((at for at, piece in enumerate(pieces) if not DEGREE.are_in(piece)), len(pieces))
    are_places = [PLACE.are_in(piece) for piece in pieces[known:]]
    is_located = any(are_places) and not are_places[0]
    return known if is_located else len(pieces)
