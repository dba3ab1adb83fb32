"""A paragraph of a manuscript, joined from lines."""

from __future__ import annotations

import re

import msgspec
from msgspec.structs import replace

from articles.imports.readers.line import Kind, Line, Span

LETTER = re.compile(r"[^\W\d_]")
OPEN_ADDRESS = re.compile(r"https?://\S*[/\-_]$")


class Paragraph(msgspec.Struct, frozen=True, kw_only=True):
    """Text with its style; `lines` are the numbers of the lines it was joined from.

    The other fields are those of its first line (readers/line.py).
    """

    text: str
    lines: tuple[int, ...] = ()
    spans: tuple[Span, ...] = ()
    kind: Kind = "text"
    heading: int = 0
    label: str = ""
    gap: bool = False
    row: int = 0
    size: float = 0.0
    notes: tuple[tuple[int, str], ...] = ()

    @property
    def is_bold(self) -> bool:
        """Whether nearly all letters are bold."""
        return self._share("b") > 0.9

    @property
    def is_italic(self) -> bool:
        """Whether nearly all letters are italic."""
        return self._share("i") > 0.9

    @property
    def is_capital(self) -> bool:
        """Whether it is set in capitals, except for a few small words."""
        letters = LETTER.findall(self.text)
        return len(letters) > 3 and sum(map(str.isupper, letters)) > 0.85 * len(letters)

    @property
    def is_list_item(self) -> bool:
        """Whether a dash or a dot before it marks it as an item of a list."""
        return self.text.startswith(("- ", "• ")) or self.label == "-"

    @property
    def text_with_label(self) -> str:
        """The text as printed, with its automatic number."""
        return f"{self.label} {self.text}" if self.label else self.text

    def emphasised_lead(self) -> int:
        """Return how many characters at the start are bold or italic."""
        end = 0
        for span in sorted(self.spans, key=lambda each: each.start):
            if span.style in ("b", "i") and span.start <= end + 2:
                end = max(end, span.end)
        return end

    def _share(self, style: str) -> float:
        marked = [span for span in self.spans if span.style == style]
        if sum(span.end - span.start for span in marked) < 0.5 * len(self.text):
            return 0.0
        letters = [place.start() for place in LETTER.finditer(self.text)]
        inside = sum(any(span.start <= at < span.end for span in marked) for at in letters)
        return inside / len(letters) if letters else 0.0


def slice_paragraph(paragraph: Paragraph, start: int, end: int | None = None) -> Paragraph:
    """Return the paragraph from character `start` to `end`, without blanks at its ends."""
    end = len(paragraph.text) if end is None else end
    piece = paragraph.text[start:end]
    start += len(piece) - len(piece.lstrip())
    end = start + len(piece.strip())
    spans = tuple(
        Span(max(span.start, start) - start, min(span.end, end) - start, span.style)
        for span in paragraph.spans
        if span.start < end and span.end > start
    )
    notes = tuple((at - start, mark) for at, mark in paragraph.notes if start <= at <= end)
    return replace(paragraph, text=piece.strip(), spans=spans, notes=notes)


def start_paragraph(line: Line) -> Paragraph:
    """Return a paragraph of one line."""
    return Paragraph(
        text=line.text,
        lines=(line.number,),
        spans=line.spans,
        kind=line.kind,
        heading=line.heading,
        label=line.label,
        gap=line.gap,
        row=line.row,
        size=line.size,
        notes=line.notes,
    )


def append_paragraph(paragraph: Paragraph, more: Paragraph, text_before: str) -> Paragraph:
    """Return the paragraph with another one behind it.

    `text_before` is its text so far, with or without its last hyphen or a blank.
    """
    shift = len(text_before)
    return replace(
        paragraph,
        text=text_before + more.text,
        lines=paragraph.lines + more.lines,
        spans=(
            *(Span(span.start, min(span.end, shift), span.style) for span in paragraph.spans),
            *(Span(span.start + shift, span.end + shift, span.style) for span in more.spans),
        ),
        notes=paragraph.notes + tuple((at + shift, mark) for at, mark in more.notes),
    )


def join_paragraphs(paragraphs: list[Paragraph]) -> Paragraph:
    """Return several as one paragraph; a web address goes on without a blank."""
    joined = paragraphs[0]
    for more in paragraphs[1:]:
        blank = "" if OPEN_ADDRESS.search(joined.text[-200:]) else " "
        joined = append_paragraph(joined, more, joined.text + blank)
    return joined
