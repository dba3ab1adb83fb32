"""Whether lines print certain words, whatever their case, look-alike letters and line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from articles.imports.readers.line import Line
from articles.records.scripts.lookalikes import CYRILLIC_LETTERS, LATIN_LETTERS

PAIRS = [*zip(LATIN_LETTERS, CYRILLIC_LETTERS, strict=True), *zip("hjsyӊ", "нјѕуң", strict=True)]
ALIKE = {ord(one.upper()): other.upper() for one, other in PAIRS}
ALIKE |= {ord("Ү"): "У", ord("Ұ"): "У", ord("Һ"): "Н"}
INITIALS = re.compile(r"(?:[^\W\d_]{1,3}\.)+[^\W\d_]{0,3}")
NUMBERS = re.compile(r"\d+")
RAISED = re.compile(r"[⁰¹²³⁴-⁹ᵃᵇᶜᵈᵉ]|\^[^^]*\^")
TAG = re.compile(r"<?/?\b(?:sub|sup)\b>?|</?[ib]>", re.IGNORECASE)  # whole or in part
WORD = re.compile(r"[^\W\d_]{3}")  # marks have fewer letters
COUNTED = ("order", "id", "affiliations", "corresponding")  # counted, not printed


def fold(text: str) -> str:
    """Return letters and digits alone, in capitals, without the markup of a record."""
    return "".join(filter(str.isalnum, TAG.sub("", text))).upper().translate(ALIKE)


def readings(line: Line) -> tuple[str, str, str]:
    """Return a line as printed, without raised signs, and without superscript marks as well.

    A value may leave out such signs from the middle of a word.
    """
    spans = [span for span in line.spans if span.style == "sup"]
    marks = [span for span in spans if not WORD.search(line.text[span.start : span.end])]
    raised = {at for span in marks for at in range(span.start, span.end)}
    level = "".join(sign for at, sign in enumerate(line.text) if at not in raised)
    return f"{line.label}{line.text}", RAISED.sub("", line.text), RAISED.sub("", level)


class Printed:
    """The letters of some lines, to look up values in."""

    def __init__(self, lines: Iterable[Line]) -> None:
        read = zip(*map(readings, lines), strict=True)
        # A tag may be broken over two lines, or seem to be.
        self.stream = "".join("".join(map(fold, whole)) + fold("".join(whole)) for whole in read)

    def lacks(self, path: str, value: Any) -> Iterator[str]:
        """The words of a value that the lines do not print."""
        *_, last = path.split(".")
        if path.startswith("dates."):
            yield from (part for part in value.split("-") if not self._has_number(part))
        elif last not in COUNTED and path != "article_language":
            yield from self.lacks_any(value, set())

    def lacks_any(self, value: Any, skipped: set[str]) -> Iterator[str]:
        """The same for lists and objects, without some of their fields."""
        if isinstance(value, str):
            yield from (word for word in value.split() if not self._has_word(word))
        elif isinstance(value, dict):
            for key, member in value.items():
                if key not in skipped:
                    yield from self.lacks_any(member, skipped)
        elif isinstance(value, list | tuple):
            for member in value:
                yield from self.lacks_any(member, skipped)
        elif (
            isinstance(value, int) and not isinstance(value, bool) and str(value) not in self.stream
        ):
            yield str(value)

    def lacks_letters(self, text: str) -> Iterator[str]:
        """The same for a full text, whose numbers of notes and lists are generated."""
        letters = NUMBERS.sub("", self.stream)
        for word in text.split():
            if NUMBERS.sub("", fold(word)) not in letters:
                yield word

    def _has_word(self, word: str) -> bool:
        """Whether a word is printed; initials may have a mark between them."""
        if fold(word) in self.stream:
            return True
        parts = word.split(".") if INITIALS.fullmatch(word) else [RAISED.sub("", word)]
        return any(parts) and all(fold(part) in self.stream for part in parts)

    def _has_number(self, part: str) -> bool:
        """Whether part of a date is printed: a month may be in words, a year in two digits."""
        return len(part) == 2 or part in self.stream or part[2:] in self.stream
