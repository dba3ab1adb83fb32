"""The content of an article's PDF, in the order in which Kazakhstani journals print it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from articles.exports.edition.head import (
    day_of,
    description,
    imprint_lines,
    journal_lines,
    running_heads,
)
from articles.exports.typesetting import labels
from articles.exports.typesetting.blocks import Block, Paragraph, Runs
from articles.exports.typesetting.body import body_and_notes, plain_blocks
from articles.exports.typesetting.heading_levels import in_steps
from articles.exports.typesetting.hyphens import hyphenated, hyphenated_blocks
from articles.exports.typesetting.people import biographies, contacts, name_of
from articles.exports.typesetting.sections import (
    Fact,
    Part,
    Translation,
    facts,
    reference_lists,
    statements,
    translation,
)
from articles.records.languages import LANGUAGES, Language, prefer
from articles.records.markup import flat
from articles.records.record import Record


class Content(msgspec.Struct, frozen=True):
    """Everything that an article's PDF shows; `edition.typ` lays it out."""

    language: Language
    plain_title: str
    authors: tuple[str, ...]
    keywords: tuple[str, ...]
    description: str
    day: date | None  # of the document
    first_page: int
    missing_picture: str
    notice: str  # that the article is retracted, else ''
    journal: tuple[str, ...]
    running_heads: tuple[str, str]  # of left and of right pages
    facts: tuple[Fact, ...]
    translations: tuple[Translation, ...]  # the language of the article first
    contacts: tuple[Runs, ...]
    body: tuple[Block, ...]
    statements: tuple[Fact, ...]
    parts: tuple[Part, ...]
    imprint: tuple[str, ...]


def content_of(record: Record, is_plain: bool = False) -> Content:
    """Return the content of an article's PDF; with `is_plain` the body is its text alone."""
    own = record.language
    body, notes = (plain_blocks(record.body), ()) if is_plain else body_and_notes(record.body)
    return Content(
        language=own,
        plain_title=flat(prefer(record.title, own)),
        authors=tuple(flat(name) for each in record.authors if (name := name_of(each, own))),
        keywords=tuple(map(flat, record.keywords.get(own, ()))),
        description=description(record),
        day=day_of(record),
        first_page=first_page(record),
        missing_picture=labels.MISSING_PICTURE[own],
        notice=labels.in_all(labels.RETRACTED) if record.status == "retracted" else "",
        journal=tuple(filter(None, journal_lines(record))),
        running_heads=running_heads(record),
        facts=tuple(fact for fact in facts(record) if fact.runs[0].text),
        translations=tuple(translations(record)),
        contacts=tuple(contacts(record)),
        body=hyphenated_blocks(in_steps(body), own),
        statements=tuple(in_lines(fact, own) for fact in statements(record, own)),
        parts=tuple(parts(record, notes)),
        imprint=tuple(imprint_lines(record)),
    )


def first_page(record: Record) -> int:
    """Return the number of the first page; 1 for one that is unknown, or no number."""
    page = record.first_page
    return int(page) if page.isascii() and page.isdigit() else 1


def translations(record: Record) -> Iterator[Translation]:
    """The header in each language that has one, that of the article first."""
    for code in sorted(LANGUAGES, key=lambda code: code != record.language):
        if code in record.title or code in record.abstract or record.keywords.get(code):
            header = translation(record, code)
            yield msgspec.structs.replace(header, abstract=in_lines(header.abstract, code))


def in_lines(fact: Fact, code: Language) -> Fact:
    return msgspec.structs.replace(fact, runs=hyphenated(fact.runs, code))


def parts(record: Record, notes: tuple[Block, ...]) -> Iterator[Part]:
    own = record.language
    if notes:
        yield Part(labels.NOTES[own], blocks=hyphenated_blocks(notes, own))
    yield from reference_lists(record)
    if entries := tuple(biographies(record)):
        yield Part(labels.AUTHORS[own], blocks=tuple(Paragraph(runs) for runs in entries))
