"""The languages of the entries of reference lists, as tags of BCP 47: `ru`, `ru-Latn`."""

from __future__ import annotations

import re

from articles.records.languages import Language
from articles.records.record import Reference

KAZAKH_LETTERS = re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
FIRST_LETTER = re.compile(r"[^\W\d_]")
UNKNOWN_IN_LATIN = "und-Latn"


def printed_language(reference: Reference) -> str:
    """The language of the entry as printed, or of its romanized form if that is all there is."""
    return text_language(reference.text) if reference.text else UNKNOWN_IN_LATIN


def romanized_language(reference: Reference) -> str:
    """That of the romanized form: the language as printed, in Latin letters."""
    if not reference.text:
        return UNKNOWN_IN_LATIN
    printed = text_language(reference.text)
    return printed if printed == "en" else f"{printed}-Latn"


def language_in_romanized_list(reference: Reference) -> str:
    """That list has the entry as printed where it has no romanized form."""
    return romanized_language(reference) if reference.romanized else printed_language(reference)


def text_language(text: str) -> Language:
    """The language by the first letter and the letters of Kazakh alone; fast for long lists."""
    first = FIRST_LETTER.search(text)
    if first is None or not "Ѐ" <= first[0] <= "ӿ":
        return "en"
    return "kk" if KAZAKH_LETTERS.search(text) else "ru"
