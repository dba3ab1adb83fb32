"""Citations of an article: one function for each style, in any of the three languages."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from articles.records.languages import Language
from articles.records.record import Record

from .apa import apa
from .gost import gost_7_0_5, gost_7_0_100, gost_7_1
from .work import citation_language as citation_language


class Style(msgspec.Struct, frozen=True):
    """A citation style; `write` gives text with the markup of titles (records/markup.py)."""

    name: str
    label: str
    write: Callable[[Record, Language], str]
    languages: tuple[Language, ...]  # of the readers who use it


STYLES = {
    style.name: style
    for style in (
        Style("gost_7_0_5", "GOST R 7.0.5-2008", gost_7_0_5, ("kk", "ru")),
        Style("gost_7_0_100", "GOST R 7.0.100-2018", gost_7_0_100, ("kk", "ru")),
        Style("gost_7_1", "GOST 7.1-2003", gost_7_1, ("kk", "ru")),
        Style("apa", "APA 7", apa, ("en",)),
    )
}


def cite(record: Record, style: str, language: Language) -> str:
    """Return the citation in one of STYLES, with markup; `markup.plain` removes it."""
    return STYLES[style].write(record, language)
