"""Sections of the article form: which inputs stand beside one another, in the order of a paper."""

from __future__ import annotations

import msgspec
from django import forms

from articles.records.plain_fields import FORM_FIELDS, Kind, PlainField

from .main_form import REFERENCE_BOXES, MainForm


class Line(msgspec.Struct, frozen=True):
    """Inputs beside one another; `is_trio` where they are one field in three languages."""

    fields: tuple[forms.BoundField, ...]
    name: str = ""
    is_trio: bool = False


def sections(form: MainForm) -> dict[str, list[Line]]:
    """Lines of inputs by the section of the page: plain fields, keywords, references."""
    lines: dict[str, list[Line]] = {}
    rows: dict[tuple[str, int], list[PlainField]] = {}
    for field in FORM_FIELDS:
        rows.setdefault((field.section, field.row), []).append(field)
    for section, row in sorted(rows):
        lines.setdefault(section, []).append(line(form, rows[section, row]))
    references = tuple(form[name] for name in REFERENCE_BOXES)
    return {
        **lines,
        "keywords": [Line(tuple(form.trio("keywords")), "keywords", is_trio=True)],
        "references": [Line(references, "references")],
    }


def line(form: MainForm, fields: list[PlainField]) -> Line:
    """A trilingual field is alone in its row."""
    first = fields[0]
    if first.kind is Kind.TRILINGUAL:
        return Line(tuple(form.trio(first.name)), first.name, is_trio=True)
    return Line(tuple(form[field.name] for field in fields))
