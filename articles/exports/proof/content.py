"""The content of an author's proof, in the order of the page and in three languages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import msgspec

from articles.exports.proof import labels
from articles.exports.proof.blocks import Block, Runs, marked_up_runs, text_run
from articles.exports.proof.body import body_and_notes, plain_blocks
from articles.exports.proof.people import Person, affiliations, contacts, people
from articles.records.identifiers import doi_url
from articles.records.imprint import page_range
from articles.records.languages import LANGUAGES, Language, prefer
from articles.records.markup import flat
from articles.records.record import Record, Reference


class Edition(msgspec.Struct, frozen=True):
    """The saved state of the draft that a proof shows."""

    version: int
    at: datetime  # of the saving, in the time that the office lives in

    def __str__(self) -> str:
        return f"{self.version}, {self.at:%d.%m.%Y %H:%M}"


class Fact(msgspec.Struct, frozen=True):
    label: str
    runs: Runs


class Translation(msgspec.Struct, frozen=True):
    """One language of the header; missing values are shown as missing."""

    language: Language
    name: str
    none: str
    title: Runs
    people: tuple[Person, ...]
    affiliations: tuple[Runs, ...]
    abstract: Fact
    keywords: Fact
    statements: tuple[Fact, ...]


class Part(msgspec.Struct, frozen=True):
    """A part of the article below its heading."""

    heading: str
    blocks: tuple[Block, ...] = ()
    entries: tuple[Runs, ...] = ()


class Content(msgspec.Struct, frozen=True):
    """Everything that a proof shows; `proof.typ` lays it out."""

    language: Language
    plain_title: str
    mark: str
    stamp: str
    edition: str
    missing_picture: str
    journal: tuple[str, ...]
    facts: tuple[Fact, ...]
    translations: tuple[Translation, ...]
    contacts: tuple[Runs, ...]
    parts: tuple[Part, ...]


def content_of(record: Record, edition: Edition, is_plain: bool = False) -> Content:
    """Return the content of a proof; with `is_plain` the body is its text alone."""
    return Content(
        language=record.language,
        plain_title=flat(prefer(record.title, record.language)),
        mark=labels.in_all(labels.NOT_PUBLISHED),
        stamp=labels.in_all(labels.STAMP),
        edition=f"{labels.in_all(labels.VERSION, '/')} {edition}",
        missing_picture=labels.in_all(labels.MISSING_PICTURE, "/"),
        journal=tuple(journal(record)),
        facts=tuple(facts(record)),
        translations=tuple(translation(record, code) for code in LANGUAGES),
        contacts=tuple(contacts(record)),
        parts=tuple(parts(record, is_plain)),
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


def facts(record: Record) -> Iterator[Fact]:
    irsti = labels.IRSTI
    if record.journal:
        irsti = {**irsti, "kk": record.journal.policy.irsti_label_kk or irsti["kk"]}
    pages = page_range(record, "–") or record.article_number
    days = (
        (labels.RECEIVED, record.received_on),
        (labels.REVISED, record.revised_on),
        (labels.ACCEPTED, record.accepted_on),
        (labels.PUBLISHED, record.published_on),
    )
    values = [
        ("DOI", doi_url(record.doi) if record.doi else ""),
        ("EDN", record.edn),
        (labels.in_all(irsti, " / "), ", ".join(record.irsti)),
        (labels.in_all(labels.UDC, " / "), ", ".join(record.udc)),
        ("JEL", ", ".join(record.jel)),
        (labels.in_all(labels.PAGES, " / "), pages),
        *((labels.in_all(word, " / "), f"{day:%d.%m.%Y}") for word, day in days if day),
    ]
    return (Fact(label, (text_run(value),)) for label, value in values if value or label == "DOI")


def translation(record: Record, code: Language) -> Translation:
    keywords = labels.KEYWORDS[code]
    if code == "kk" and record.journal:
        keywords = record.journal.policy.keywords_label_kk or keywords
    return Translation(
        language=code,
        name=labels.NAMES[code],
        none=f"– ({labels.NONE[code]})",
        title=marked_up_runs(record.title.get(code, "")),
        people=tuple(people(record, code)),
        affiliations=tuple(affiliations(record, code)),
        abstract=Fact(labels.ABSTRACT[code], marked_up_runs(record.abstract.get(code, ""))),
        keywords=Fact(keywords, marked_up_runs(", ".join(record.keywords.get(code, ())))),
        statements=tuple(statements(record, code)),
    )


def statements(record: Record, code: Language) -> Iterator[Fact]:
    printed = record.statements
    funders = (
        ", ".join(filter(None, (funding.funder.get(code, ""), funding.award)))
        for funding in record.funding
    )
    texts = (
        (labels.CONTRIBUTIONS, printed.contributions.get(code, "")),
        (labels.CONFLICTS, printed.conflicts.get(code, "")),
        (labels.DATA, printed.data.get(code, "")),
        (labels.THANKS, printed.thanks.get(code, "")),
        (labels.FUNDING, "; ".join(filter(None, funders))),
    )
    return (Fact(label[code], marked_up_runs(text)) for label, text in texts if text)


def parts(record: Record, is_plain: bool) -> Iterator[Part]:
    own = record.language
    body, notes = (plain_blocks(record.body), ()) if is_plain else body_and_notes(record.body)
    if body:
        yield Part(labels.FULL_TEXT[own], blocks=body)
    if notes:
        yield Part(labels.NOTES[own], blocks=notes)
    if record.references:
        yield Part(labels.REFERENCES[own], entries=tuple(map(printed_entry, record.references)))
    if any(reference.romanized for reference in record.references):
        entries = (
            entry(reference.romanized or reference.text, reference)
            for reference in record.references
        )
        yield Part(labels.ROMANIZED[own], entries=tuple(entries))


def printed_entry(reference: Reference) -> Runs:
    return entry(reference.text or reference.romanized, reference)


def entry(text: str, reference: Reference) -> Runs:
    """A reference, followed by its DOI if the text does not print it."""
    doi = doi_url(reference.doi) if reference.doi else ""
    is_missing = doi.lower() not in text.lower()
    return (text_run(text), text_run(f" {doi}")) if is_missing else (text_run(text),)
