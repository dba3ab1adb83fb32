"""Romanizes text letter by letter, by the tables of a scheme; other characters stay."""

from __future__ import annotations

import unicodedata

from articles.records.languages import Language
from articles.records.romanization.other_letters import other_letter
from articles.records.romanization.scheme import Scheme
from articles.records.romanization.schemes import SCHEMES
from articles.records.scripts import is_cyrillic

# After these letters, as at the beginning of a word, е is romanized as ye.
OPENERS = frozenset("аәеёиоөуұүыіэюяйъь")


def romanize(text: str, language: Language, scheme: str) -> str:
    """Return the text in Latin letters; raises KeyError if the language has no such scheme."""
    if language == "en":
        return text
    rules = SCHEMES[language][scheme]
    signs = f" {unicodedata.normalize('NFC', text)} "
    latin = (
        _letter(rules, signs[at - 1], sign, signs[at + 1])
        for at, sign in enumerate(signs[1:-1], start=1)
    )
    return unicodedata.normalize("NFC", "".join(latin))


def _letter(rules: Scheme, before: str, sign: str, after: str) -> str:
    if not is_cyrillic(sign) or not sign.isalpha():
        return sign
    small = sign.lower()
    latin = _small(rules, before.lower(), small, after.lower())
    if sign == small:
        return latin
    neighbour = after if after.isalpha() else before
    return _capital(rules, latin, everywhere=neighbour.isupper())


def _small(rules: Scheme, before: str, sign: str, after: str) -> str:
    if (paired := rules.before.get(sign + after)) is not None:
        return paired
    if sign in rules.opening and (before in OPENERS or not before.isalpha()):
        return rules.opening[sign]
    latin = rules.letters.get(sign)
    return other_letter(sign) if latin is None else latin


def _capital(rules: Scheme, latin: str, *, everywhere: bool) -> str:
    """`Zh`, or `ZH` in a word of capitals."""
    head, tail = latin[:1], latin[1:]
    upper = "".join(rules.capitals.get(sign, sign.upper()) for sign in head)
    if everywhere:
        return upper + "".join(rules.capitals.get(sign, sign.upper()) for sign in tail)
    return upper + tail
