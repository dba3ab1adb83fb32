"""An article as parts of a Word file, in the order of a manuscript."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from articles.exports.docx.blocks import add_blocks
from articles.exports.docx.document import Document
from articles.exports.docx.pictures import ready_pictures
from articles.exports.typesetting import labels
from articles.exports.typesetting.blocks import Run, text_run
from articles.exports.typesetting.body import read_body
from articles.exports.typesetting.heading_levels import in_steps
from articles.exports.typesetting.people import Person, biographies, contacts
from articles.exports.typesetting.sections import (
    Fact,
    Translation,
    facts,
    header_languages,
    reference_lists,
    statements,
    translation,
)
from articles.records.languages import Language
from articles.records.record import Record


def add_article(
    document: Document, record: Record, pictures: Mapping[str, bytes]
) -> tuple[str, ...]:
    """Add the parts; return the names of the pictures that are not shown."""
    own = record.language
    body = read_body(record.body)
    document.begin_article(own, ready_pictures(pictures), body.notes)
    for fact in facts(record):
        if fact.runs[0].text:
            document.add("Facts", labelled_runs(fact, bold=False), own)
    if record.status == "retracted":
        document.add_text("Facts", labels.in_all(labels.RETRACTED), own)
    for code in header_languages(record):
        add_header(document, translation(record, code), record)
    add_blocks(document, in_steps(body.blocks), own)
    for fact in statements(record, own):
        document.add("Statement", labelled_runs(fact), own)
    if body.uncalled:
        document.add_text("Heading2", labels.NOTES[own], own)
        add_blocks(document, body.uncalled, own)
    add_references(document, record)
    add_biographies(document, record)
    return tuple(dict.fromkeys(document.missing))


def add_header(document: Document, header: Translation, record: Record) -> None:
    """Title, authors, affiliations, abstract and keywords in one language."""
    code = header.language
    is_own = code == record.language
    if header.title:
        document.add("Title" if is_own else "TranslatedTitle", header.title, code)
    if names := list(byline(header.people)):
        document.add("Authors", names, code)
    for number, affiliation in enumerate(header.affiliations, 1):
        if affiliation:
            document.add("Affiliation", (Run(str(number), ("sup",)), *affiliation), code)
    if is_own:
        for contact in contacts(record):
            document.add("Affiliation", contact, code)
    for style, fact in (("Abstract", header.abstract), ("Keywords", header.keywords)):
        if fact.runs:
            document.add(style, labelled_runs(fact), code)


def byline(people: Iterable[Person]) -> Iterator[Run]:
    named = [person for person in people if any(run.text for run in person.name)]
    for place, person in enumerate(named):
        yield from [text_run(", ")] if place else []
        yield from person.name
        if person.marks:
            yield text_run(person.marks.replace(" ", ""), "sup")


def labelled_runs(fact: Fact, bold: bool = True) -> Iterator[Run]:
    sign = ". " if bold else ": "
    yield text_run(fact.label + sign, *(("b",) if bold else ()))
    yield from fact.runs


def add_references(document: Document, record: Record) -> None:
    own = record.language
    romanized = labels.ROMANIZED[own]
    for part in reference_lists(record):
        # The romanized list has the heading that journals of the country print above it.
        is_second = part.heading == romanized and own != "en"
        code: Language = "en" if is_second else own
        document.add_text("Heading2", labels.REFERENCES["en"] if is_second else part.heading, code)
        list_id = document.new_list()
        for entry, language in zip(part.entries, part.languages, strict=True):
            document.add("Reference", entry, language, list_id)


def add_biographies(document: Document, record: Record) -> None:
    own: Language = record.language
    if entries := list(biographies(record)):
        document.add_text("Heading2", labels.AUTHORS[own], own)
        for runs in entries:
            document.add("Statement", runs, own)
