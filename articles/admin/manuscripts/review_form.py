"""The right side of the review page: every value in its cell, doubtful groups first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from django.http import QueryDict
from django.utils.translation import gettext as _

from articles.editing.history import value_at
from articles.intake.manuscripts.matches import Proposal, known_organisations, known_people
from articles.records import json
from articles.records.body import clean_body
from articles.records.diff import Path, comparable
from articles.records.languages import LANGUAGES
from articles.records.record import Record

from . import labels
from .evidence import Evidence
from .fields import Cell, Option, parsed, shown


class Row(msgspec.Struct):
    label: str
    cells: list[Cell]


class Group(msgspec.Struct):
    key: str
    legend: str
    rows: list[Row]
    is_proposed: bool = False
    is_extra: bool = False  # room for what the reader missed

    @property
    def cells(self) -> list[Cell]:
        return [cell for row in self.rows for cell in row.cells]

    @property
    def is_doubtful(self) -> bool:
        return any(cell.is_doubtful for cell in self.cells)


class Sheet:
    """`base` is what the cells show first; `record_from` takes what was typed over it."""

    def __init__(self, base: Record, evidence: Evidence, is_proposed: bool = False) -> None:
        self.base = base
        self.tree = with_room(base)
        self.evidence = evidence
        self.people = known_people(base)
        self.organisations = known_organisations(base)
        self.groups = list(self._groups(is_proposed))
        self.groups.sort(key=lambda group: not group.is_doubtful)  # stable: else as printed

    @property
    def cells(self) -> list[Cell]:
        return [cell for group in self.groups for cell in group.cells]

    @property
    def doubtful(self) -> list[Cell]:
        return [cell for cell in self.cells if cell.is_doubtful]

    def errors(self) -> list[Cell]:
        return [cell for cell in self.cells if cell.error]

    def record_from(self, posted: QueryDict) -> Record:
        """What was typed; cells that are refused keep their error and the value of before."""
        tree = with_room(self.base)
        for cell in self.cells:
            value = parsed(cell, posted.get(cell.name, ""))
            if not cell.error:
                put_at(tree, cell.path, value)
        return json.from_tree(json.clean_tree(tidied(tree)))

    def _groups(self, is_proposed: bool) -> Iterator[Group]:
        for field, kind in labels.TEXTS:
            yield Group(field, labels.of((field,)), [self._trio((field,), kind)])
        for place in range(len(self.tree["authors"])):
            yield self._author(place)
        for place in range(len(self.tree["affiliations"])):
            yield self._affiliation(place)
        yield Group("article", _("The article"), list(self._article()))
        yield Group("dates", _("Dates"), [self._row([(f,) for f in labels.DATES], "date")])
        if self.tree["references"]:
            yield Group("references", labels.of(("references",)), self._references(), is_proposed)
        for field in labels.STATEMENTS:
            if self.tree["statements"].get(field):
                yield Group(field, labels.of((field,)), [self._trio(("statements", field), "area")])
        for place in range(len(self.tree["funding"])):
            rows = [self._trio(("funding", place, "funder"), "area")]
            rows.append(self._row([("funding", place, "award")]))
            yield Group(f"funding-{place}", labels.of(("funding",)), rows)
        yield Group("body", labels.of(("body",)), [self._row([("body",)], "html")])

    def _author(self, place: int) -> Group:
        path: Path = ("authors", place)
        is_new = place >= len(self.base.authors)
        known = [] if is_new else self.people[place]
        names = [self._cell((*path, "names", code, part), language=code)
                 for part in labels.NAME_PARTS for code in LANGUAGES]  # fmt: skip
        rows = [Row(_("Full name"), names)]
        rows += [
            self._trio((*path, field), "area")
            for field in ("degree", "academic_title", "post", "bio")
            if value_at(self.tree, (*path, field)) or (field == "degree" and not is_new)
        ]
        details = [self._cell((*path, "orcid"), "orcid"), self._cell((*path, "email"))]
        details += [self._cell((*path, "marks"), "marks")]
        details += [self._cell((*path, "corresponding"), "check")]
        if known:
            details.append(self._choice((*path, "author_id"), known))
        legend = _("One more author") if is_new else labels.of(path)
        return Group(f"author-{place}", legend, [*rows, Row("", details)], is_extra=is_new)

    def _affiliation(self, place: int) -> Group:
        path: Path = ("affiliations", place)
        is_new = place >= len(self.base.affiliations)
        known = [] if is_new else self.organisations[place]
        details = [self._cell((*path, "country"))]
        if known:
            details.append(self._choice((*path, "organisation_id"), known))
        legend = _("One more affiliation") if is_new else labels.of(path)
        rows = [self._trio((*path, "name"), "area"), Row("", details)]
        return Group(f"affiliation-{place}", legend, rows, is_extra=is_new)

    def _article(self) -> Iterator[Row]:
        language = self._cell(("language",), "choice")
        language.options = tuple(Option(code, labels.LANGUAGE_NAMES[code]) for code in LANGUAGES)
        kinds = (("irsti",), "irsti"), (("udc",), "udc"), (("doi",), "doi")
        yield Row("", [language, *(self._cell(path, kind) for path, kind in kinds)])
        yield self._row([("first_page",), ("last_page",)])

    def _references(self) -> list[Row]:
        rows = []
        for place in range(len(self.tree["references"])):
            row = self._row([("references", place, part) for part in ("text", "romanized")], "area")
            row.label = str(place + 1)
            rows.append(row)
        return rows

    def _trio(self, path: Path, kind: str) -> Row:
        return Row("", [self._cell((*path, code), kind, code) for code in LANGUAGES])

    def _row(self, paths: list[Path], kind: str = "text") -> Row:
        return Row("", [self._cell(path, kind) for path in paths])

    def _cell(self, path: Path, kind: str = "text", language: str = "") -> Cell:
        value = value_at(self.tree, path)
        lines, sureness = self.evidence.of(path, value)
        refused = self.evidence.refusal(path)
        return Cell(
            path=path,
            label=labels.of(path),
            kind=kind,
            language=language,
            typed=shown(value, kind),
            lines=lines,
            sureness=sureness,
            note=f"{refused.printed}: {refused.why}" if refused else "",
        )

    def _choice(self, path: Path, known: list[Proposal]) -> Cell:
        cell = self._cell(path, "key")
        cell.options = (
            Option("", _("nobody of these")),
            *(Option(str(one.key), f"{one.label} ({one.why})") for one in known),
        )
        return cell


def with_room(record: Record) -> dict[str, Any]:
    """With an empty author and an empty affiliation at the end, for what the reader missed."""
    tree = comparable(record)
    for field in ("authors", "affiliations", "references", "funding"):
        tree.setdefault(field, [])
    tree["authors"].append({})
    tree["affiliations"].append({})
    for author in tree["authors"]:
        author.setdefault("names", {})
        author.setdefault("marks", [])
    for affiliation in tree["affiliations"]:
        affiliation.setdefault("name", {})
    return {"statements": {}, "body": "", **tree}


def put_at(tree: Any, path: Path, value: Any) -> None:
    """Sets what stands there, with the mappings on the way to it."""
    *parents, last = path
    for part in parents:
        tree = tree.setdefault(part, {}) if isinstance(tree, dict) else tree[part]
    tree[last] = value


def tidied(tree: dict[str, Any]) -> dict[str, Any]:
    """Without rows that were emptied; marks follow their affiliations."""
    for author in tree["authors"]:
        author["names"] = {code: one for code, one in author["names"].items() if any(one.values())}
    tree["authors"] = [one for one in tree["authors"] if one["names"] or one.get("collective")]
    kept = [place for place, one in enumerate(tree["affiliations"], 1) if any(one["name"].values())]
    moved = {old: new for new, old in enumerate(kept, 1)}
    count = len(tree["affiliations"])
    for author in tree["authors"]:
        marks = [moved.get(mark, mark) for mark in author["marks"] if mark in moved or mark > count]
        author["marks"] = marks
    tree["affiliations"] = [tree["affiliations"][place - 1] for place in kept]
    tree["references"] = [
        one for one in tree["references"] if one.get("text") or one.get("romanized")
    ]
    tree["funding"] = [one for one in tree["funding"] if any(one.get("funder", {}).values())]
    tree["body"] = clean_body(tree["body"])
    return tree
