"""The manuscript on the review page: its lines, each with a mark and a link to its field."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from articles.imports.manuscript import Manuscript

from .fields import ReviewField, SecondChoice
from .review_form import ReviewForm


class MarkedLine(msgspec.Struct, frozen=True):
    number: int
    text: str
    mark: str  # "used", "doubtful", "unplaced", "running-head" or ""
    field: ReviewField | None = None
    seconds: tuple[SecondChoice, ...] = ()  # for lines that no field comes from


def marked_lines(manuscript: Manuscript, form: ReviewForm) -> Iterator[MarkedLine]:
    fields_by_line = group_by_line(form)
    for line in manuscript.lines:
        fields = fields_by_line.get(line.number, [])
        text = f"{line.label} {line.text}" if line.label else line.text
        mark = mark_of(line.number, fields, manuscript)
        seconds = () if fields else form.evidence.seconds_from(line.number)
        yield MarkedLine(line.number, text, mark, closest_field(fields), seconds)


def group_by_line(form: ReviewForm) -> dict[int, list[ReviewField]]:
    fields_by_line: dict[int, list[ReviewField]] = {}
    for field in form.fields:
        for number in field.lines:
            fields_by_line.setdefault(number, []).append(field)
    return fields_by_line


def mark_of(number: int, fields: list[ReviewField], manuscript: Manuscript) -> str:
    if any(field.is_doubtful for field in fields):
        return "doubtful"
    if fields:
        return "used"
    if number in manuscript.running_heads:
        return "running-head"
    return "unplaced" if number in manuscript.unused_lines else ""


def closest_field(fields: list[ReviewField]) -> ReviewField | None:
    """The field that comes from the fewest lines."""
    return min(fields, key=lambda field: len(field.lines), default=None)
