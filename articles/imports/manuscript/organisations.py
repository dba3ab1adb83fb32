"""Lines that name organisations: which they are, and what of them is the name."""

from __future__ import annotations

import re

import msgspec

from articles.imports.manuscript.contacts import emails, orcids, without_contacts
from articles.imports.manuscript.marks import leading_marks, with_marks
from articles.imports.manuscript.paragraph import Paragraph
from articles.imports.manuscript.vocabulary import (
    ADDRESS,
    DEGREE,
    KEEPS_STOP,
    ORGANISATION,
    PLACE,
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
    named = bool(ORGANISATION.search(name))
    if not named and not (signs and PLACE.search(name)):
        return None
    if not signs and not PLACE.search(name) and "," not in name and len(name.split()) > 12:
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


def name_only(text: str) -> str:
    """The organisation without people's degrees before it, addresses of mail, its full stop."""
    text = without_contacts(re.sub(r"\^[^^]*\^", "", text))
    parts = text.split(", ")
    while len(parts) > 1 and DEGREE.search(parts[0]) and not ORGANISATION.search(parts[0]):
        parts.pop(0)
    text = ", ".join(parts).strip(" ,;:–-*")
    return text if KEEPS_STOP.search(text) else text.rstrip(". ")


def is_place(paragraph: Paragraph) -> bool:
    """A line with nothing but a city or a country: it goes on from an organisation."""
    text = paragraph.text.strip(" .()")
    return len(text) < 80 and bool(PLACE.search(text)) and not ORGANISATION.search(text)


def is_degree(paragraph: Paragraph) -> bool:
    """A line of degrees and posts, without an organisation."""
    text = paragraph.text
    return len(text) < 200 and bool(DEGREE.search(text)) and not ORGANISATION.search(text)


def is_address(paragraph: Paragraph) -> bool:
    """A postal address or a telephone by itself."""
    return len(paragraph.text) < 200 and bool(ADDRESS.search(paragraph.text))
