"""The completeness matrix: the state of each field in Kazakh, Russian and English."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from articles.records.base import Value
from articles.records.findings import Finding, Level
from articles.records.languages import LANGUAGES, Language
from articles.records.markup import count_words
from articles.records.record import Record

from .messages import LANGUAGE_NAMES, Message, fill

# Made once: to make such a message costs more than to show it.
TERMS = ngettext_lazy("%(count)d term", "%(count)d terms", "count")
WORDS = ngettext_lazy("%(count)d word", "%(count)d words", "count")


class State(StrEnum):
    """The worst state first."""

    MISSING = "missing"
    PARTIAL = "partial"
    SUSPECT = "suspect"
    COMPLETE = "complete"


LABELS: Mapping[State, Promise] = {
    State.MISSING: _("missing"),
    State.PARTIAL: _("partial"),
    State.SUSPECT: _("check"),
    State.COMPLETE: _("complete"),
}


MARKS: Mapping[State, str] = {
    State.MISSING: "bad",
    State.PARTIAL: "bad",
    State.SUSPECT: "warn",
    State.COMPLETE: "ok",
}


class Cell(Value, frozen=True):
    language: Language
    state: State
    amount: Message  # such as “187 words”, “2 of 3”

    @property
    def label(self) -> Promise:
        return LABELS[self.state]

    @property
    def language_name(self) -> Promise:
        return LANGUAGE_NAMES[self.language]

    @property
    def mark(self) -> str:
        """The stylesheet's class."""
        return MARKS[self.state]


class Row(Value, frozen=True):
    field: str
    label: Message
    cells: tuple[Cell, ...]


Count = Callable[[Record, Language], tuple[int, int]]  # how many it has, and how many it needs


def completeness(record: Record, findings: Iterable[Finding] = ()) -> tuple[Row, ...]:
    """A row for each field that an article needs in every language of its journal."""
    suspected = set(_suspected(findings))
    return tuple(
        Row(field, label, tuple(_cells(record, field, suspected)))
        for field, label in FIELDS.items()
        if field != "affiliations" or record.affiliations
    )


def is_complete(cell: Cell) -> bool:
    return cell.state in (State.COMPLETE, State.SUSPECT)


def _cells(record: Record, field: str, suspected: set[tuple[str, str]]) -> Iterator[Cell]:
    languages = record.journal.policy.languages if record.journal else LANGUAGES
    for code in languages:
        has, wanted, amount = _amount(record, field, code)
        if not has:
            state = State.MISSING
        elif has < wanted:
            state = State.PARTIAL
        else:
            state = State.SUSPECT if (field, code) in suspected else State.COMPLETE
        yield Cell(code, state, amount)


def _amount(record: Record, field: str, code: Language) -> tuple[int, int, Message]:
    """How many there are, how many are needed, and a message that says so."""
    if field == "keywords":
        count = len(record.keywords.get(code, ()))
        return count, 1, fill(TERMS, count=count)
    if field in ("title", "abstract"):
        count = count_words(getattr(record, field).get(code, ""))
        return count, 1, fill(WORDS, count=count)
    if field == "authors":
        has = [code in author.names or code in author.collective for author in record.authors]
    else:
        has = [code in affiliation.name for affiliation in record.affiliations]
    count = sum(has)
    return count, len(has), fill(_("%(count)d of %(all)d"), count=count, all=len(has))


def _suspected(findings: Iterable[Finding]) -> Iterator[tuple[str, str]]:
    """Row and language of each warning or error. Notes leave a field complete."""
    for finding in findings:
        head, _bracket, part = finding.field.partition("[")
        is_about_row = not part or part.endswith((".names", ".name"))  # not a biography
        if finding.level is not Level.NOTES and is_about_row:
            yield head, finding.language or ""


FIELDS: Mapping[str, Promise] = {
    "title": _("Title"),
    "abstract": _("Abstract"),
    "keywords": _("Keywords"),
    "authors": _("Authors' names"),
    "affiliations": _("Organisation's name"),
}
