"""The abstracts with their keywords, in all three languages."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.safestring import SafeString

from articles.records.html import soft_markup
from articles.records.languages import LANGUAGES, Language, preferred_language
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


class AbstractList(NamedTuple):
    items: list[Abstract]  # one for each language, or none at all
    is_complete: bool  # in all three languages, which can be shown side by side


def abstract_list(record: Record, reader: Language, keywords_heading_kk: str) -> AbstractList:
    """`keywords_heading_kk`: how the journal calls keywords in Kazakh."""
    available = [code for code in LANGUAGES if code in record.abstract or record.keywords.get(code)]
    with_abstract = [code for code in available if code in record.abstract]
    selected = preferred_language(with_abstract or available, reader, record.language)
    headings = {**KEYWORDS_HEADING, "kk": keywords_heading_kk or KEYWORDS_HEADING["kk"]}
    items = [
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
    return AbstractList(items, is_complete=len(available) == len(LANGUAGES))


def paragraphs(text: str, language: Language) -> list[SafeString]:
    return [soft_markup(line, language) for line in text.split("\n") if line.strip()]
