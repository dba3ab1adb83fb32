"""The content of an article's PDF; the template prints its parts in the order of the layout."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from articles.exports.edition.head import (
    author_names,
    day_of,
    description,
    imprint_lines,
    journal_lines,
    running_heads,
)
from articles.exports.typesetting import labels
from articles.exports.typesetting.blocks import Block, Heading, Paragraph, Runs, text_run
from articles.exports.typesetting.body import Body, plain_blocks, read_body
from articles.exports.typesetting.design import Design, design_of
from articles.exports.typesetting.heading_levels import in_steps
from articles.exports.typesetting.line_breaks import blocks_with_line_breaks, with_line_breaks
from articles.exports.typesetting.people import Person, biographies, contacts
from articles.exports.typesetting.sections import (
    Fact,
    Part,
    Translation,
    facts,
    header_languages,
    printed_references,
    romanized_references,
    statements,
    translation,
)
from articles.exports.typesetting.table_width import rooms_of
from articles.records.languages import Language, prefer
from articles.records.markup import flat
from articles.records.pdf_layout import PdfDesign, PdfLayout
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
    notes: dict[str, tuple[Runs, ...]]  # at the feet of pages
    statements: tuple[Fact, ...]
    references: tuple[Part, ...]
    romanized: tuple[Part, ...]
    biographies: tuple[Part, ...]
    imprint: tuple[str, ...]
    design: Design


def content_of(record: Record, design: PdfDesign, is_plain: bool = False) -> Content:
    """Return the content of an article's PDF; with `is_plain` the body is its text alone."""
    own = record.language
    body = body_of(record, design.layout, is_plain)
    return Content(
        language=own,
        plain_title=flat(prefer(record.title, own)),
        authors=author_names(record),
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
        body=blocks_with_line_breaks(in_steps((*body.blocks, *uncalled_notes(record, body))), own),
        notes={
            name: tuple(with_line_breaks(runs, own) for runs in note)
            for name, note in body.notes.items()
        },
        statements=tuple(in_lines(fact, own) for fact in statements(record, own)),
        references=tuple(map(list_in_lines, printed_references(record))),
        romanized=tuple(map(list_in_lines, romanized_references(record))),
        biographies=tuple(biography_part(record)),
        imprint=tuple(imprint_lines(record)),
        design=design_of(design),
    )


def first_page(record: Record) -> int:
    """Return the number of the first page; 1 for one that is unknown, or no number."""
    page = record.first_page
    return int(page) if page.isascii() and page.isdigit() else 1


def translations(record: Record) -> Iterator[Translation]:
    """The header in each language that has one, that of the article first."""
    for code in header_languages(record):
        header = translation(record, code)
        yield msgspec.structs.replace(
            header, abstract=in_lines(header.abstract, code), people=marked_people(header)
        )


def marked_people(header: Translation) -> tuple[Person, ...]:
    """The authors, without the numbers of affiliations that have no name in this language."""
    if any(header.affiliations):
        return header.people
    return tuple(
        msgspec.structs.replace(person, marks="*" if "*" in person.marks else "")
        for person in header.people
    )


def in_lines(fact: Fact, code: Language) -> Fact:
    return msgspec.structs.replace(fact, runs=with_line_breaks(fact.runs, code))


def list_in_lines(part: Part) -> Part:
    entries = map(with_line_breaks, part.entries, part.languages)
    return msgspec.structs.replace(part, entries=tuple(entries))


def body_of(record: Record, layout: PdfLayout, is_plain: bool) -> Body:
    if is_plain:
        return Body(plain_blocks(record.body))
    return read_body(record.body, record.references, rooms_of(layout))


def uncalled_notes(record: Record, body: Body) -> tuple[Block, ...]:
    """The notes that no place of the text calls, below a heading."""
    heading = Heading(2, (text_run(labels.NOTES[record.language]),))
    return (heading, *body.uncalled) if body.uncalled else ()


def biography_part(record: Record) -> Iterator[Part]:
    if entries := tuple(biographies(record)):
        blocks = tuple(Paragraph(runs) for runs in entries)
        yield Part(labels.AUTHORS[record.language], blocks=blocks)
