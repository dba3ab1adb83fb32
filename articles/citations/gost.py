"""References and records by GOST R 7.0.5-2008, GOST R 7.0.100-2018 and GOST 7.1-2003."""

from __future__ import annotations

from collections.abc import Iterable

from articles.records.facts import IssueFacts
from articles.records.imprint import page_range
from articles.records.languages import Language
from articles.records.names import Name, byline, family_first, initials
from articles.records.record import Record

from .terms import Words
from .work import Work, work

HEADING_AUTHORS = 3  # more than three: the description begins with the title (GOST 7.80)


def gost_7_0_5(record: Record, language: Language) -> str:
    """A reference: all of up to three authors before the title, and not again after it."""
    a = work(record, language)
    heading = ", ".join(family_first(name, " ") for name in _heading(a))
    said = ", ".join(a.organisations) if heading else _said_short(a)
    return _areas(
        [_sentence(heading, _entry(a.title, said, a.journal)), *_place(record, a, "URL:")]
    )


def gost_7_0_100(record: Record, language: Language) -> str:
    """A record: the first author as its heading, the authors again after the title."""
    a = work(record, language)
    said = _said(a, most=4)
    title = f"{a.title} / {said}" if said else a.title
    entry = _areas([title, _entry(a.words.electronic, "", a.journal)], end=False)
    return _areas([_sentence(_first_author(a), entry), *_place(record, a, "URL:")])


def gost_7_1(record: Record, language: Language) -> str:
    """The same by the standard of 2003, which Kazakhstan's printed lists keep to."""
    a = work(record, language)
    entry = _entry(a.title, _said(a, most=3), a.journal)
    return _areas([_sentence(_first_author(a), entry), *_place(record, a, a.words.access)])


def _heading(a: Work) -> tuple[Name, ...]:
    return a.people if len(a.people) <= HEADING_AUTHORS else ()


def _first_author(a: Work) -> str:
    """`Есеркепова, Ж. О.`: 7.1 and 7.0.100 part the surname with a comma."""
    if not _heading(a):
        return ""
    name = a.people[0]
    return ", ".join(filter(None, (name.family, initials(name, " "))))


def _said(a: Work, most: int) -> str:
    """Who made it, after the slash: people, then organisations behind a semicolon."""
    names = [byline(name, " ") for name in a.people]
    if len(names) > most:
        shown = 1 if most == HEADING_AUTHORS else 3  # 7.1: the first; 7.0.100: the first three
        names = [*names[: shown - 1], f"{names[shown - 1]} {a.words.and_others}"]
    return " ; ".join(filter(None, (", ".join(names), ", ".join(a.organisations))))


def _said_short(a: Work) -> str:
    """Of more than three authors, the first alone."""
    return _said(a, most=HEADING_AUTHORS)


def _entry(title: str, said: str, journal: str) -> str:
    """`Title / who // Journal`."""
    made = f"{title} / {said}" if said else title
    return f"{made} // {journal}" if journal else made


def _place(record: Record, a: Work, label: str) -> list[str]:
    """Year, volume and number, pages, address: the areas after the journal."""
    pages = page_range(record, "–")
    return [
        str(a.year or ""),
        _numbers(record.issue, a.words) if record.issue else "",
        f"{a.words.pages} {pages}" if pages else "",
        f"{a.words.article} {record.article_number}" if record.article_number else "",
        f"{label} {a.address}" if a.address else "",
    ]


def _numbers(issue: IssueFacts, words: Words) -> str:
    """`Т. 3, № 1 (134), ч. 2`; a through number on its own is the number."""
    number, through = issue.number, issue.through_number
    if number and through and number != through:
        number = f"{number} ({through})"
    number = number or through
    parts = (
        f"{words.volume} {issue.volume}" if issue.volume else "",
        f"{words.number} {number}" if number else "",
        _part(issue.part, words),
    )
    text = ", ".join(filter(None, parts))
    return text[:1].upper() + text[1:]


def _part(part: str, words: Words) -> str:
    """A bare number gets its word; what already says what it is stays as it stands."""
    return f"{words.part.lower()} {part}" if part[:1].isdigit() else part


def _sentence(heading: str, entry: str) -> str:
    """The heading ends in one full stop, which an initial already has."""
    return f"{heading.rstrip('.')}. {entry}" if heading else entry


def _areas(areas: Iterable[str], end: bool = True) -> str:
    """`One. – Two. – Three.`: areas are parted by a full stop and a dash, never by two stops."""
    full = [area for area in areas if area]
    if not full:
        return ""
    joined = full[0]
    for area in full[1:]:
        joined += f" – {area}" if joined[-1] in ".?!…" else f". – {area}"
    return joined if not end or joined.endswith(".") else _closed(joined)


def _closed(text: str) -> str:
    """An address takes the full stop as well: GOST ends every record with one."""
    return f"{text}."
