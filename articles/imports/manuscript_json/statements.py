"""Sections after the article's own text that are statements: known by their headings."""

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


def statements_of(sections: list[Section], language: Language) -> tuple[Statements, list[Section]]:
    """The statements, and the sections that are none and so belong to the text."""
    found: dict[str, str] = {}
    others: list[Section] = []
    for heading, text in sections:
        if kind := kind_of(heading):
            found[kind] = " ".join(filter(None, (found.get(kind), clean_line(text))))
        else:
            others.append((heading, text))
    return Statements(**{kind: {language: text} for kind, text in found.items() if text}), others


def kind_of(heading: str) -> str:
    return next((kind for kind, words in HEADINGS if words.search(heading)), "")
