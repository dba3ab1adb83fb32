"""Reads one manuscript in a limited process, or says in every language why it cannot be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import django
import msgspec
from django.conf import settings
from django.utils.translation import override

from articles.imports.full_text import FullText, full_text
from articles.imports.manuscript import Manuscript, Unreadable, read_manuscript

WORD = b"PK\x03\x04"
LANGUAGES = ("kk", "ru", "en")


class Answer(msgspec.Struct, kw_only=True):
    """The manuscript, or the reason why it cannot be read in every language of the site."""

    manuscript: Manuscript | None = None
    text: FullText = FullText()  # of a Word file, with its tables, notes and pictures
    refusal: dict[str, str] = {}


def read_file(path: str, name: str, locale: str, taken: Mapping[str, str]) -> Answer:
    """Read a manuscript in a process without settings; `locale` is the folder of the catalogues.

    `taken`: the types that an editor chose, by the number of the line as text.
    """
    settings.configure(
        USE_I18N=True,
        LANGUAGE_CODE="en",
        LANGUAGES=[(code, code) for code in LANGUAGES],
        LOCALE_PATHS=[locale],
    )
    django.setup()
    types = {int(number): line_type for number, line_type in taken.items()}
    return read_answer(Path(path).read_bytes(), name, types)


def read_answer(data: bytes, name: str, taken: Mapping[int, str] | None = None) -> Answer:
    """Read the manuscript and, of a Word file, its full text."""
    try:
        manuscript = read_manuscript(data, name, taken)
    except Unreadable as refusal:
        return Answer(refusal=dict(in_each_language(refusal)))
    return Answer(manuscript=manuscript, text=text_of(data, manuscript))


def text_of(data: bytes, manuscript: Manuscript) -> FullText:
    """Return the full text, or an empty one if it fails: then the manuscript has the sections."""
    try:
        return full_text(data, manuscript) if data.startswith(WORD) else FullText()
    except Exception:  # whatever a damaged file raises
        return FullText()


def in_each_language(refusal: Unreadable) -> Iterator[tuple[str, str]]:
    """The reason of a refusal in each language of the site."""
    for code in LANGUAGES:
        with override(code):
            yield code, str(refusal)
