"""The review form: every value of the record in a field, the doubtful groups first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec
from django.utils.translation import gettext as _

from articles.editing.history import value_at
from articles.intake.manuscripts.matches import Match, organisation_matches, person_matches
from articles.records import json
from articles.records.diff import Path
from articles.records.languages import LANGUAGES
from articles.records.record import Record

from . import labels
from .evidence import Evidence, is_unsure
from .field_values import format_value, parse_field
from .fields import Option, ReviewField
from .labels import label_of
from .record_tree import set_value, with_empty_rows, without_empty_rows


class FieldRow(msgspec.Struct):
    label: str
    fields: list[ReviewField]


class FieldGroup(msgspec.Struct):
    key: str
    legend: str
    rows: list[FieldRow]
    is_proposed: bool = False  # not in the manuscript
    is_extra: bool = False  # empty, for what the reader missed

    @property
    def fields(self) -> list[ReviewField]:
        return [field for row in self.rows for field in row.fields]

    @property
    def is_doubtful(self) -> bool:
        return any(field.is_doubtful for field in self.fields)


class ReviewForm:
    """The fields first show `base`; `record_from` returns the record with what was typed."""

    def __init__(self, base: Record, evidence: Evidence, is_proposed: bool = False) -> None:
        """`is_proposed`: the romanized references of `base` are a proposal."""
        self.base = base
        self.tree = with_empty_rows(base)
        self.evidence = evidence
        self.person_matches = person_matches(base)
        self.organisation_matches = organisation_matches(base)
        self.groups = list(self._groups(is_proposed))
        self.groups.sort(key=lambda group: not group.is_doubtful)  # stable: else as printed

    @property
    def fields(self) -> list[ReviewField]:
        return [field for group in self.groups for field in group.fields]

    @property
    def doubtful(self) -> list[ReviewField]:
        return [field for field in self.fields if field.is_doubtful]

    @property
    def first_to_check(self) -> list[ReviewField]:
        """The first doubtful field of each value; a name in one language is one value."""
        by_value: dict[Path, ReviewField] = {}
        for field in self.doubtful:
            by_value.setdefault(field.value_path, field)
        return list(by_value.values())

    def errors(self) -> list[ReviewField]:
        return [field for field in self.fields if field.error]

    def record_from(self, posted: Mapping[str, str]) -> Record:
        """A field with an error keeps it, and the record the earlier value.

        Raises InvalidValue if no record can hold what was typed.
        """
        tree = with_empty_rows(self.base)
        for field in self.fields:
            value = parse_field(field, posted.get(field.name, ""))
            if not field.error:
                set_value(tree, field.path, value)
        return json.from_tree(json.clean_tree(without_empty_rows(tree)))

    def take_over(self, earlier: ReviewForm, posted: Mapping[str, str]) -> dict[str, str]:
        """What was typed over the values of `earlier`, where this form still offers the same."""
        before = {field.name: field.typed for field in earlier.fields}
        return {
            field.name: posted.get(field.name, "")
            if before.get(field.name) == field.typed
            else field.typed
            for field in self.fields
        }

    def _groups(self, is_proposed: bool) -> Iterator[FieldGroup]:
        for name, kind in labels.TEXTS:
            yield FieldGroup(name, label_of((name,)), [self._trilingual_row((name,), kind)])
        for place in range(len(self.tree["authors"])):
            yield self._author(place)
        for place in range(len(self.tree["affiliations"])):
            yield self._affiliation(place)
        yield FieldGroup("article", _("The article"), list(self._article()))
        dates: list[Path] = [(name,) for name in labels.DATES]
        yield FieldGroup("dates", _("Dates"), [self._row(dates, "date")])
        if self.tree["references"]:
            rows = list(self._references())
            yield FieldGroup("references", label_of(("references",)), rows, is_proposed)
        for name in labels.STATEMENTS:
            if self.tree["statements"].get(name):
                row = self._trilingual_row(("statements", name), "area")
                yield FieldGroup(name, label_of((name,)), [row])
        for place in range(len(self.tree["funding"])):
            rows = [self._trilingual_row(("funding", place, "funder"), "area")]
            rows.append(self._row([("funding", place, "award")]))
            yield FieldGroup(f"funding-{place}", label_of(("funding",)), rows)
        yield FieldGroup("body", label_of(("body",)), [self._row([("body",)], "html")])

    def _has_suffix(self, author: Path) -> bool:
        """In any language; few names have one, so the others have no inputs for it."""
        names = ((*author, "names", code, "suffix") for code in LANGUAGES)
        return any(value_at(self.tree, name) for name in names)

    def _author(self, place: int) -> FieldGroup:
        path: Path = ("authors", place)
        is_new = place >= len(self.base.authors)
        matches = [] if is_new else self.person_matches[place]
        names = [
            self._field((*path, "names", code, part), language=code)
            for part in labels.NAME_PARTS
            for code in LANGUAGES
            if part != "suffix" or self._has_suffix(path)
        ]
        if value_at(self.tree, (*path, "collective")):
            rows = [self._trilingual_row((*path, "collective"), "area")]
        else:
            rows = [FieldRow(_("Full name"), names)]
        rows += [
            self._trilingual_row((*path, name), "area")
            for name in ("degree", "academic_title", "post", "bio")
            if value_at(self.tree, (*path, name)) or (name == "degree" and not is_new)
        ]
        details = [
            self._field((*path, "orcid"), "orcid"),
            self._field((*path, "email")),
            self._field((*path, "marks"), "marks"),
            self._field((*path, "corresponding"), "check"),
        ]
        if matches:
            details.append(self._match_field((*path, "author_id"), matches))
        legend = _("One more author") if is_new else label_of(path)
        return FieldGroup(
            f"author-{place}", legend, [*rows, FieldRow("", details)], is_extra=is_new
        )

    def _affiliation(self, place: int) -> FieldGroup:
        path: Path = ("affiliations", place)
        is_new = place >= len(self.base.affiliations)
        matches = [] if is_new else self.organisation_matches[place]
        details = [self._field((*path, "country"), "country")]
        if matches:
            details.append(self._match_field((*path, "organisation_id"), matches))
        legend = _("One more affiliation") if is_new else label_of(path)
        rows = [self._trilingual_row((*path, "name"), "area")]
        rows += [
            self._trilingual_row((*path, name), "text")
            for name in ("unit", "city")
            if value_at(self.tree, (*path, name))
        ]
        rows.append(FieldRow("", details))
        return FieldGroup(f"affiliation-{place}", legend, rows, is_extra=is_new)

    def _article(self) -> Iterator[FieldRow]:
        language = self._field(("language",), "choice")
        language.options = tuple(Option(code, labels.LANGUAGE_NAMES[code]) for code in LANGUAGES)
        codes = [self._field((name,), name) for name in ("irsti", "udc", "doi")]
        yield FieldRow("", [language, *codes])
        yield self._row([("first_page",), ("last_page",)])

    def _references(self) -> Iterator[FieldRow]:
        for place in range(len(self.tree["references"])):
            row = self._row([("references", place, part) for part in ("text", "romanized")], "area")
            row.label = str(place + 1)
            yield row

    def _trilingual_row(self, path: Path, kind: str) -> FieldRow:
        return FieldRow("", [self._field((*path, code), kind, code) for code in LANGUAGES])

    def _row(self, paths: list[Path], kind: str = "text") -> FieldRow:
        return FieldRow("", [self._field(path, kind) for path in paths])

    def _field(self, path: Path, kind: str = "text", language: str = "") -> ReviewField:
        value = value_at(self.tree, path)
        lines, sureness = self.evidence.of(path, value)
        left_out = self.evidence.left_out_at(path)
        typed = format_value(value, kind)
        return ReviewField(
            path=path,
            label=label_of(path),
            kind=kind,
            language=language,
            typed=typed,
            offered=typed if lines else "",
            lines=lines,
            sureness=sureness,
            seconds=self.evidence.seconds_of(lines) if is_unsure(sureness) else (),
            note=f"{left_out.printed}: {left_out.why}" if left_out else "",
        )

    def _match_field(self, path: Path, matches: list[Match]) -> ReviewField:
        field = self._field(path, "key")
        field.options = (
            Option("", _("none of these")),
            *(Option(str(match.key), f"{match.label} ({match.why})") for match in matches),
        )
        return field
