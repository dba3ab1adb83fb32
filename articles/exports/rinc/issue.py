"""The journal and the issue around the articles in the XML of РИНЦ."""

from __future__ import annotations

from collections.abc import Iterable

from articles.exports.xml import NOTHING, Xml, close_tag, open_tag, tag, text_tag
from articles.exports.xml import text as escape_text
from articles.records.facts import JournalFacts
from articles.records.imprint import number_of, volume_of
from articles.records.languages import CODES, Text, preferred_language
from articles.records.markup import plain
from articles.records.record import Record

MARKS = {"i": "i", "b": "b", "sub": "sub", "sup": "sup"}


def head(record: Record) -> Xml:
    """Everything before the first article; the journal is given in one language."""
    journal = record.journal
    if not journal or not record.issue:  # the checks have refused it before
        return NOTHING
    return Xml("\n".join(filter(None, (*_journal(journal), *_issue(record), open_tag("articles")))))


def tail(pages: Iterable[str], cover: str) -> Xml:
    file = tag("files", text_tag("file", cover, {"desc": "cover"})) if cover else NOTHING
    parts = (
        close_tag("articles"),
        text_tag("pages", _range(pages)),
        file,
        close_tag("issue"),
        close_tag("journal"),
    )
    return Xml("\n".join(filter(None, parts)))


def _journal(journal: JournalFacts) -> tuple[Xml, ...]:
    return (
        open_tag("journal"),
        text_tag("titleid", journal.elibrary_id),
        text_tag("issn", journal.issn_print),
        text_tag("eissn", journal.issn_online),
        _once("journalInfo", journal.name, inside="title"),
    )


def _issue(record: Record) -> tuple[Xml, ...]:
    issue, volume = record.issue, volume_of(record)
    assert issue  # noqa: S101  # the checks refuse a record without one
    return (
        open_tag("issue", {"type": "ISS"}),
        text_tag("volume", volume) if is_count(volume, 9) else NOTHING,
        text_tag("number", number_of(record)),
        text_tag("altNumber", issue.through_number),
        text_tag("part", issue.part) if is_count(issue.part, 4) else NOTHING,
        text_tag("dateUni", str(issue.year)),
        _once("issTitle", issue.title),
    )


def is_count(value: str, digits: int) -> bool:
    """Whether the schema accepts a text as a whole number of so many digits."""
    return value.isascii() and value.isdigit() and len(value) <= digits


def _once(name: str, text: Text, inside: str = "") -> Xml:
    """An element that the schema allows once: in the first language that has it."""
    code = preferred_language(text)
    if not code:
        return NOTHING
    content = escape_text(plain(text[code]))
    return tag(name, tag(inside, content) if inside else content, {"lang": CODES[code].elibrary})


def _range(pages: Iterable[str]) -> str:
    """The first and the last page of all pages that are numbers."""
    numbers = sorted(int(page) for page in pages if is_count(page, 9))
    return f"{numbers[0]}-{numbers[-1]}" if numbers else ""
