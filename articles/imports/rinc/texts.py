"""Texts of the XML of РИНЦ by its codes of languages."""

from __future__ import annotations

from collections.abc import Iterable

from lxml.etree import _Element

from articles.imports.xml_texts import marked_up
from articles.records.languages import CODES, Language, Text, tidy

LANGUAGES: dict[str, Language] = {
    **{codes.elibrary: code for code, codes in CODES.items()},
    "KAZ": "kk",  # a slip of many journals: at eLIBRARY Kazakh is KKZ
}


def language_of(element: _Element) -> Language | None:
    """The language that an element names, None if it is none of ours."""
    return LANGUAGES.get((element.get("lang") or "").strip().upper())


def by_language(elements: Iterable[_Element]) -> Text:
    """The first text in each of our languages, with its markup."""
    texts: dict[Language, str] = {}
    for element in elements:
        code = language_of(element)
        if code and (value := marked_up(element)):
            texts.setdefault(code, value)
    return tidy(texts)
