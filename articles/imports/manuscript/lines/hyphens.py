"""Hyphens at the end of a line: part of the word, or made by the line break."""

from __future__ import annotations

import re
from collections.abc import Iterable

from articles.imports.manuscript.vocabulary import VOCABULARY
from articles.records.scripts import words

BROKEN = re.compile(r"(?<![^\W\d_])([^\W\d_][\w'’]*)-$")
STARTS = re.compile(r"^([^\W\d_][\w'’]*)")
ADDRESS_END = re.compile(r"(?:https?://|www\.|10\.\d{4})\S*$")
ADDRESS_START = re.compile(r"[\d/_.?=&%#~-]")
# First halves of compounds, and particles: both keep their hyphen.
HALVES, PARTICLES = (frozenset(VOCABULARY[kind]) for kind in ("first halves", "particles"))
USUAL_SHARE = 0.04  # of lines ending in a hyphen, in a text that breaks no words


class Hyphens:
    """The words of one text, and whether its lines break inside words."""

    def __init__(self, lines: Iterable[str]) -> None:
        lines = list(lines)
        self.known = {word.text.lower() for line in lines for word in words(line)}
        broken = sum(bool(BROKEN.search(line)) for line in lines)
        self.breaks_words = broken > USUAL_SHARE * max(1, len(lines)) and broken > 2

    def strip_hyphen(self, line: str, following: str) -> str | None:
        """Return the line as the next one is joined to it, without the hyphen of a line break.

        None if the two are separate words, with a blank between them.
        """
        if ADDRESS_END.search(line) and (line[-1] in "-/_.=?&%" or ADDRESS_START.match(following)):
            return line
        first, second = BROKEN.search(line), STARTS.match(following)
        if not first or not second:
            return line if re.search(r"\d-$", line) and following[:1].isdigit() else None
        return line if self._is_own_hyphen(first[1], second[1]) else line[:-1]

    def _is_own_hyphen(self, first: str, second: str) -> bool:
        half, rest = first.lower(), second.lower()
        is_capital = first.isupper() and second.isupper() and len(first) > 1
        if f"{half}-{rest}" in self.known or (second[0].isupper() and not is_capital):
            return True
        if f"{half}{rest}" in self.known:
            return False
        if half in HALVES or rest in PARTICLES:
            return True
        return not self.breaks_words and not is_capital
