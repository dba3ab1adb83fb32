"""Highlights of a search result: spans in its titles, and a passage of its text with spans."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from articles.records.body import plain_body
from articles.records.languages import LANGUAGES, Language, Text
from articles.records.markup import plain
from articles.records.names import Name, full_name
from articles.records.stored import StoredDecoder
from articles.search.analysis import marks
from articles.search.query import WantedKeys

LENGTH, BEFORE = 260, 60  # characters of a passage, and of its part before the first highlight
READ = 60_000  # characters of the full text that are searched

Spans = tuple[tuple[int, int], ...]


class Passage(msgspec.Struct, frozen=True):
    """A piece of plain text with its language ('' for none of the three) and its highlights."""

    text: str
    language: Language | str
    spans: Spans = ()
    is_cut_before: bool = False
    is_cut_after: bool = False


class Byline(msgspec.Struct, frozen=True):
    names: dict[Language, Name] = {}
    collective: Text = {}


class Cited(msgspec.Struct, frozen=True):
    text: str = ""
    romanized: str = ""


class Texts(msgspec.Struct, frozen=True):
    """The searched fields of a record; the others are not decoded."""

    language: Language
    title: Text = {}
    abstract: Text = {}
    keywords: dict[Language, tuple[str, ...]] = {}
    authors: tuple[Byline, ...] = ()
    body: str = ""
    references: tuple[Cited, ...] = ()


_texts = StoredDecoder(Texts)


def texts_of(stored: str) -> Texts:
    return _texts.decode(stored)


def title_spans(title: Text, wanted: WantedKeys) -> dict[Language, Spans]:
    """Spans in the plain text of each title; folded keys are used only if no exact key matches."""
    return {
        code: tuple(
            marks(plain(text), wanted.without_folded.lookup_keys, code)
            or marks(plain(text), wanted.lookup_keys, code)
        )
        for code, text in title.items()
    }


def passage(
    texts: Texts, wanted: WantedKeys, reader: Language, has_marks: bool = False
) -> Passage | None:
    """The first passage with a wanted word, in the reader's language if possible.

    A folded key counts only if no exact key matches. The full text and the references are searched
    only if no other text matches; other languages only if the title has no highlights.
    """
    every, strong = wanted.lookup_keys, wanted.without_folded.lookup_keys
    weak: Passage | None = None
    for text, language, is_deep in places(texts, reader):
        if is_deep and (weak or has_marks):
            return weak
        if has_marks and language != reader:
            continue
        if spans := marks(text, every, language):
            if true := marks(text, strong, language):
                return around(text, language, tuple(true))
            weak = weak or around(text, language, tuple(spans))
    return weak


def places(texts: Texts, reader: Language) -> Iterator[tuple[str, Language | None, bool]]:
    """Texts to search with their languages, and whether a text is full text or a reference."""
    order = sorted(LANGUAGES, key=lambda code: (code != reader, code != texts.language))
    for code in order:
        if code in texts.abstract:
            yield plain(texts.abstract[code]), code, False
    for code in order:
        if terms := texts.keywords.get(code):
            yield "; ".join(map(plain, terms)), code, False
    for code in order:
        if code != reader and code in texts.title:
            yield plain(texts.title[code]), code, False
    for code in order:
        if line := ", ".join(names(texts, code)):
            yield line, None, False
    yield plain_body(texts.body[:READ]), texts.language, True
    for cited in texts.references:
        yield cited.text, None, True
        yield cited.romanized, None, True


def names(texts: Texts, code: Language) -> Iterator[str]:
    for author in texts.authors:
        if name := author.names.get(code):
            yield full_name(name, code)
        elif code in author.collective:
            yield author.collective[code]


def around(text: str, language: Language | None, spans: Spans) -> Passage:
    """The part of a text with the most highlights; the first of several."""
    start = max(spans, key=lambda span: (density(spans, span[0]), -span[0]))[0]
    left = word_start(text, max(0, start - BEFORE)) if len(text) > LENGTH else 0
    right = word_end(text, min(len(text), left + LENGTH))
    inside = tuple((a - left, b - left) for a, b in spans if left <= a and b <= right)
    return Passage(text[left:right], language or "", inside, left > 0, right < len(text))


def density(spans: Spans, start: int) -> int:
    return sum(start <= other < start + LENGTH - BEFORE for other, _end in spans)


def word_start(text: str, at: int) -> int:
    return at if at == 0 else text.find(" ", at) + 1


def word_end(text: str, at: int) -> int:
    return len(text) if at >= len(text) else max(text.rfind(" ", 0, at), 1)
