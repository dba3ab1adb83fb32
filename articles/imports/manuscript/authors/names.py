"""Whether a piece of text is a person's name, and how sure that is."""

from __future__ import annotations

import re
from enum import IntEnum

from articles.imports.manuscript.vocabulary import DEGREE, ORGANISATION, PLACE
from articles.records.names.endings import is_particle, is_patronymic, is_son_or_daughter

INITIALS = re.compile(r"(?:[^\W\d_]{1,2}|Shch|Dzh)\.(?:\s?-?(?:[^\W\d_]{1,2}|Shch|Dzh)\.){0,3}")
LETTERS = r"[^\W\d_ʻʼ]+"  # the two are letters to Unicode, and here signs between letters
WORD = re.compile(rf"{LETTERS}(?:[-‐'’ʻʼ`]{LETTERS})*['’ʼ]?")
LONGEST = 70  # characters
MOST_WORDS = 5


class Sure(IntEnum):
    """How much a text looks like one name."""

    NO = 0
    MAYBE = 1  # two or three words with capitals
    YES = 2  # initials or a patronymic


def is_name(text: str) -> Sure:
    """How sure it is that the text is one person's name and nothing else."""
    text = text.strip(" .,;") + ("." if text.strip(" ,;").endswith(".") else "")
    if not text or len(text) > LONGEST or re.search(r"[\d@/«»\"„“”?!:()\[\]&]", text):
        return Sure.NO
    if ORGANISATION.search(text) or PLACE.search(text) or _is_degree(text):
        return Sure.NO
    bare, initials = INITIALS.subn(" ", text)
    words = bare.replace(",", " ").split()
    if not words or len(words) > MOST_WORDS or not all(map(_fits, words)):
        return Sure.NO
    if initials:
        return Sure.YES if initials <= 2 and len(words) <= 3 else Sure.NO
    return _without_initials(words)


def _is_degree(text: str) -> bool:
    return bool(DEGREE.search(text)) and not INITIALS.search(text)


def _fits(word: str) -> bool:
    """A word with a capital, a particle, or a lower-case `қызы`."""
    word = word.rstrip(".")
    if is_particle(word.lower()) or is_son_or_daughter(word):
        return True
    return bool(WORD.fullmatch(word)) and word[:1].isupper()


def _without_initials(words: list[str]) -> Sure:
    if any(is_patronymic(word) for word in words[1:]) and len(words) >= 2:
        return Sure.YES
    if any(is_son_or_daughter(word) for word in words[1:]):
        return Sure.YES
    return Sure.MAYBE if 2 <= len(words) <= 4 and all(len(word) > 1 for word in words) else Sure.NO


def is_initials(text: str) -> bool:
    """Initials alone, which belong to the surname before the comma."""
    return INITIALS.fullmatch(text.strip()) is not None
