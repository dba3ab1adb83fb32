"""The three languages, their codes in every receiver's alphabet, and texts in some of them."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Literal

import msgspec

Language = Literal["kk", "ru", "en"]
LANGUAGES: tuple[Language, ...] = ("kk", "ru", "en")
_BY_CODE: dict[str, Language] = {code: code for code in LANGUAGES}

# Of a language, what it has: the empty ones are left out, the order is always kk, ru, en.
Text = dict[Language, str]


class Codes(msgspec.Struct, frozen=True):
    """One language as each receiver writes it."""

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
    """A text in the languages that are given."""
    return tidy({"kk": kk, "ru": ru, "en": en})


def tidy(values: Mapping[Language, str | None]) -> Text:
    """The same text in the order kk, ru, en and without the empty ones."""
    return {code: value for code in LANGUAGES if (value := values.get(code))}


def prefer(values: Mapping[Language, str], *wanted: Language) -> str:
    """The text in the first language wanted that it has, else in the first that it has, else ''."""
    for code in (*wanted, *LANGUAGES):
        if value := values.get(code):
            return value
    return ""


def preferred(available: Container[Language], *wanted: Language) -> Language | None:
    """Which language `prefer` would take, or None where there is nothing."""
    for code in (*wanted, *LANGUAGES):
        if code in available:
            return code
    return None
