"""Detection of the language of a text: Kazakh, Russian, English, another, or unknown."""

from __future__ import annotations

import re
from typing import Literal

from articles.imports.manuscript.vocabulary import VOCABULARY
from articles.records.languages import Language

DetectedLanguage = Literal["kk", "ru", "en", "other", ""]  # "": too little text

WORD = re.compile(r"[^\W\d_]+(?:['’ʻ‘][^\W\d_]+)*")
KAZAKH = re.compile("[әғқұһі]")
KAZAKH_SHARED = re.compile("[өүң]")  # also Kyrgyz and Tatar
FOREIGN_NOT_KAZAKH = re.compile("[ўҳјђћљњїєґҗӣӯҷ]")
FOREIGN_LATIN = re.compile("[ışğçñäåøæßãõőűčřšžąęłńśźż]|[og][‘ʻ’']")
KYRGYZ = re.compile(
    r"(?:[дтн]ын|[дт]агы|[дт]еги|[лдт]арды|[лдт]ерди|уулук)$|аа|ээ|^(?:жана|менен|боюнча|үчүн)$"
)
TURKIC_LATIN = re.compile(
    r"(?:lar|ler)(?:ning|[dt]an?|[dt]en?|[iı]n?i?|ni)?$|[dt]a[gk]i$|deki$|^(?:va|ve|ile|bilan|uchun)$"
)
ENGLISH, RUSSIAN = (frozenset(VOCABULARY[kind]) for kind in ("English", "Russian"))


def detect_language(text: str, of_names: bool = False) -> DetectedLanguage:
    """Return the language by the letters and the most frequent words.

    `of_names`: the text is a list of names or keywords, which hold no such words.
    """
    words = [word.lower() for word in WORD.findall(text[:6000])]
    letters = "".join(words)
    cyrillic = sum("а" <= char <= "ӿ" or char in "ёіў" for char in letters)
    if cyrillic + sum(char.isascii() for char in letters) < 0.7 * len(letters):
        return "other" if letters else ""
    if cyrillic * 2 >= len(letters):
        return _cyrillic(letters, words, of_names)
    return _latin(words, of_names)


def _cyrillic(letters: str, words: list[str], of_names: bool) -> DetectedLanguage:
    if not letters:
        return ""
    kazakh, shared = len(KAZAKH.findall(letters)), len(KAZAKH_SHARED.findall(letters))
    if len(FOREIGN_NOT_KAZAKH.findall(letters)) > max(1, 0.01 * len(letters)):
        return "other"
    if kazakh and kazakh + shared > 0.015 * len(letters):
        return "kk"
    if not of_names and sum(map(bool, map(KYRGYZ.search, words))) > max(1, 0.3 * len(words)):
        return "other"
    if shared > 0.01 * len(letters) and not kazakh:
        return "other" if len(letters) > 60 else ""
    if len(words) > 25 and not of_names and not RUSSIAN & set(words):
        return "other"
    return "ru"


def _latin(words: list[str], of_names: bool) -> DetectedLanguage:
    if not words:
        return ""
    text = " ".join(words)
    foreign = len(FOREIGN_LATIN.findall(text))
    known = sum(word in ENGLISH for word in words)
    if foreign > max(1, 0.015 * len(text)) and known < 0.2 * len(words):
        return "other"
    if not known and sum(map(bool, map(TURKIC_LATIN.search, words))) > max(1, 0.25 * len(words)):
        return "other"
    is_foreign = len(words) > 12 and known < 0.08 * len(words) and not of_names
    return "other" if is_foreign else "en"


def journal_language(detected: DetectedLanguage) -> Language | None:
    """Return one of the three languages, or None for another or an unknown one."""
    return detected if detected in ("kk", "ru", "en") else None
