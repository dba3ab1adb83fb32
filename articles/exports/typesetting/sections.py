"""Parts of a typeset article: codes and dates, its header in each language, references."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from articles.exports.typesetting import labels
from articles.exports.typesetting.blocks import Block, Runs, marked_up_runs, text_run
from articles.exports.typesetting.people import Person, affiliations, people
from articles.records.identifiers import doi_url
from articles.records.imprint import page_range
from articles.records.languages import LANGUAGES, Language
from articles.records.record import Record, Reference
from articles.records.reference_languages import language_in_romanized_list, printed_language


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
    languages: tuple[str, ...] = ()  # of the entries, as tags of BCP 47; else the article's


def facts(record: Record, codes: Sequence[Language] = LANGUAGES) -> Iterator[Fact]:
    """Codes, pages and dates, each with its label in these languages."""
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
    page_label = {code: label.capitalize() for code, label in labels.PAGES.items()}
    values = [
        ("DOI", doi_url(record.doi) if record.doi else ""),
        ("EDN", record.edn),
        (label_in(codes, irsti), ", ".join(record.irsti)),
        (label_in(codes, labels.UDC), ", ".join(record.udc)),
        ("JEL", ", ".join(record.jel)),
        (label_in(codes, page_label), pages),
        *((label_in(codes, word), f"{day:%d.%m.%Y}") for word, day in days if day),
    ]
    for label, value in values:
        if value or label == "DOI":
            yield Fact(label, (text_run(value, link=value if label == "DOI" else ""),))


def label_in(codes: Sequence[Language], words: labels.Words) -> str:
    """`Түсті / Поступила / Received`; equal ones once."""
    return " / ".join(dict.fromkeys(words[code] for code in codes))


def header_languages(record: Record) -> list[Language]:
    """Return the languages with a title, an abstract or keywords, that of the article first."""
    printed = [
        code
        for code in LANGUAGES
        if record.title.get(code) or record.abstract.get(code) or record.keywords.get(code)
    ]
    return sorted(printed, key=lambda code: code != record.language)


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


def reference_lists(record: Record) -> Iterator[Part]:
    """The list as printed, and the romanized list if any reference has that form."""
    yield from printed_references(record)
    yield from romanized_references(record)


def printed_references(record: Record) -> Iterator[Part]:
    """The reference list as printed."""
    if record.references:
        heading = labels.REFERENCES[record.language]
        yield Part(
            heading,
            entries=tuple(map(printed_entry, record.references)),
            languages=tuple(map(printed_language, record.references)),
        )


def romanized_references(record: Record) -> Iterator[Part]:
    """The romanized list, if any reference has that form."""
    if any(reference.romanized for reference in record.references):
        entries = (
            entry(reference.romanized or reference.text, reference)
            for reference in record.references
        )
        languages = map(language_in_romanized_list, record.references)
        heading = labels.ROMANIZED[record.language]
        yield Part(heading, entries=tuple(entries), languages=tuple(languages))


def printed_entry(reference: Reference) -> Runs:
    return entry(reference.text or reference.romanized, reference)


def entry(text: str, reference: Reference) -> Runs:
    """A reference with its DOI as a link, which follows if the text does not print it."""
    if not reference.doi:
        return (text_run(text),)
    url = doi_url(reference.doi)
    address = rf"(?:https?://(?:dx\.)?doi\.org/)?{re.escape(reference.doi)}(?![\w/-])"
    if match := re.search(address, text, re.IGNORECASE):
        before, after = text[: match.start()], text[match.end() :]
        runs = (text_run(before), text_run(match[0], link=url), text_run(after))
        return tuple(run for run in runs if run.text)
    return (text_run(f"{text} "), text_run(url, link=url))
