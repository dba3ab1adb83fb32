"""The sections of the article's text, and the language that it is in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

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

    @property
    def text(self) -> str:
        """The paragraphs with a blank line between two."""
        return "\n\n".join(_join_cut_paragraphs(self.paragraphs))

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
        is_followed = place + 1 < len(places)
        prose_follows = is_followed and len(layout.paragraphs[places[place + 1]].text) > 60
        if is_heading(paragraph, prose_follows=prose_follows) and not _is_list_item(paragraph):
            sections.append(Section(_tidy(paragraph.text_with_label), paragraph.lines))
            continue
        heading, rest = split_run_in_heading(paragraph)
        if heading:
            sections.append(Section(_tidy(heading), paragraph.lines[:1]))
        sections[-1].paragraphs.append(rest)
    return [section for section in sections if section.heading or section.paragraphs]


def _is_list_item(paragraph: Paragraph) -> bool:
    return paragraph.text.startswith(("- ", "• ")) or paragraph.label == "-"


def _tidy(heading: str) -> str:
    return heading.strip().rstrip(".:").strip(" *")


def _join_cut_paragraphs(paragraphs: list[Paragraph]) -> Iterator[str]:
    """Join paragraphs that a page or a picture cut, cells of a row, and items of a list."""
    text, last = "", None
    for paragraph in paragraphs:
        shown = paragraph.text_with_label
        if last is None:
            text = shown
        elif paragraph.row and paragraph.row == last.row:
            text = f"{text} | {shown}"
        elif paragraph.row and last.row:
            text = f"{text}\n{shown}"
        elif _is_cut(last, paragraph):
            text = f"{text} {shown}"
        elif not paragraph.gap and not _are_prose(last, paragraph):
            text = f"{text}\n{shown}"
        else:
            yield text
            text = shown
        last = paragraph
    if text:
        yield text


def _are_prose(before: Paragraph, paragraph: Paragraph) -> bool:
    """Whether both are paragraphs of text, with only an indent between them."""
    is_item = _is_list_item(before) or _is_list_item(paragraph)
    ended = TERMINAL.search(before.text.rstrip()) and not is_item
    return bool(ended) and min(len(before.text), len(paragraph.text)) > SHORTEST_PROSE


def _is_cut(before: Paragraph, paragraph: Paragraph) -> bool:
    """Whether a sentence has no end, and neither a list item nor a caption follows."""
    if before.kind != "text" or paragraph.kind != "text":
        return False
    if _is_list_item(paragraph) or _is_list_item(before):
        return False
    if TERMINAL.search(before.text.rstrip()) or len(before.text) < 40:
        return False
    return paragraph.text[:1].islower() or len(before.text) > 80
