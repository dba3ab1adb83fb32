"""Lines that name organisations: which they are, and what of them is the name."""

from __future__ import annotations

import re

import msgspec

from articles.imports.manuscript.authors.contacts import emails, orcids, without_contacts
from articles.imports.manuscript.authors.marks import leading_marks, with_marks
from articles.imports.manuscript.lines.paragraph import Paragraph
from articles.imports.manuscript.vocabulary import (
    ADDRESS,
    DEGREE,
    KEEPS_STOP,
    ORGANISATION,
    PLACE,
    SURELY_ORGANISATION,
)

LONGEST = 400  # characters
SENTENCE = re.compile(r"[^\W\d_]{4,}\. [^\W\d_a-zа-я][^\W\d_]{3,}.*[^\W\d_]{4,}\.")


class Organisation(msgspec.Struct, frozen=True, kw_only=True):
    """An affiliation in one language as printed."""

    name: str
    signs: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    orcids: tuple[str, ...] = ()
    lines: tuple[int, ...] = ()


def organisation_of(paragraph: Paragraph) -> Organisation | None:
    """The organisation that a paragraph names, or None."""
    text = with_marks(paragraph)
    if len(text) > LONGEST or SENTENCE.search(text) or paragraph.heading:
        return None
    name, signs = leading_marks(text)
    if not ORGANISATION.search(name) and not (signs and PLACE.search(name)):
        return None
    if not signs and not _is_unmarked(paragraph, name):
        return None
    bare = name_only(name)
    if not bare:
        return None
    return Organisation(
        name=bare,
        signs=signs,
        emails=tuple(emails(text)),
        orcids=tuple(orcids(text)),
        lines=paragraph.lines,
    )


def _is_unmarked(paragraph: Paragraph, name: str) -> bool:
    """Without a number: a sure word, or a weak one with a place; titles hold such words too."""
    located = bool(PLACE.search(name)) and "," in name
    if paragraph.is_capital and not located:
        return False
    if not SURELY_ORGANISATION.search(name):
        return located and len(name.split()) < 25
    return located or len(name.split()) <= 12


def name_only(text: str) -> str:
    """The organisation without people's degrees before it, addresses of mail, its full stop."""
    text = without_contacts(re.sub(r"\^[^^]*\^|[✉†‡⁎∗]", "", text))
    parts = text.split(", ")
    while len(parts) > 1 and DEGREE.search(parts[0]) and not ORGANISATION.search(parts[0]):
        parts.pop(0)
    text = ", ".join(parts).strip(" ,;:–-*")
    return text if KEEPS_STOP.search(text) else text.rstrip(". ")


def is_place(paragraph: Paragraph) -> bool:
    """A line with nothing but a city or a country: it goes on from an organisation."""
    text = paragraph.text.strip(" .()")
    if len(text.split()) > 7 or (len(text.split()) > 4 and "," not in text):
        return False
    return len(text) < 80 and bool(PLACE.search(text)) and not ORGANISATION.search(text)


def is_degree(paragraph: Paragraph) -> bool:
    """A line of degrees and posts, without an organisation."""
    text = paragraph.text
    return len(text) < 200 and bool(DEGREE.search(text)) and not ORGANISATION.search(text)


def is_address(paragraph: Paragraph) -> bool:
    """A postal address or a telephone by itself."""
    return len(paragraph.text) < 200 and bool(ADDRESS.search(paragraph.text))
