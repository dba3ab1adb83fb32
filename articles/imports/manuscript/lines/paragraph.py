"""A paragraph: lines that belong together, with what is known of their print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from articles.imports.readers.line import Kind, Line, Span

LETTER = re.compile(r"[^\W\d_]")


class Paragraph(msgspec.Struct, frozen=True, kw_only=True):
    """The unit of the parser; `lines` are the numbers of the lines it was made of."""

    text: str
    lines: tuple[int, ...] = ()
    spans: tuple[Span, ...] = ()
    kind: Kind = "text"
    heading: int = 0
    label: str = ""
    gap: bool = False
    row: int = 0
    page: int = 0
    size: float = 0.0

    @property
    def is_bold(self) -> bool:
        return self._share("b") > 0.9

    @property
    def is_capital(self) -> bool:
        """All capitals, small words and marks apart."""
        letters = LETTER.findall(self.text)
        return len(letters) > 3 and sum(map(str.isupper, letters)) > 0.85 * len(letters)

    @property
    def numbered(self) -> str:
        """The text as printed, its automatic number included."""
        return f"{self.label} {self.text}" if self.label else self.text

    def lead(self) -> int:
        """How many characters at the start are set apart by bold or italic letters."""
        end = 0
        for span in sorted(self.spans, key=lambda each: each.start):
            if span.style in ("b", "i") and span.start <= end + 2:
                end = max(end, span.end)
        return end

    def _share(self, style: str) -> float:
        letters = [place.start() for place in LETTER.finditer(self.text)]
        marked = [span for span in self.spans if span.style == style]
        inside = sum(any(span.start <= at < span.end for span in marked) for at in letters)
        return inside / len(letters) if letters else 0.0


def part(paragraph: Paragraph, start: int, end: int | None = None) -> Paragraph:
    """A part of a paragraph, blanks at its ends taken away."""
    end = len(paragraph.text) if end is None else end
    piece = paragraph.text[start:end]
    start += len(piece) - len(piece.lstrip())
    end = start + len(piece.strip())
    spans = tuple(
        Span(max(span.start, start) - start, min(span.end, end) - start, span.style)
        for span in paragraph.spans
        if span.start < end and span.end > start
    )
    return msgspec.structs.replace(paragraph, text=piece.strip(), spans=spans)


def begin(line: Line) -> Paragraph:
    """A paragraph of one line."""
    return Paragraph(
        text=line.text,
        lines=(line.number,),
        spans=line.spans,
        kind=line.kind,
        heading=line.heading,
        label=line.label,
        gap=line.gap,
        row=line.row,
        page=line.page,
        size=line.size,
    )


def extend(paragraph: Paragraph, line: Line, kept: str) -> Paragraph:
    """The paragraph with one more line; `kept` is its text as it shall end before that line."""
    shift = len(kept)
    return msgspec.structs.replace(
        paragraph,
        text=kept + line.text,
        lines=(*paragraph.lines, line.number),
        spans=tuple(Span(s.start, min(s.end, shift), s.style) for s in paragraph.spans)
        + tuple(moved(line.spans, shift)),
    )


def moved(spans: Iterable[Span], shift: int) -> Iterator[Span]:
    """The spans of a text that now stands behind another."""
    return (Span(one.start + shift, one.end + shift, one.style) for one in spans)
