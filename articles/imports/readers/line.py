"""A line of a manuscript: its text, style, and position on the page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

Style = Literal["b", "i", "sup", "sub", "note"]  # note: the number of a footnote
Kind = Literal["text", "cell", "footnote", "box", "header"]


class Span(msgspec.Struct, frozen=True):
    """The characters of a line from `start` up to, not including, `end` in one style."""

    start: int
    end: int
    style: Style


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line as every reader yields it."""

    text: str
    number: int = 0  # counted through the file, from 1
    page: int = 0  # from 1; 0: the file has no pages
    kind: Kind = "text"
    gap: bool = False  # white space before it
    hard: bool = False  # the author broke the line here on purpose
    whole: bool = False  # a paragraph that the file itself keeps together
    heading: int = 0  # 1..6 where the file calls it a heading
    quoted: bool = False  # the file calls it a quotation
    label: str = ""  # its automatic number, which is not in the text
    row: int = 0  # of a table, counted through the file
    column: int = 0  # of a table, from 1
    size: float = 0.0  # points, where they are known
    left: float = 0.0  # points in a PDF, characters in a text file
    right: float = 0.0
    spans: tuple[Span, ...] = ()
    notes: tuple[tuple[int, str], ...] = ()  # places of footnote numbers, which the text leaves out


Runs = Iterable[tuple[str, frozenset[Style]]]


def join_runs(runs: Runs) -> tuple[str, tuple[Span, ...]]:
    """Join runs to one text and its spans, without blanks at its ends."""
    text, marks = "", []
    for piece, styles in runs:
        marks += [(len(text), len(text) + len(piece), style) for style in sorted(styles)]
        text += piece
    lead = len(text) - len(text.lstrip())
    shown = text.strip()
    return shown, tuple(_joined(_shifted(marks, lead, len(shown))))


def _shifted(
    marks: list[tuple[int, int, Style]], lead: int, length: int
) -> Iterable[tuple[int, int, Style]]:
    for start, end, style in marks:
        start, end = max(0, start - lead), min(length, end - lead)
        if start < end:
            yield start, end, style


def _joined(marks: Iterable[tuple[int, int, Style]]) -> list[Span]:
    """Neighbouring spans of one style become one."""
    spans: list[Span] = []
    for start, end, style in sorted(marks, key=lambda mark: (mark[2], mark[0])):
        if spans and spans[-1].style == style and spans[-1].end >= start:
            spans[-1] = Span(spans[-1].start, max(end, spans[-1].end), style)
        else:
            spans.append(Span(start, end, style))
    return sorted(spans, key=lambda span: (span.start, -span.end))


def take_notes(line: Line) -> Line:
    """Return the line with its footnote numbers beside its text, no longer in it."""
    numbers = [span for span in line.spans if span.style == "note"]
    for number in reversed(numbers):
        line = _without_note(line, number)
    return line


def _without_note(line: Line, number: Span) -> Line:
    length = number.end - number.start
    others = (span for span in line.spans if span != number)
    spans = (
        Span(_moved(span.start, number, length), _moved(span.end, number, length), span.style)
        for span in others
    )
    return msgspec.structs.replace(
        line,
        text=line.text[: number.start] + line.text[number.end :],
        spans=tuple(span for span in spans if span.start < span.end),
        notes=(
            (number.start, line.text[number.start : number.end].strip()),
            *((place - length, mark) for place, mark in line.notes),
        ),
    )


def _moved(place: int, number: Span, length: int) -> int:
    return place if place <= number.start else max(number.start, place - length)
