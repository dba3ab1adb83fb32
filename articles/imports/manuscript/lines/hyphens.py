"""A word broken at a line's end: whether its hyphen was the printer's or is the word's own."""

from __future__ import annotations

import re
from collections.abc import Iterable

from articles.records.scripts import words

BROKEN = re.compile(r"(?<![^\W\d_])([^\W\d_][\w'’]*)-$")
STARTS = re.compile(r"^([^\W\d_][\w'’]*)")
ADDRESS_END = re.compile(r"(?:https?://|www\.|10\.\d{4})\S*$")
# First halves that keep their hyphen, and the particles that hang on one.
PREFIXES = frozenset(
    [
        "pre",
        "non",
        "post",
        "self",
        "semi",
        "anti",
        "multi",
        "inter",
        "cross",
        "co",
        "well",
        "high",
        "low",
        "long",
        "short",
        "first",
        "second",
        "third",
        "қарым",
        "ара",
        "жан",
        "іс",
        "ата",
        "өзара",
        "күш",
        "бірте",
        "оқу",
        "ғылыми",
        "қоғамдық",
        "тарихи",
        "саяси",
        "жас",
        "ұсақ",
        "бала",
        "аман",
        "научно",
        "социально",
        "общественно",
        "культурно",
        "историко",
        "учебно",
        "северо",
        "юго",
        "по",
        "во",
        "кое",
        "полу",
        "physico",
        "socio",
        "east",
        "west",
        "north",
        "south",
        "early",
        "late",
        "decision",
        "peer",
        "real",
        "large",
        "small",
    ]
)
PARTICLES = frozenset("ақ ау мыс міс ды ді то либо нибудь ка де да based like level wide".split())  # noqa: SIM905
USUAL_SHARE = 0.04  # of lines that end in a hyphen where the printer breaks no words


class Hyphens:
    """Knows the words of one text, and whether its lines are broken inside words."""

    def __init__(self, lines: Iterable[str]) -> None:
        lines = list(lines)
        self.known = {word.text.lower() for line in lines for word in words(line)}
        broken = sum(bool(BROKEN.search(line)) for line in lines)
        self.breaks_words = broken > USUAL_SHARE * max(1, len(lines)) and broken > 2

    def joined(self, line: str, following: str) -> str | None:
        """What of the line stays before the next one, or None where a blank comes between."""
        if ADDRESS_END.search(line) and (line[-1] in "-/_.=?&%" or not following[:1].isalpha()):
            return line
        first, second = BROKEN.search(line), STARTS.match(following)
        if not first or not second:
            return line if re.search(r"\d-$", line) and following[:1].isdigit() else None
        return line if self._keeps(first[1], second[1]) else line[:-1]

    def _keeps(self, first: str, second: str) -> bool:
        half, rest = first.lower(), second.lower()
        if f"{half}-{rest}" in self.known or second[0].isupper():
            return True
        if f"{half}{rest}" in self.known:
            return False
        if half in PREFIXES or rest in PARTICLES:
            return True
        return not self.breaks_words
