"""Whether words stand in lines, whatever their case, their alphabet's look-alikes, their breaks."""

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
TAG = re.compile(r"<?/?\b(?:sub|sup)\b>?|</?[ib]>", re.IGNORECASE)  # whole, or what is left of it
WORD = re.compile(r"[^\W\d_]{3}")  # of so many letters no mark is made
COUNTED = ("order", "id", "affiliations", "corresponding")  # made by counting, not printed


def folded(text: str) -> str:
    """Letters and digits alone, without the markup that a record may have."""
    return "".join(filter(str.isalnum, TAG.sub("", text))).upper().translate(ALIKE)


def readings(line: Line) -> tuple[str, str, str]:
    """As printed; without signs that are raised letters; without marks set raised as well.

    A value may leave such signs out from the middle of a word.
    """
    spans = [one for one in line.spans if one.style == "sup"]
    marks = [one for one in spans if not WORD.search(line.text[one.start : one.end])]
    raised = {at for one in marks for at in range(one.start, one.end)}
    level = "".join(sign for at, sign in enumerate(line.text) if at not in raised)
    return f"{line.label}{line.text}", RAISED.sub("", line.text), RAISED.sub("", level)


class Printed:
    """Some lines, asked whether they print a value."""

    def __init__(self, lines: Iterable[Line]) -> None:
        read = zip(*map(readings, lines), strict=True)
        # A tag may be broken over two lines, or seem to be.
        self.stream = "".join(
            "".join(map(folded, whole)) + folded("".join(whole)) for whole in read
        )

    def lacks(self, path: str, value: Any) -> Iterator[str]:
        """The words of a value that stand nowhere in the lines."""
        *_, last = path.split(".")
        if path.startswith("dates."):
            yield from (part for part in value.split("-") if not self._has_number(part))
        elif last not in COUNTED and path != "article_language":
            yield from self.lacks_any(value, set())

    def lacks_any(self, value: Any, passed: set[str]) -> Iterator[str]:
        """Down through lists and objects, those fields apart that are passed over."""
        if isinstance(value, str):
            yield from (word for word in value.split() if not self._has_word(word))
        elif isinstance(value, dict):
            for key, member in value.items():
                if key not in passed:
                    yield from self.lacks_any(member, passed)
        elif isinstance(value, list | tuple):
            for member in value:
                yield from self.lacks_any(member, passed)
        elif (
            isinstance(value, int) and not isinstance(value, bool) and str(value) not in self.stream
        ):
            yield str(value)

    def lacks_letters(self, text: str) -> Iterator[str]:
        """The same for a full text, in which numbers of notes and lists are made."""
        letters = NUMBERS.sub("", self.stream)
        for word in text.split():
            if NUMBERS.sub("", folded(word)) not in letters:
                yield word

    def _has_word(self, word: str) -> bool:
        """Initials may have a mark between them, which a name leaves out; one of two marks may."""
        if folded(word) in self.stream:
            return True
        parts = word.split(".") if INITIALS.fullmatch(word) else [RAISED.sub("", word)]
        return any(parts) and all(folded(part) in self.stream for part in parts)

    def _has_number(self, part: str) -> bool:
        """A month may stand in letters; a year in two digits."""
        return len(part) == 2 or part in self.stream or part[2:] in self.stream
