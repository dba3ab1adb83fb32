"""Who can read an EPUB, in the terms of schema.org (EPUB Accessibility 1.1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articles.exports.epub.chapter import Chapter
from articles.exports.epub.inline import printable
from articles.exports.typesetting.labels import Words
from articles.exports.xml import Xml, tag
from articles.records.languages import Language

SUMMARY: Words = {
    "kk": "Мәтін, кестелер мен формулалар (MathML) экраннан оқу бағдарламаларына қолжетімді. "
    "Тақырыптар мен мазмұн арқылы шарлауға болады.",
    "ru": "Текст, таблицы и формулы (MathML) доступны программам экранного доступа. "
    "Есть переход по заголовкам и содержанию.",
    "en": "Text, tables and formulas (MathML) can be read by screen readers. "
    "Headings and contents can be used to move around.",
}
WITHOUT_WORDS: Words = {
    "kk": "Кейбір суреттердің сөздік сипаттамасы жоқ.",
    "ru": "У некоторых рисунков нет словесного описания.",
    "en": "Some pictures have no description in words.",
}


def accessibility(chapters: Sequence[Chapter], code: Language) -> Iterator[Xml]:
    """What senses the publication needs, what helps its readers, and a summary in words."""
    texts = [chapter.full_text for chapter in chapters]
    has_pictures = any(text.has_pictures for text in texts)
    is_described = not any(text.has_undescribed_pictures for text in texts)
    yield _schema("accessMode", "textual")
    if has_pictures:
        yield _schema("accessMode", "visual")
        yield _schema("accessModeSufficient", "textual,visual")
    if is_described:
        yield _schema("accessModeSufficient", "textual")
    features = {
        "tableOfContents": True,
        "structuralNavigation": True,
        "readingOrder": True,
        "alternativeText": has_pictures and is_described,
        "MathML": any(text.has_formulas for text in texts),
    }
    for name, is_there in features.items():
        if is_there:
            yield _schema("accessibilityFeature", name)
    yield _schema("accessibilityHazard", "unknown" if has_pictures else "none")
    summary = SUMMARY[code] if is_described else f"{SUMMARY[code]} {WITHOUT_WORDS[code]}"
    yield _schema("accessibilitySummary", summary, code)


def _schema(name: str, value: str, code: str = "") -> Xml:
    return tag("meta", printable(value), {"property": f"schema:{name}", "xml:lang": code})
