"""Marks of notes that a printed page leaves at titles and names: Title*, Title¹, Ivanov I.I.†"""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.preflight.messages import fill, spot_in
from articles.preflight.subject import Passage, Subject
from articles.records.findings import Finding, Level
from articles.records.markup import Run, runs
from articles.records.record import Authorship

SIGNS = "*∗＊†‡§"
RAISED = "¹²³⁰⁴-⁹ᵃᵇᶜᵈᵉ"
MARK = rf"[{SIGNS}{RAISED}](?:[\s,]?[{SIGNS}{RAISED}]){{0,5}}"
# What stands before a mark: not 10³, R², C*-algebras (C*); a unit as in «км³» has two letters or is
# in UNITS.
WORD = r"(?:[^\W\d_]{3,12}[)»”\"?!.]?|»)"
SIGN_AT_END = re.compile(
    rf"(?<=[^\W_][^\s_])\s?(?P<mark>[{SIGNS}](?:[\s,]?[{SIGNS}{RAISED}]){{0,5}})\W{{0,3}}$"
)
AT_END = re.compile(rf"(?P<before>{WORD})\s?(?P<mark>{MARK})\W{{0,3}}$")
AT_START = re.compile(rf"^\s?(?P<mark>{MARK})\s?(?=[^\W\d_])")
NAME_END = re.compile(
    rf"(?<=[^\W\d_].)(?P<mark>{MARK}|\d{{1,2}}(?:\s?,\s?\d{{1,2}}){{0,5}}[{SIGNS}]{{0,3}})$"
)
RAISED_NOTE = re.compile(
    r"[\s,]{0,2}(?:\d{1,2}|[a-eа-д]|[*†‡§]{1,3})(?:[\s,]{1,2}\d{1,2}){0,5}[\s,]?"
)
UNITS = ("мин", "сек", "моль", "тонн", "кал", "бит", "min", "sec", "mol", "rad", "cal", "bit")
ORGANISATIONS = ("].name", ".unit", ".collective", ".funder")  # ends of their fields

MESSAGE = _("“%(text)s”: “%(mark)s” looks like the mark of a note.")
REMEDY = _("Delete the mark. A note on the article belongs in the acknowledgements.")
NAME_REMEDY = _("Delete the mark. The author's affiliations are given by their numbers.")


def check_note_marks(subject: Subject) -> Iterator[Finding]:
    """Stars, daggers and raised figures at the ends of titles, names and organisations."""
    for code, title in subject.record.title.items():
        if found := title_mark(title):
            yield finding(Passage("title", code, title), *found)
    for place, author in enumerate(subject.record.authors, 1):
        for passage in name_parts(author, f"authors[{place}].names"):
            if match := AT_START.search(passage.text) or NAME_END.search(passage.text):
                yield finding(passage, match["mark"], match.start("mark"), NAME_REMEDY)
    for passage in (*subject.names, *subject.statements):
        match = AT_START.search(passage.text) or AT_END.search(passage.text)
        match = match or SIGN_AT_END.search(passage.text)
        if match and passage.field.endswith(ORGANISATIONS):
            yield finding(passage, match["mark"], match.start("mark"), NAME_REMEDY)


def title_mark(title: str) -> tuple[str, int] | None:
    """The mark at the end of a title and its place; a power or a charge is none."""
    *start, last = runs(title) or (Run(""),)
    if last.marks[-1:] == ("sup",) and RAISED_NOTE.fullmatch(last.text):
        before = re.search(rf"{WORD}\s?$", "".join(run.text for run in start))
        if before and before[0].strip().casefold() not in UNITS:
            return last.text, title.rfind(last.text)
    match = AT_END.search(title)
    if match and match["before"].casefold() in UNITS:
        return None
    match = match or SIGN_AT_END.search(title)
    return (match["mark"], match.start("mark")) if match else None


def name_parts(author: Authorship, field: str) -> Iterator[Passage]:
    for code, name in author.names.items():
        for part in (name.family, name.given, name.patronymic, name.suffix):
            yield Passage(field, code, part)


def finding(passage: Passage, mark: str, start: int, remedy: Promise = REMEDY) -> Finding:
    return Finding(
        Level.WARNS,
        passage.field,
        passage.language,
        fill(MESSAGE, text=passage.text, mark=mark),
        remedy,
        spot=spot_in(passage.text, start, start + len(mark)),
    )
