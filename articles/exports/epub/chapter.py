"""An article as one XHTML file: header in three languages, full text, notes, references."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from articles.exports.edition.head import imprint_lines
from articles.exports.epub.container import File
from articles.exports.epub.documents import xhtml
from articles.exports.epub.front import head, headers, labelled_paragraph, paragraphs, title_of
from articles.exports.epub.full_text import NOTES_ID, FullText, Heading, full_text_of
from articles.exports.epub.inline import printable, runs_xml
from articles.exports.typesetting import labels
from articles.exports.typesetting.people import biographies
from articles.exports.typesetting.sections import (
    Part,
    printed_references,
    romanized_references,
    statements,
)
from articles.exports.xml import NOTHING, Xml, block, tag
from articles.records.languages import Language
from articles.records.record import Record


class Chapter(msgspec.Struct, frozen=True):
    """An article's file, with what the contents and the metadata say of it."""

    file: File
    language: Language
    title: str
    headings: tuple[Heading, ...]
    full_text: FullText


def chapter_of(record: Record, name: str, pictures: Mapping[str, str]) -> Chapter:
    """Return the article as `NAME.xhtml`."""
    code = record.language
    full_text = full_text_of(record, pictures)
    endings = list(reference_sections(record))
    parts = (
        head(record),
        *headers(record),
        paragraphs("imprint", imprint_lines(record)),
        block("section", [full_text.body], {"epub:type": "bodymatter"}) if full_text.body else "",
        statement_section(record),
        full_text.notes,
        *(section for section, _heading in endings),
        about_authors(record),
    )
    title = title_of(record)
    content = block("article", [Xml(part) for part in parts if part])
    properties = ("mathml",) if full_text.has_formulas else ()
    return Chapter(
        file=xhtml(name, title, code, Xml(f"\n{content}\n"), properties=properties),
        language=code,
        title=title,
        headings=(*headings(full_text, code), *(heading for _section, heading in endings)),
        full_text=full_text,
    )


def headings(full_text: FullText, code: Language) -> Iterator[Heading]:
    yield from full_text.headings
    if full_text.notes:
        yield Heading(2, NOTES_ID, labels.NOTES[code])


def statement_section(record: Record) -> Xml:
    return block("section", map(labelled_paragraph, statements(record, record.language)))


def reference_sections(record: Record) -> Iterator[tuple[Xml, Heading]]:
    """The list that citations lead to, and the romanized one, if any reference has that form."""
    own = record.language
    for part in printed_references(record):
        yield reference_section(part, "part.references", own, prefix="ref")
    for part in romanized_references(record):
        yield reference_section(part, "part.romanized", own)


def reference_section(part: Part, name: str, own: str, prefix: str = "") -> tuple[Xml, Heading]:
    """A list, and its heading; the ids of its entries are numbered after a prefix."""
    entries = [
        tag("li", runs_xml(runs) or Xml("–"), entry_attributes(language, own, prefix, place))
        for place, (runs, language) in enumerate(zip(part.entries, part.languages, strict=True), 1)
    ]
    title = tag("h2", printable(part.heading), {"id": name})
    kinds = {"epub:type": "bibliography", "role": "doc-bibliography"}
    section = block("section", (title, block("ol", entries)), kinds)
    return section, Heading(2, name, part.heading)


def entry_attributes(language: str, own: str, prefix: str, place: int) -> dict[str, str]:
    """The id of an entry, and its language, if that is not the language of the page."""
    languages = {} if language == own else {"lang": language, "xml:lang": language}
    return {"id": f"{prefix}{place}" if prefix else "", **languages}


def about_authors(record: Record) -> Xml:
    entries = [tag("p", runs_xml(runs)) for runs in biographies(record)]
    title = tag("h2", printable(labels.AUTHORS[record.language]))
    return block("section", [title, *entries]) if entries else NOTHING
