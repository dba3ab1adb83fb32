"""The abstract and the keywords of each language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.imports.manuscript.classify.layout import Layout
from articles.imports.manuscript.header.header import Header
from articles.imports.manuscript.header.markup import meaningful_markup
from articles.imports.manuscript.lines.paragraph import Paragraph, slice_paragraph
from articles.imports.manuscript.sourced_value import SourcedValue, Sureness

LONGEST = 120  # characters of one keyword
SEPARATORS = (r"\s*;\s*", r"\s*[,،]\s*(?!\d)", r"\s+/\s+", r"\s+[–—•·|]\s+", r"\s*\n\s*")
OUTSIDE_BRACKETS = re.compile(r"\([^()]*\)|«[^«»]*»")


def abstract_and_keyword_values(layout: Layout, headers: list[Header]) -> Iterator[SourcedValue]:
    """Abstract and keywords as printed, without their labels; an abstract is one string."""
    for header in headers:
        if not header.language:
            continue
        paragraphs = [_without_label(layout, at) for at in header.abstract]
        if filled := [paragraph for paragraph in paragraphs if paragraph.text]:
            yield SourcedValue(
                f"abstract.{header.language}",
                " ".join(paragraph.text for paragraph in filled),
                _lines(paragraphs),
                Sureness.CERTAIN if layout.element(header.abstract[0]) else Sureness.LIKELY,
                meaningful_markup(filled),
            )
        paragraphs = [_without_label(layout, at) for at in header.keywords]
        text = "\n".join(paragraph.text for paragraph in paragraphs if paragraph.text)
        if keywords := split_keywords(text):
            yield SourcedValue(f"keywords.{header.language}", keywords, _lines(paragraphs))


def _without_label(layout: Layout, at: int) -> Paragraph:
    label = layout.labels[at]
    paragraph = slice_paragraph(layout.paragraphs[at], label.end if label else 0)
    return slice_paragraph(paragraph, len(paragraph.text) - len(paragraph.text.lstrip("*:.–— ")))


def _lines(paragraphs: list[Paragraph]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(number for paragraph in paragraphs for number in paragraph.lines))


def split_keywords(text: str) -> list[str]:
    """Return the keywords in order, each once; separators inside brackets do not count."""
    text = text.strip().rstrip(".;, ")
    masked = OUTSIDE_BRACKETS.sub(lambda bracket: re.sub(r"[,;]", "\0", bracket[0]), text)
    starts = [(match.end(), match.start()) for match in re.finditer(_separator(masked), masked)]
    pieces, start = [], 0
    for end, stop in starts:
        pieces.append(text[start:stop])
        start = end
    pieces.append(text[start:])
    tidy = (
        piece.strip(" .,;:–—-*\n") if not piece.strip().endswith("т.б.") else piece
        for piece in pieces
    )
    return list(dict.fromkeys(piece for piece in tidy if piece and len(piece) <= LONGEST))


def _separator(text: str) -> str:
    """The first kind of separator that the text holds."""
    return next((sign for sign in SEPARATORS if re.search(sign, text)), SEPARATORS[0])
