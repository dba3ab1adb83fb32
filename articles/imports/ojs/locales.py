"""Languages of an export's texts, by the locales of its site: `kk_KZ`, `kk`, home-made `kz`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from articles.records.languages import Language, Text, tidy

from .elements import Element
from .values import Remark

# The first part of a locale: ISO 639-1, ISO 639-2, and the country's code, which many sites use.
CODES: dict[str, Language] = {
    "kk": "kk",
    "kaz": "kk",
    "kz": "kk",
    "ru": "ru",
    "rus": "ru",
    "en": "en",
    "eng": "en",
}
SEPARATOR = re.compile("[_@.-]")
# Words in the labels of galleys: PDF (Қаз), PDF (Рус), PDF English.
LABELS: tuple[tuple[re.Pattern[str], Language], ...] = (
    (re.compile(r"қаз|каз|\bkaz|\bqaz|\bkk\b|\bkz\b", re.IGNORECASE), "kk"),
    (re.compile(r"\bрус|\bорыс|\brus|\bru\b", re.IGNORECASE), "ru"),
    (re.compile(r"\beng|\bангл|\bағыл|\ben\b", re.IGNORECASE), "en"),
)


class Locales:
    """The languages of a site's locales; texts in others are noted, and left out.

    `chosen` are decisions: a locale that is to be read as one of our languages.
    """

    def __init__(self, chosen: Mapping[str, Language] | None = None) -> None:
        self.chosen = dict(chosen or {})
        self.left_out: list[Remark] = []

    def language(self, locale: str) -> Language | None:
        if locale in self.chosen:
            return self.chosen[locale]
        return CODES.get(SEPARATOR.split(locale.lower())[0])

    def texts(self, elements: Iterable[Element], own: Language, read: Callable[[str], str]) -> Text:
        """The first text in each language; one without a locale is in the article's own."""
        texts: dict[Language, str] = {}
        for element in elements:
            value = read(element.text)
            locale = element.get("locale")
            language = self.language(locale) if locale else own
            if language is None and value:
                self.leave_out(element.name, locale, value)
            elif language and value:
                texts.setdefault(language, value)
        return tidy(texts)

    def leave_out(self, field: str, locale: str, text: str) -> None:
        self.left_out.append(Remark(kind="unknown_locale", field=field, text=f"{locale}: {text}"))

    def take_left_out(self) -> tuple[Remark, ...]:
        """What was left out since the last call."""
        remarks, self.left_out = self.left_out, []
        return tuple(remarks)


def language_of_label(label: str) -> Language | None:
    """The language that a galley's label names, if it names one."""
    return next((language for words, language in LABELS if words.search(label)), None)
