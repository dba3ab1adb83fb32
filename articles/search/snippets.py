"""Why a search found an article: the fields with its words, spans in titles, and a passage."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Literal

import msgspec

from articles.records.body import plain_body
from articles.records.languages import LANGUAGES, Language, Text, preferred_language
from articles.records.markup import plain
from articles.records.names import Name, full_name
from articles.records.stored import StoredDecoder
from articles.search.analysis import marks
from articles.search.query import WantedKeys
from articles.search.vectors import DOI, ORCID

LENGTH, BEFORE = 260, 60  # characters of a passage, and of its part before the first highlight
READ = 60_000  # characters of the full text that are searched

Spans = tuple[tuple[int, int], ...]
Field = Literal[
    "title", "abstract", "keywords", "authors", "body", "references", "doi", "orcid"
]  # fmt: skip


class Place(msgspec.Struct, frozen=True):
    """A text to search."""

    field: Field
    text: str
    language: Language | None


class Passage(msgspec.Struct, frozen=True):
    """A piece of plain text with its language ('' for none of the three) and its highlights."""

    text: str
    language: Language | str
    spans: Spans = ()
    is_cut_before: bool = False
    is_cut_after: bool = False


class Match(msgspec.Struct, frozen=True):
    """What a search finds in the texts of an article."""

    title_spans: dict[Language, Spans] = {}
    passage: Passage | None = None
    fields: tuple[Field, ...] = ()


class Byline(msgspec.Struct, frozen=True):
    names: dict[Language, Name] = {}
    collective: Text = {}
    orcid: str = ""


class Cited(msgspec.Struct, frozen=True):
    text: str = ""
    romanized: str = ""
    doi: str = ""


class Texts(msgspec.Struct, frozen=True):
    """The searched fields of a record; the others are not decoded."""

    language: Language
    doi: str = ""
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
    exact = wanted.without_folded.lookup_keys
    return {
        code: tuple(marks(plain(text), exact, code) or marks(plain(text), wanted.lookup_keys, code))
        for code, text in title.items()
    }


def match(texts: Texts, wanted: WantedKeys, reader: Language) -> Match:
    """The fields with a wanted word, and the first passage with one.

    The passage is in the reader's language if possible, and in no other if a title that the reader
    sees is highlighted. A folded key makes a passage only if no exact key does.
    """
    spans = title_spans(texts.title, wanted)
    exact_keys = wanted.without_folded.lookup_keys
    shown = preferred_language(texts.title, reader, texts.language)
    has_marks = bool(shown and spans[shown])
    fields: dict[Field, None] = dict.fromkeys(code_fields(texts, wanted.keys))
    best: Passage | None = None
    weak: Passage | None = None
    for place in places(texts, reader, fields):
        if place.field in fields and best:
            continue
        found = marks(place.text, wanted.lookup_keys, place.language)
        if not found:
            continue
        fields[place.field] = None
        if best or (has_marks and place.language != reader):
            continue
        if exact := marks(place.text, exact_keys, place.language):
            best = around(place.text, place.language, tuple(exact))
        else:
            weak = weak or around(place.text, place.language, tuple(found))
    if any(spans.values()):
        fields.pop("title", None)
        return Match(spans, best or weak, ("title", *fields))
    return Match(spans, best or weak, tuple(fields))


def code_fields(texts: Texts, keys: Collection[str]) -> Iterator[Field]:
    """The fields that hold a wanted DOI or ORCID iD."""
    if texts.doi and DOI + texts.doi.lower() in keys:
        yield "doi"
    if any(author.orcid and ORCID + author.orcid.lower() in keys for author in texts.authors):
        yield "orcid"
    if any(cited.doi and DOI + cited.doi.lower() in keys for cited in texts.references):
        yield "references"


def places(texts: Texts, reader: Language, matched: Collection[Field]) -> Iterator[Place]:
    """The texts of an article in the order in which a passage is looked for.

    The long ones, full text and references, only as long as no field has matched.
    """
    order = sorted(LANGUAGES, key=lambda code: (code != reader, code != texts.language))
    for code in order:
        if code in texts.abstract:
            yield Place("abstract", plain(texts.abstract[code]), code)
    for code in order:
        if terms := texts.keywords.get(code):
            yield Place("keywords", "; ".join(map(plain, terms)), code)
    for code in order:
        if code != reader and code in texts.title:
            yield Place("title", plain(texts.title[code]), code)
    for code in order:
        if line := ", ".join(names(texts, code)):
            yield Place("authors", line, None)
    if not matched:
        yield Place("body", plain_body(texts.body[:READ]), texts.language)
    for text in (text for cited in texts.references for text in (cited.text, cited.romanized)):
        if matched:
            return
        yield Place("references", text, None)


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
