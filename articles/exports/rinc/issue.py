"""The journal and the issue around eLIBRARY's articles."""

from __future__ import annotations

from collections.abc import Iterable

from articles.exports.xml import NOTHING, Xml, closing, filled, opening, tag
from articles.exports.xml import text as written
from articles.records.facts import IssueFacts, JournalFacts
from articles.records.languages import CODES, Text, preferred
from articles.records.markup import plain
from articles.records.record import Record

MARKS = {"i": "i", "b": "b", "sub": "sub", "sup": "sup"}


def head(record: Record) -> Xml:
    """All that stands before the first article. The journal is told once, in one language."""
    journal, issue = record.journal, record.issue
    if not journal or not issue:  # the demands have refused it before
        return NOTHING
    return Xml("\n".join(filter(None, (*_journal(journal), *_issue(issue), opening("articles")))))


def tail(pages: Iterable[str], cover: str) -> Xml:
    file = tag("files", filled("file", cover, {"desc": "cover"})) if cover else NOTHING
    parts = (
        closing("articles"),
        filled("pages", _range(pages)),
        file,
        closing("issue"),
        closing("journal"),
    )
    return Xml("\n".join(filter(None, parts)))


def _journal(journal: JournalFacts) -> tuple[Xml, ...]:
    return (
        opening("journal"),
        filled("titleid", journal.elibrary_id),
        filled("issn", journal.issn_print),
        filled("eissn", journal.issn_online),
        _once("journalInfo", journal.name, inside="title"),
    )


def _issue(issue: IssueFacts) -> tuple[Xml, ...]:
    return (
        opening("issue", {"type": "ISS"}),
        filled("volume", issue.volume) if is_count(issue.volume, 9) else NOTHING,
        filled("number", issue.number or issue.through_number),
        filled("altNumber", issue.through_number),
        filled("part", issue.part) if is_count(issue.part, 4) else NOTHING,
        filled("dateUni", str(issue.year)),
        _once("issTitle", issue.title),
    )


def is_count(value: str, digits: int) -> bool:
    """Whether the schema takes it for a whole number."""
    return value.isascii() and value.isdigit() and len(value) <= digits


def _once(name: str, text: Text, inside: str = "") -> Xml:
    """An element that the schema allows once: in the first language that there is."""
    code = preferred(text)
    if not code:
        return NOTHING
    content = written(plain(text[code]))
    return tag(name, tag(inside, content) if inside else content, {"lang": CODES[code].elibrary})


def _range(pages: Iterable[str]) -> str:
    """The first and the last page of all that are numbers."""
    numbers = sorted(int(page) for page in pages if is_count(page, 9))
    return f"{numbers[0]}-{numbers[-1]}" if numbers else ""
