"""The sections of the article's text, and the language that it is in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from articles.imports.manuscript.classify.headings import is_heading, split_run_in_heading
from articles.imports.manuscript.classify.layout import Layout
from articles.imports.manuscript.classify.paragraph_types import TERMINAL
from articles.imports.manuscript.header.header import Header
from articles.imports.manuscript.language import detect_language, journal_language
from articles.imports.manuscript.lines.paragraph import Paragraph
from articles.imports.manuscript.sourced_value import SourcedValue, Sureness
from articles.records.languages import Language

SHORTEST_PROSE = 60  # characters; a shorter paragraph may be a table row or a formula


@dataclass
class Section:
    """A heading, '' before the first one, and the paragraphs below it."""

    heading: str = ""
    heading_lines: tuple[int, ...] = ()
    paragraphs: list[Paragraph] = field(default_factory=list)
    element: str = ""  # of a statement: what its label names

    @property
    def text(self) -> str:
        """The paragraphs with a blank line between two."""
        separators = ["", *(_separator(*pair) for pair in pairwise(self.paragraphs))]
        pairs = zip(separators, self.paragraphs, strict=False)  # no paragraphs, no text
        return "".join(separator + paragraph.text_with_label for separator, paragraph in pairs)

    @property
    def lines(self) -> tuple[int, ...]:
        below = (number for paragraph in self.paragraphs for number in paragraph.lines)
        return tuple(dict.fromkeys((*self.heading_lines, *below)))


def article_language(layout: Layout, headers: list[Header]) -> Language | None:
    """Return the language of the body; without a body, that of the first header."""
    texts = [layout.paragraphs[at].text for at in layout.places_in("body")]
    votes: Counter[str] = Counter()
    for text in texts:
        votes[detect_language(text)] += len(text)
    if votes:
        return journal_language(votes.most_common(1)[0][0])  # type: ignore[arg-type]
    return headers[0].language if headers else None


def section_values(layout: Layout) -> Iterator[SourcedValue]:
    """The sections in order; one without a heading is only likely."""
    for at, section in enumerate(split_sections(layout)):
        value = {"heading": section.heading, "text": section.text}
        sureness = Sureness.CERTAIN if section.heading else Sureness.LIKELY
        yield SourcedValue(f"sections.{at}", value, section.lines, sureness)


def split_sections(layout: Layout) -> list[Section]:
    """Split the body at its headings, run-in headings included."""
    places = layout.places_in("body")
    sections = [Section()]
    for place, at in enumerate(places):
        paragraph = layout.paragraphs[at]
        below = (layout.paragraphs[next_at].text for next_at in places[place + 1 : place + 2])
        if is_heading(paragraph, prose_follows=any(len(text) > SHORTEST_PROSE for text in below)):
            sections.append(Section(_tidy(paragraph.text_with_label), paragraph.lines))
            continue
        heading, rest = split_run_in_heading(paragraph)
        if heading:
            sections.append(Section(_tidy(heading), paragraph.lines[:1]))
        sections[-1].paragraphs.append(rest)
    return [section for section in sections if section.heading or section.paragraphs]


def _tidy(heading: str) -> str:
    return heading.strip().rstrip(".:").strip(" *")


def _separator(before: Paragraph, paragraph: Paragraph) -> str:
    """What parts two paragraphs: a blank line, or less between cells, rows of a table, items of a
    list, and the halves of a sentence that a page or a picture cut.
    """
    if before.row and paragraph.row:
        return " | " if paragraph.row == before.row else "\n"
    is_item = before.is_list_item or paragraph.is_list_item
    has_end = TERMINAL.search(before.text.rstrip()) is not None
    is_cut = len(before.text) >= 40 and (paragraph.text[:1].islower() or len(before.text) > 80)
    if before.kind == paragraph.kind == "text" and is_cut and not has_end and not is_item:
        return " "
    is_prose = min(len(before.text), len(paragraph.text)) > SHORTEST_PROSE
    return "\n\n" if paragraph.gap or (is_prose and has_end and not is_item) else "\n"
