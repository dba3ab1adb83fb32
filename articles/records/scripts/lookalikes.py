"""Look-alike letters: Latin letters inside Cyrillic words and the reverse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.records.scripts.alphabets import (
    CYRILLIC,
    KAZAKH_LETTERS,
    LATIN,
    is_cyrillic,
    is_latin,
)
from articles.records.scripts.numerals import numeral
from articles.records.scripts.words import MARKS, WordCorrection, words

# Letters that look alike; the second part to OCR or in old Kazakh fonts.
LATIN_LETTERS = "aceiopxyABCEHIKMOPTXY" + "hkəƏɵƟ"
CYRILLIC_LETTERS = "асеіорхуАВСЕНІКМОРТХУ" + "һкәӘөӨ"
TO_CYRILLIC = dict(zip(LATIN_LETTERS, CYRILLIC_LETTERS, strict=True))
TO_LATIN = {cyrillic: latin for latin, cyrillic in TO_CYRILLIC.items()} | {
    "Һ": "h",
    "ѕ": "s",
    "ј": "j",
    "Ѕ": "S",
}
# A Latin Y looks like Ү in a Kazakh text, like У in a Russian one.
TO_KAZAKH = TO_CYRILLIC | {"Y": "Ү"}
# A letter of another alphabet in place of ң, wrong in Kazakh and in Russian.
HOOKED = str.maketrans("ӊӉ", "ңҢ")

LETTERS = re.compile(rf"(?:[^\W\d_][{MARKS}]*)+")
SEAM = re.compile(rf"[{CYRILLIC}][{MARKS}]*[{LATIN}]|[{LATIN}][{MARKS}]*[{CYRILLIC}]")


def fold_lookalikes(text: str) -> str:
    """Return the text with each word in one script; unclear words and numerals stay."""
    text = text.translate(HOOKED)
    if not SEAM.search(text):
        return text
    table = _table(text)
    return LETTERS.sub(lambda run: _repair(run[0], table), text)


def mixed_words(text: str) -> Iterator[WordCorrection]:
    """The words that fold_lookalikes would correct."""
    repaired = fold_lookalikes(text)
    if repaired == text:
        return
    for word in words(text):
        if repaired[word.start : word.end] != word.text:
            yield WordCorrection(word.text, word.start, word.end, repaired[word.start : word.end])


def _table(text: str) -> dict[str, str]:
    return TO_CYRILLIC if KAZAKH_LETTERS.isdisjoint(text) else TO_KAZAKH


def _repair(run: str, to_cyrillic: dict[str, str]) -> str:
    if not SEAM.search(run) or numeral(run):
        return run
    table = to_cyrillic if _is_rather_cyrillic(run) else TO_LATIN
    repaired = "".join(table.get(letter, letter) for letter in run)
    return run if SEAM.search(repaired) else repaired


def _is_rather_cyrillic(run: str) -> bool:
    """By letters that only one script has; if undecided, by their number."""
    cyrillic = [letter for letter in run if is_cyrillic(letter)]
    latin = [letter for letter in run if is_latin(letter)]
    certain = sum(letter not in TO_LATIN for letter in cyrillic)
    foreign = sum(letter not in TO_CYRILLIC for letter in latin)
    return certain > foreign or (certain == foreign and len(cyrillic) >= len(latin))
