"""The words of labels in every language (phrases.json), and letters folded to compare them.

Phrases of `other` languages (Kyrgyz, Uzbek, Turkish) mark parts that belong to no field.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

Element = Literal[
    "abstract", "keywords", "irsti", "udc", "doi", "other_code", "article_type", "correspondence",
    "email", "orcid", "received", "revised", "accepted", "published", "citation", "pages",
    "references", "romanized", "bios", "contributions", "funding", "thanks", "conflict",
    "statement", "imprint", "title", "authors", "affiliation",
]  # fmt: skip
LabelLanguage = Literal["kk", "ru", "en", "other", ""]
LABELS: dict[Element, dict[LabelLanguage, tuple[str, ...]]] = msgspec.json.decode(
    Path(__file__).with_name("phrases.json").read_bytes(),
    type=dict[Element, dict[LabelLanguage, tuple[str, ...]]],
)
EVENTS: tuple[Element, ...] = ("received", "revised", "accepted", "published")
FOLDED: dict[int, int | str] = {
    **str.maketrans("АВЕКМНОРСТУХІЅЈҺЁƏ", "ABEKMHOPCTYXISJHEӘ"),
    **dict.fromkeys(map(ord, "’‘ʼʻ`´ʹ"), "'"),
    **dict.fromkeys(map(ord, "‐‑‒–—−"), "-"),
}


def fold_letters(text: str) -> str:
    """Return the text in capitals with look-alike Cyrillic as Latin; its length stays the same.

    So `Kлючевые cлова` equals its label.
    """
    upper = "".join(big if len(big := char.upper()) == 1 else char for char in text)
    return upper.translate(FOLDED)


def phrase_pattern(*elements: Element) -> str:
    """Return a pattern of the folded labels of some elements, the longest first."""
    phrases = {
        fold_letters(phrase)
        for element in elements
        for group in LABELS[element].values()
        for phrase in group
    }
    return "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))


@cache
def label_words(*elements: Element) -> re.Pattern[str]:
    """Return a pattern of these labels as whole words anywhere in a folded text."""
    return re.compile(rf"(?<!\w)(?:{phrase_pattern(*elements)})(?!\w)")
