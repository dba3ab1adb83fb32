"""The content of an author's proof, in the order of the page and in three languages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import msgspec

from articles.exports.typesetting import labels
from articles.exports.typesetting.blocks import Runs
from articles.exports.typesetting.body import Body, plain_blocks, read_body
from articles.exports.typesetting.design import Design, design_of
from articles.exports.typesetting.people import contacts
from articles.exports.typesetting.sections import (
    Fact,
    Part,
    Translation,
    facts,
    reference_lists,
    translation,
)
from articles.exports.typesetting.table_width import rooms_of
from articles.records.languages import LANGUAGES, Language, prefer
from articles.records.markup import flat
from articles.records.pdf_layout import PdfDesign
from articles.records.record import Record


class DraftVersion(msgspec.Struct, frozen=True):
    """The saved state of the draft that a proof shows."""

    version: int
    at: datetime  # of the saving, in the time that the office lives in

    def __str__(self) -> str:
        return f"{self.version}, {self.at:%d.%m.%Y %H:%M}"


class Content(msgspec.Struct, frozen=True):
    """Everything that a proof shows; `proof.typ` lays it out."""

    language: Language
    plain_title: str
    mark: str
    stamp: str
    version: str
    missing_picture: str
    journal: tuple[str, ...]
    facts: tuple[Fact, ...]
    translations: tuple[Translation, ...]
    contacts: tuple[Runs, ...]
    parts: tuple[Part, ...]
    notes: dict[str, tuple[Runs, ...]]  # at the feet of pages
    design: Design


def content_of(
    record: Record, draft: DraftVersion, design: PdfDesign, is_plain: bool = False
) -> Content:
    """Return the content of a proof, in one column; with `is_plain` the body is its text alone."""
    layout = msgspec.structs.replace(design.layout, columns=1)
    body = (
        Body(plain_blocks(record.body))
        if is_plain
        else read_body(record.body, record.references, rooms_of(layout))
    )
    return Content(
        language=record.language,
        plain_title=flat(prefer(record.title, record.language)),
        mark=labels.in_all(labels.NOT_PUBLISHED),
        stamp=labels.in_all(labels.STAMP),
        version=f"{labels.in_all(labels.VERSION, '/')} {draft}",
        missing_picture=labels.in_all(labels.MISSING_PICTURE, "/"),
        journal=tuple(journal(record)),
        facts=tuple(facts(record)),
        translations=tuple(translation(record, code) for code in LANGUAGES),
        contacts=tuple(contacts(record)),
        parts=tuple(parts(record, body)),
        notes=body.notes,
        design=design_of(msgspec.structs.replace(design, layout=layout)),
    )


def journal(record: Record) -> Iterator[str]:
    if not record.journal:
        return
    yield " · ".join(dict.fromkeys(record.journal.name.values()))
    issn = ", ".join(filter(None, (record.journal.issn_print, record.journal.issn_online)))
    yield f"ISSN {issn}" if issn else ""
    if issue := record.issue:
        numbers = (issue.volume and f"т./vol. {issue.volume}", issue.number and f"№ {issue.number}")
        through = f"({issue.through_number})" if issue.through_number else ""
        yield ", ".join(filter(None, (str(issue.year), *numbers))) + f" {through}".rstrip()
    yield " · ".join(dict.fromkeys(record.section.values()))


def parts(record: Record, body: Body) -> Iterator[Part]:
    own = record.language
    if body.blocks:
        yield Part(labels.FULL_TEXT[own], blocks=body.blocks)
    if body.uncalled:
        yield Part(labels.NOTES[own], blocks=body.uncalled)
    yield from reference_lists(record)
