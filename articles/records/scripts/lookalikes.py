"""Latin letters inside Cyrillic words and the reverse, mended by the rest of the word."""

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
from articles.records.scripts.words import MARKS, Spot, words

# Drawn alike. Those of the second row look alike to OCR, or stand in old Kazakh fonts.
LATIN_LETTERS = "aceiopxyABCEHIKMOPTXY" + "hkəƏɵƟ"
CYRILLIC_LETTERS = "асеіорхуАВСЕНІКМОРТХУ" + "һкәӘөӨ"
TO_CYRILLIC = dict(zip(LATIN_LETTERS, CYRILLIC_LETTERS, strict=True))
TO_LATIN = {cyrillic: latin for latin, cyrillic in TO_CYRILLIC.items()} | {
    "Һ": "h",
    "ѕ": "s",
    "ј": "j",
    "Ѕ": "S",
}
# In a Kazakh text a Latin Y is drawn like Ү, in a Russian one like У.
TO_KAZAKH = TO_CYRILLIC | {"Y": "Ү"}
# The ң of another alphabet, wrong in every Kazakh or Russian word.
HOOKED = str.maketrans("ӊӉ", "ңҢ")

LETTERS = re.compile(rf"(?:[^\W\d_][{MARKS}]*)+")
SEAM = re.compile(rf"[{CYRILLIC}][{MARKS}]*[{LATIN}]|[{LATIN}][{MARKS}]*[{CYRILLIC}]")


def fold_lookalikes(text: str) -> str:
    """The text with each word in one script; what is certain neither way, and numerals, stay."""
    text = text.translate(HOOKED)
    if not SEAM.search(text):
        return text
    table = _table(text)
    return LETTERS.sub(lambda run: _mended(run[0], table), text)


def mixed_words(text: str) -> Iterator[Spot]:
    """The words that fold_lookalikes would mend."""
    mended = fold_lookalikes(text)
    if mended == text:
        return
    for word in words(text):
        if mended[word.start : word.end] != word.text:
            yield Spot(word.text, word.start, word.end, mended[word.start : word.end])


def _table(text: str) -> dict[str, str]:
    return TO_CYRILLIC if KAZAKH_LETTERS.isdisjoint(text) else TO_KAZAKH


def _mended(run: str, to_cyrillic: dict[str, str]) -> str:
    if not SEAM.search(run) or numeral(run):
        return run
    table = to_cyrillic if _is_rather_cyrillic(run) else TO_LATIN
    mended = "".join(table.get(letter, letter) for letter in run)
    return run if SEAM.search(mended) else mended


def _is_rather_cyrillic(run: str) -> bool:
    """By the letters that only one script has; where both or neither have one, by their number."""
    cyrillic = [letter for letter in run if is_cyrillic(letter)]
    latin = [letter for letter in run if is_latin(letter)]
    certain = sum(letter not in TO_LATIN for letter in cyrillic)
    foreign = sum(letter not in TO_CYRILLIC for letter in latin)
    return certain > foreign or (certain == foreign and len(cyrillic) >= len(latin))
