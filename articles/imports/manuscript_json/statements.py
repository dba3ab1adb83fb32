"""Sections outside the article's text that are statements, recognized by their headings."""

from __future__ import annotations

import re

from articles.records.cleaning import clean_line
from articles.records.languages import Language
from articles.records.record import Statements

Section = tuple[str, str]  # heading, text

HEADINGS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("contributions", re.compile("үлесі|вклад|contribution", re.IGNORECASE)),
    ("conflicts", re.compile("қақтығыс|конфликт|conflict|competing", re.IGNORECASE)),
    (
        "data",
        re.compile(
            "деректер.*(?:қолжетімді|ашық)|доступност.*данны|data avail|availability of data",
            re.IGNORECASE,
        ),
    ),
    ("thanks", re.compile("алғыс|рахмет|благодарност|acknowledge?ment|thanks", re.IGNORECASE)),
)


def split_statements(
    sections: list[Section], language: Language
) -> tuple[Statements, list[Section]]:
    """Return the statements, and the other sections, which belong to the text."""
    statements: dict[str, str] = {}
    others: list[Section] = []
    for heading, text in sections:
        if kind := kind_of(heading):
            statements[kind] = " ".join(filter(None, (statements.get(kind), clean_line(text))))
        else:
            others.append((heading, text))
    filled = {kind: {language: text} for kind, text in statements.items() if text}
    return Statements(**filled), others


def kind_of(heading: str) -> str:
    """Return the field of Statements that a heading names, or ''."""
    return next((kind for kind, words in HEADINGS if words.search(heading)), "")
