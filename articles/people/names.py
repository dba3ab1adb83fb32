"""Names of people as they are compared: in plain letters, the same from every script.

`Сынақов`, `Сынаков` and `Synaqov` are one spelling; `Sinakov` is a similar one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from articles.search.folding import fold

SIMILAR = 88  # of 100: family names with so much in common are similar
SAME_GIVEN = 80  # of 100: Nurlan and Нұрлан; not Nurlan and Natalya
VOWELS = str.maketrans("", "", "аеиоу")
BEFORE_VOWEL = re.compile("и(?=[аеоуи])")  # Aliyev, Aliev; Юсупов, Yusupov
DOUBLED = re.compile(r"(.)\1+")
SEPARATOR = re.compile(r"[\s.]+")


class PlainName(NamedTuple):
    family: str
    given: str  # a name, or its first letter
    patronymic: str

    @property
    def block(self) -> str:
        """Only people of one block are compared: the consonants of the family name, an initial."""
        end = "а" if self.family[-1:] in "аеиоу" else ""  # Сынақов, Сынақова: two people
        return f"{self.family.translate(VOWELS)}{end} {self.given[:1]}"


@lru_cache(maxsize=50_000)  # of words, not of rows: the same word always gives the same letters
def plain_word(word: str) -> str:
    """Folded letters alone, without what romanizations write differently."""
    letters = "".join(filter(str.isalpha, fold(word).replace("ы", "и")))
    return DOUBLED.sub(r"\1", BEFORE_VOWEL.sub("", letters))


def plain_name(family: str, given: str, patronymic: str) -> PlainName | None:
    """None without a family name. `Н. Н.` as a given name is a name and a patronymic."""
    plain_family = plain_word(family)
    if not plain_family:
        return None
    names = [*filter(None, SEPARATOR.split(given)), *filter(None, SEPARATOR.split(patronymic))]
    words = [plain_word(word) for word in names[:2]]
    return PlainName(plain_family, *words, *[""] * (2 - len(words)))


def is_same_family(one: PlainName, other: PlainName) -> bool:
    return one.family == other.family


def is_similar_family(one: PlainName, other: PlainName) -> bool:
    return one.block == other.block and fuzz.ratio(one.family, other.family) >= SIMILAR


def can_be_same(one: str, other: str) -> bool:
    """Whether two given names do not contradict each other: Н. and Нұрлан do not."""
    if len(one) < 2 or len(other) < 2:
        return one[:1] == other[:1] or not (one and other)
    return fuzz.ratio(one, other) >= SAME_GIVEN


def has_contradiction(names: Iterable[PlainName], others: Iterable[PlainName]) -> bool:
    """Whether any given name or patronymic of one person rules the other person out."""
    others = list(others)
    return any(
        not (can_be_same(one.given, other.given) and can_be_same(one.patronymic, other.patronymic))
        for one in names
        for other in others
    )
