"""Numbers, as issues and articles print them, in the letters that a DOI may contain."""

from __future__ import annotations

import re
import unicodedata

from articles.records.romanization import romanize
from articles.records.scripts.numerals import numeral

# What every DOI may contain: such a value stays as it is.
PRINTABLE = re.compile(r"[!-~]*")
# Words that stand in place of a number, or beside it; one form in all three languages.
KNOWN_WORDS = (
    (re.compile(r"спец(?:иальный|\.)?\s*(?:выпуск|вып\.|номер)", re.I), "special"),
    (re.compile(r"арна(?:йы|улы)\s*(?:шығарылым|нөмір|басылым)", re.I), "special"),
    (re.compile(r"приложение|қосымша", re.I), "supplement"),
    (re.compile(r"часть|ч\.(?=\s*\d)|бөлім", re.I), "part"),
)
# A Cyrillic е before digits is the e of an e-number: е123.
CYRILLIC_E_NUMBER = re.compile(r"\b[еЕ](?=\d)")
WORD = re.compile(r"[^\W\d_]+")
# Latin letters that Unicode does not split into a letter and a mark.
WHOLE_LETTERS = str.maketrans(
    {"ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ə": "a", "№": " "}
)
APART = re.compile(r"[^A-Za-z0-9.]+")


def ascii_form(value: str) -> str:
    """Return the value as a DOI may contain it, '' if it has letters without a Latin form.

    A printable ASCII value stays. `Спецвыпуск` becomes `special`, `ХІІ` `XII`, `3–4` `3-4`. The
    romanization is the same in every journal, so that a changed setting changes no DOI.
    """
    value = value.strip()
    if PRINTABLE.fullmatch(value):
        return value
    latin = WORD.sub(_latin_word, _with_known_words(unicodedata.normalize("NFC", value)))
    split = unicodedata.normalize("NFKD", latin.translate(WHOLE_LETTERS))
    if any(sign.isalnum() and not sign.isascii() and not sign.isdecimal() for sign in split):
        return ""
    return APART.sub("-", "".join(map(_ascii_sign, split))).strip("-.")


def _with_known_words(value: str) -> str:
    value = CYRILLIC_E_NUMBER.sub("e", value)
    for word, form in KNOWN_WORDS:
        value = word.sub(form, value)
    return value


def _latin_word(match: re.Match[str]) -> str:
    """A Roman numeral in capitals; a Cyrillic word in small Latin letters; any other as it is."""
    word = match[0]
    if word.isascii():
        return word
    return numeral(word) or romanize(word.lower(), "kk", "passport")


def _ascii_sign(sign: str) -> str:
    """Its digit, the sign itself, '' for an accent or a soft sign, else a space."""
    if sign.isdecimal():
        return str(unicodedata.decimal(sign))
    if sign.isascii():
        return sign
    return "" if unicodedata.category(sign) in ("Mn", "Lm", "Sk") else " "
