"""The abstracts with their keywords, in all three languages."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.safestring import SafeString

from articles.records.html import soft_markup
from articles.records.languages import LANGUAGES, Language, preferred
from articles.records.record import Record

from ..language_names import NATIVE_NAMES

KEYWORDS_HEADING: dict[Language, str] = {
    "kk": "Түйін сөздер", "ru": "Ключевые слова", "en": "Keywords",
}  # fmt: skip


class Abstract(NamedTuple):
    """The abstract and keywords in one language, or the lack of both."""

    language: Language
    language_name: str
    paragraphs: list[SafeString]
    keywords: tuple[str, ...]
    keywords_heading: str
    is_available: bool
    is_selected: bool  # shown first


def abstracts(record: Record, reader: Language, kk_heading: str) -> list[Abstract]:
    """One for each language; none where the article has neither abstract nor keywords.

    `kk_heading`: how the journal calls keywords in Kazakh.
    """
    available = languages(record)
    with_abstract = [code for code in available if code in record.abstract]
    selected = preferred(with_abstract or available, reader, record.language)
    headings = {**KEYWORDS_HEADING, "kk": kk_heading or KEYWORDS_HEADING["kk"]}
    return [
        Abstract(
            language=code,
            language_name=NATIVE_NAMES[code],
            paragraphs=paragraphs(record.abstract.get(code, ""), code),
            keywords=record.keywords.get(code, ()),
            keywords_heading=headings[code],
            is_available=code in available,
            is_selected=code == selected,
        )
        for code in (LANGUAGES if available else ())
    ]


def languages(record: Record) -> list[Language]:
    """Those with an abstract or keywords."""
    return [code for code in LANGUAGES if code in record.abstract or record.keywords.get(code)]


def has_all_abstracts(record: Record) -> bool:
    """Whether they can be shown side by side."""
    return len(languages(record)) == len(LANGUAGES)


def paragraphs(text: str, language: Language) -> list[SafeString]:
    return [soft_markup(line, language) for line in text.split("\n") if line.strip()]
