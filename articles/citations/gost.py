"""Citations by GOST R 7.0.5-2008, GOST R 7.0.100-2018 and GOST 7.1-2003."""

from __future__ import annotations

from collections.abc import Iterable

from articles.records.imprint import numbered, page_range, part_label, printed_number, volume_of
from articles.records.languages import Language
from articles.records.names import Name, family_first, initials, initials_first
from articles.records.record import Record

from .terms import TERMS
from .work import Work, work_of

HEADING_AUTHORS = 3  # more than three: the description begins with the title (GOST 7.80)


def gost_7_0_5(record: Record, language: Language) -> str:
    """Return a reference: up to three authors before the title, and not again after it."""
    work = work_of(record, language)
    heading = ", ".join(family_first(name, " ") for name in _heading(work))
    responsibility = ", ".join(work.organisations) if heading else _short_responsibility(work)
    return _areas(
        [
            _sentence(heading, _entry(work.title, responsibility, work.journal)),
            *_place(record, work, "URL:"),
        ]
    )


def gost_7_0_100(record: Record, language: Language) -> str:
    """Return a description: the first author as heading, all authors after the title."""
    work = work_of(record, language)
    responsibility = _responsibility(work, most=4)
    title = f"{work.title} / {responsibility}" if responsibility else work.title
    entry = _areas([title, _entry(work.terms.electronic, "", work.journal)], end=False)
    return _areas([_sentence(_first_author(work), entry), *_place(record, work, "URL:")])


def gost_7_1(record: Record, language: Language) -> str:
    """Return a description by GOST 7.1, which printed lists in Kazakhstan use."""
    work = work_of(record, language)
    entry = _entry(work.title, _responsibility(work, most=3), work.journal)
    return _areas([_sentence(_first_author(work), entry), *_place(record, work, work.terms.access)])


def _heading(work: Work) -> tuple[Name, ...]:
    """The authors of the heading: none if there are more than three."""
    return work.people if len(work.people) <= HEADING_AUTHORS else ()


def _first_author(work: Work) -> str:
    """`Есеркепова, Ж. О.`: GOST 7.1 and 7.0.100 put a comma after the surname."""
    if not _heading(work):
        return ""
    name = work.people[0]
    return ", ".join(filter(None, (name.family, initials(name, " "), name.suffix)))


def _responsibility(work: Work, most: int) -> str:
    """The statement of responsibility: people, then organisations after a semicolon."""
    names = [initials_first(name, " ") for name in work.people]
    if len(names) > most:
        shown = 1 if most == HEADING_AUTHORS else 3  # 7.1: the first; 7.0.100: the first three
        names = [*names[: shown - 1], f"{names[shown - 1]} {work.terms.and_others}"]
    return " ; ".join(filter(None, (", ".join(names), ", ".join(work.organisations))))


def _short_responsibility(work: Work) -> str:
    """The statement of responsibility; of more than three authors only the first."""
    return _responsibility(work, most=HEADING_AUTHORS)


def _entry(title: str, responsibility: str, journal: str) -> str:
    """`Title / statement of responsibility // Journal`."""
    described = f"{title} / {responsibility}" if responsibility else title
    return f"{described} // {journal}" if journal else described


def _place(record: Record, work: Work, label: str) -> list[str]:
    """The areas after the journal: year, volume and number, pages, web address."""
    pages = page_range(record, "–")
    return [
        str(work.year or ""),
        _numbers(record, work.language),
        f"{work.terms.pages} {pages}" if pages else "",
        f"{work.terms.article} {record.article_number}" if record.article_number else "",
        f"{label} {work.address}" if work.address else "",
    ]


def _numbers(record: Record, language: Language) -> str:
    """`Т. 3, № 1 (134), ч. 2`; `Т. 134, № 1, ч. 2` where the continuous number is the volume."""
    issue, volume = record.issue, volume_of(record)
    if not issue:
        return ""
    number = printed_number(issue) if volume == issue.volume else issue.number
    terms = TERMS[language]
    parts = (
        f"{terms.volume} {volume}" if volume else "",
        numbered(number, terms.number) if number else "",
        part_label(issue.part, language),
    )
    text = ", ".join(filter(None, parts))
    return text[:1].upper() + text[1:]


def _sentence(heading: str, entry: str) -> str:
    """The heading with one full stop, which an initial may already have."""
    return f"{heading.rstrip('.')}. {entry}" if heading else entry


def _areas(areas: Iterable[str], end: bool = True) -> str:
    """`One. – Two. – Three.`: areas separated by one full stop and a dash."""
    full = [area for area in areas if area]
    if not full:
        return ""
    joined = full[0]
    for area in full[1:]:
        joined += f" – {area}" if joined[-1] in ".?!…" else f". – {area}"
    if not end or joined.endswith("."):
        return joined
    return f"{joined}."  # GOST ends every description with a full stop, also after an address
