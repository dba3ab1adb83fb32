"""The three languages, their codes in each format, and texts in some of them."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Literal

import msgspec

Language = Literal["kk", "ru", "en"]
LANGUAGES: tuple[Language, ...] = ("kk", "ru", "en")
_BY_CODE: dict[str, Language] = {code: code for code in LANGUAGES}

# A text by language, without the empty ones, always in the order kk, ru, en.
Text = dict[Language, str]


class Codes(msgspec.Struct, frozen=True):
    """The codes of one language in other systems."""

    iso639_2: str  # 639-2/B and 639-3, the same for these three
    elibrary: str  # KKZ, not KAZ: eLIBRARY takes Microsoft's three letters
    locale: str  # CSL and BCP 47 with its region
    biblatex: str


CODES: dict[Language, Codes] = {
    "kk": Codes("kaz", "KKZ", "kk-KZ", "kazakh"),
    "ru": Codes("rus", "RUS", "ru-RU", "russian"),
    "en": Codes("eng", "ENG", "en-US", "english"),
}


def known_language(code: str | None) -> Language:
    """One of the three for a code such as `ru-RU`; Kazakh for any other."""
    return _BY_CODE.get((code or "")[:2], LANGUAGES[0])


def text(kk: str = "", ru: str = "", en: str = "") -> Text:
    """Return a text in the given languages, without the empty ones."""
    return tidy({"kk": kk, "ru": ru, "en": en})


def tidy(values: Mapping[Language, str | None]) -> Text:
    """Return the text in the order kk, ru, en, without the empty ones."""
    return {code: value for code in LANGUAGES if (value := values.get(code))}


def prefer(values: Mapping[Language, str], *wanted: Language) -> str:
    """Return the text in the first language of `wanted` that it has, else in any, else ''."""
    for code in (*wanted, *LANGUAGES):
        if value := values.get(code):
            return value
    return ""


def preferred_language(available: Container[Language], *wanted: Language) -> Language | None:
    """Return the language that `prefer` would choose, or None for no text."""
    for code in (*wanted, *LANGUAGES):
        if code in available:
            return code
    return None
