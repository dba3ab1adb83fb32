"""Reads one manuscript in a process of its own, so that no file can stop the server.

`python -m articles.imports.manuscript_process NAME SECONDS BYTES LOCALE` reads the file from
stdin and writes an `Answer` to stdout as JSON.
"""

from __future__ import annotations

import os
import resource
import sys
from collections.abc import Iterator
from contextlib import suppress

import django
import msgspec
from django.conf import settings
from django.utils.translation import override
from lxml.etree import LxmlError

from articles.imports.full_text import FullText, full_text
from articles.imports.manuscript import Manuscript, Unreadable, read_manuscript

WORD = b"PK\x03\x04"
NICE = 5  # pages of the site have priority
LANGUAGES = ("kk", "ru", "en")


class Answer(msgspec.Struct, kw_only=True):
    """The manuscript, or the reason why it cannot be read in every language of the site."""

    manuscript: Manuscript | None = None
    text: FullText = FullText()  # of a Word file, with its tables, notes and pictures
    refusal: dict[str, str] = {}


def main(name: str, seconds: str, size: str, locale: str) -> None:
    """Read a manuscript from stdin, and write the answer to stdout."""
    limit(int(seconds), int(size))
    settings.configure(
        USE_I18N=True,
        LANGUAGE_CODE="en",
        LANGUAGES=[(code, code) for code in LANGUAGES],
        LOCALE_PATHS=[locale],
    )
    django.setup()
    answer = read_answer(sys.stdin.buffer.read(), name)
    sys.stdout.buffer.write(msgspec.json.encode(answer))


def limit(seconds: int, size: int) -> None:
    """Limit the processor time in seconds and the memory in bytes."""
    os.nice(NICE)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    with suppress(ValueError, OSError):  # macOS knows no limit of memory
        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def read_answer(data: bytes, name: str) -> Answer:
    """Read the manuscript and, of a Word file, its full text."""
    try:
        manuscript = read_manuscript(data, name)
    except Unreadable as refusal:
        return Answer(refusal=dict(in_each_language(refusal)))
    return Answer(manuscript=manuscript, text=text_of(data, manuscript))


def text_of(data: bytes, manuscript: Manuscript) -> FullText:
    """Return the full text, or an empty one if it fails: then the manuscript has the sections."""
    try:
        return full_text(data, manuscript) if data.startswith(WORD) else FullText()
    except (Unreadable, ValueError, LookupError, LxmlError):
        return FullText()


def in_each_language(refusal: Unreadable) -> Iterator[tuple[str, str]]:
    """The reason of a refusal in each language of the site."""
    for code in LANGUAGES:
        with override(code):
            yield code, str(refusal)


if __name__ == "__main__":
    main(*sys.argv[1:])
