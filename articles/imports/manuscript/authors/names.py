"""How likely a piece of text is a person's name."""

from __future__ import annotations

import re
from enum import IntEnum

from articles.imports.manuscript.vocabulary import (
    ADDRESS,
    DEGREE,
    FORM_OF_ADDRESS,
    ORGANISATION,
    PLACE,
)
from articles.records.names.endings import is_particle, is_patronymic, is_son_or_daughter

INITIAL = r"(?:[^\W\d_]{1,2}|Shch|Dzh)\."
INITIALS = re.compile(rf"(?<![^\W\d_]){INITIAL}(?:\s?-?{INITIAL}){{0,3}}")
LETTERS = r"[^\W\d_ʻʼ]+"  # ʻ and ʼ are letters in Unicode, but apostrophes in names
WORD = re.compile(rf"{LETTERS}(?:[-‐'’ʻʼ`]{LETTERS})*['’ʼ]?")
LONGEST = 70  # characters
MOST_WORDS = 5


class NameLikelihood(IntEnum):
    """How likely a text is one name; NO is false."""

    NO = 0
    MAYBE = 1  # two or three words with capitals
    YES = 2  # initials or a patronymic


def name_likelihood(text: str) -> NameLikelihood:
    """Return how likely the text is one person's name and nothing else."""
    text = text.strip(" .,;") + ("." if text.strip(" ,;").endswith(".") else "")
    if not text or len(text) > LONGEST or re.search(r"[\d@/«»\"„“”?!:()\[\]&]", text):
        return NameLikelihood.NO
    bare, initials = INITIALS.subn(" ", text)
    if DEGREE.are_in(bare) or FORM_OF_ADDRESS.begin(text):
        return NameLikelihood.NO
    if any(words.are_in(text) for words in (ORGANISATION, PLACE, ADDRESS)):
        return NameLikelihood.NO
    words = bare.replace(",", " ").split()
    if not words or len(words) > MOST_WORDS or not all(map(_is_name_word, words)):
        return NameLikelihood.NO
    if initials:
        is_possible = initials <= 2 and len(words) <= 3 and len(max(words, key=len)) > 1
        return NameLikelihood.YES if is_possible else NameLikelihood.NO
    return _without_initials(words)


def _is_name_word(word: str) -> bool:
    """Whether a word has a capital, or is a particle or `қызы`, `ұлы` in lower case."""
    word = word.rstrip(".")
    if is_particle(word.lower()) or is_son_or_daughter(word):
        return True
    return bool(WORD.fullmatch(word)) and word[:1].isupper()


def _without_initials(words: list[str]) -> NameLikelihood:
    if any(is_patronymic(word) or is_son_or_daughter(word) for word in words[1:]):
        return NameLikelihood.YES
    most = 2 if all(map(str.isupper, words)) else 4  # more words in capitals are a title
    is_possible = 2 <= len(words) <= most and all(len(word) > 1 for word in words)
    return NameLikelihood.MAYBE if is_possible else NameLikelihood.NO


def is_initials(text: str) -> bool:
    """Whether a text is initials alone, which belong to the surname before the comma."""
    return text[:1].isupper() and INITIALS.fullmatch(text.strip()) is not None


def is_form_of_address(text: str) -> bool:
    """Whether a text is a form of address, which stands before a name: `Dr.`, `Prof.`"""
    return FORM_OF_ADDRESS.begin(text) and len(text.split()) < 4
