"""Characters that nobody sees: zero-width ones, marks of direction, no-break spaces, tabs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.preflight.messages import fill, spot_in
from articles.preflight.subject import Passage, Subject
from articles.records.findings import Finding, Level

from .reporting import DELETE, WITH_A_SPACE, typed_texts

DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
JOINERS = "\u200c\u200d"
JOINED = ("Lo", "Mn", "Mc", "So", "Sk")  # letters of Arabic and Indian scripts, emoji
NO_BREAK = "\u00a0\u2007\u202f"
HIDDEN = re.compile(
    f"[\u00ad\u034f\u180e\u200b\u2060-\u2064\ufeff{JOINERS}{DIRECTION}"
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ue000-\uf8ff]"
)
MARK_OF_DIRECTION = re.compile(f"[{DIRECTION}]")
LINE_BREAKS = "\n\r\u2028\u2029"
SPACES = re.compile(f"[\t{LINE_BREAKS}{NO_BREAK}]")
PARAGRAPHS = ("abstract", "statements", "bio")  # a line break divides them
STAND_IN = "▯"
AROUND = 12  # characters shown on each side

INVISIBLE = _("“%(text)s”: an invisible character (%(code)s) stands at ▯.")
SPACE = _("“%(text)s”: a no-break space (%(code)s) stands at ▯.")
BREAK = _("“%(text)s”: a tab or a line break stands at ▯.")


def check_invisible_characters(subject: Subject) -> Iterator[Finding]:
    """Each kind of invisible character, once in a field and language."""
    seen: set[tuple[str, object, str]] = set()
    for passage in typed_texts(subject):
        if passage.text.isprintable():  # no-break spaces and controls are not printable
            continue
        is_right_to_left = has_right_to_left(passage.text)
        for match in (*HIDDEN.finditer(passage.text), *SPACES.finditer(passage.text)):
            place = (passage.field.partition("[")[0], passage.language, match[0])
            if place not in seen and not is_meant(passage, match, is_right_to_left):
                seen.add(place)
                yield finding(passage, match)


def has_right_to_left(text: str) -> bool:
    """Whether it has Arabic, Hebrew or the like; the marks of direction themselves do not count."""
    return any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in HIDDEN.sub("", text))


def is_meant(passage: Passage, match: re.Match[str], is_right_to_left: bool) -> bool:
    """Whether the writing needs it: a script from right to left, joined letters, paragraphs."""
    sign, text = match[0], passage.text
    if sign in LINE_BREAKS:
        return passage.field.endswith(PARAGRAPHS) or passage.field.startswith(PARAGRAPHS)
    if sign in JOINERS:
        around = text[max(0, match.start() - 1) : match.start()] + text[match.end() :][:1]
        return any(unicodedata.category(one) in JOINED for one in around)
    return is_right_to_left and bool(MARK_OF_DIRECTION.match(sign))


def finding(passage: Passage, match: re.Match[str]) -> Finding:
    level, message, remedy = kind_of(match[0], passage.field)
    start, end = match.span()
    before, after = passage.text[max(0, start - AROUND) : start], passage.text[end:][:AROUND]
    return Finding(
        level,
        passage.field,
        passage.language,
        fill(
            message,
            text=HIDDEN.sub("", " ".join(f"{before}{STAND_IN}{after}".split())),
            code=f"U+{ord(match[0]):04X}",
        ),
        remedy,
        spot=spot_in(passage.text, start, end),
    )


def kind_of(sign: str, field: str) -> tuple[Level, Promise, Promise]:
    """No-break spaces are a note, except in keywords, which are compared by their signs."""
    if sign in NO_BREAK:
        return Level.WARNS if field == "keywords" else Level.NOTES, SPACE, WITH_A_SPACE
    if SPACES.match(sign):
        return Level.WARNS, BREAK, WITH_A_SPACE
    return Level.WARNS, INVISIBLE, DELETE
