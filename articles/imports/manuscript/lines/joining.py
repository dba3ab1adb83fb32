"""Joins lines to paragraphs: by their width, indent, style, and what the next line begins with."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from articles.imports.manuscript.authors.affiliation_lines import is_affiliation, is_degree
from articles.imports.manuscript.authors.bylines import parse_byline
from articles.imports.manuscript.classify.headings import (
    is_known_heading,
    starts_with_run_in_heading,
)
from articles.imports.manuscript.classify.paragraph_types import is_full_name
from articles.imports.manuscript.facts.dates import DATE, find_events, is_date_line
from articles.imports.manuscript.labels.label import find_label
from articles.imports.manuscript.lines.hyphens import BROKEN, Hyphens
from articles.imports.manuscript.lines.paragraph import (
    Paragraph,
    append_paragraph,
    slice_paragraph,
    start_paragraph,
)
from articles.imports.manuscript.vocabulary import DEGREE
from articles.imports.readers.line import Line
from articles.imports.readers.pdf_lines import text_width

ENTRY = re.compile(r"^(?:\[\d{1,3}\]|\d{1,3}[.)])\s|^\d{1,3}\s+[^\W\d_a-zа-я]|^[-•–]\s|^\*\s?\S")
MARKED = re.compile(r"^[¹²³⁴-⁹]|^\d{1,2}\s?[«\"“]?[^\W\d_a-zа-яәғқңөұүһі]")
RAISED = re.compile(r"[a-z\d]{1,2}\s?(?:[^\W\d_a-zа-яәғқңөұүһі]|\S+@)")
TERMINAL = re.compile(r"[.!?:;…»”\"]\s*$")
PERSON = re.compile(r"^\W{0,2}(.{5,60}?)\s?([–—:-])\s")
# The author at the start of a reference, and the end of the reference before it.
CITED_AUTHOR = re.compile(r"^[^\W\d_a-zа-я][\w'’-]+,? (?:[^\W\d_a-zа-я][^\W\d_]?\.\s?){1,3}")
REFERENCE_END = re.compile(r"(?:\d|[сбpP]|бб|стр)\.$|[\])]\.?$|\.[^\s.]*\d$")
# `No.` at the end of a line: the number on the next line continues it.
UNFINISHED = re.compile(r"(?:\b(?:No|Vol|P|Pp|pp|С|Б|Т|S|Iss|Is|Ch|г|ст|вып)\.|№|[–,:(\[])$")
RULE = re.compile(r"[\W_]{5,}")  # drawn with signs
END = 1_200  # characters at the end of a paragraph that hold its last word or address
COLUMN_LINES = 8
PROSE = 150  # characters; a longer paragraph may continue on the next page
LONGEST_WRAPPED = 170  # characters; longer lines are whole paragraphs


def join_lines(lines: tuple[Line, ...]) -> list[Paragraph]:
    """Return the paragraphs of a manuscript whose running heads are already removed."""
    hyphens = Hyphens(line.text for line in lines)
    width = _Width(lines)
    paragraphs: list[Paragraph] = []
    before: Line | None = None
    first = Line(text="")  # of the paragraph
    for line in lines:
        if before and (
            _hangs(paragraphs[-1], first.left, before, line)
            or _continues(before, line, width, len(paragraphs[-1].text))
        ):
            start, end = paragraphs[-1].text[:-END], paragraphs[-1].text[-END:]
            stripped = hyphens.strip_hyphen(end, line.text)
            text_before = start + (f"{end} " if stripped is None else stripped)
            paragraphs[-1] = append_paragraph(paragraphs[-1], start_paragraph(line), text_before)
        else:
            paragraphs.append(start_paragraph(line))
            first = line
        before = line
    return paragraphs


class _Width:
    """The usual width of the lines: in points if the file gives sizes, else in characters."""

    def __init__(self, lines: tuple[Line, ...]) -> None:
        self.has_sizes = any(line.size for line in lines)
        widths = self._sorted(line for line in lines if not line.whole)
        self.usual = _usual(widths)
        columns: dict[int, list[Line]] = defaultdict(list)
        for line in lines:
            columns[round(line.left) if line.size else -1].append(line)
        # Of those that begin at one place in a PDF, if they are many: as the cells of a table do.
        self.by_left = {
            left: _usual(self._sorted(column))
            for left, column in columns.items()
            if len(column) >= COLUMN_LINES and left >= 0
        }
        self.wraps = bool(widths) and (self.has_sizes or widths[-1] < LONGEST_WRAPPED)

    def _sorted(self, lines: Iterable[Line]) -> list[float]:
        return sorted(self.of(line.text, line.size) for line in lines)

    def of(self, text: str, size: float) -> float:
        return text_width(text, size or 10) if self.has_sizes else float(len(text))

    def is_full(self, line: Line, following: Line) -> bool:
        """Whether the first word of the next line had no room on this line."""
        word = following.text.split(maxsplit=1)[0] if following.text else ""
        slack = 0.9 if self.has_sizes else 0.97
        usual = self.by_left.get(round(line.left), self.usual)
        return self.of(f"{line.text} {word}", line.size) >= slack * usual


def _usual(widths: list[float]) -> float:
    return widths[int(len(widths) * 0.95)] if widths else 0.0


def _hangs(paragraph: Paragraph, left: float, line: Line, following: Line) -> bool:
    """Whether the next line of a text file hangs below the first of a numbered item."""
    if line.size or following.gap or following.whole or following.left <= left:
        return False
    if not ENTRY.match(paragraph.text) or TERMINAL.search(line.text) or _is_entry(following):
        return False
    return len(paragraph.text.split()) > 4 and not is_known_heading(paragraph.text)


def _continues(line: Line, following: Line, width: _Width, length: int) -> bool:
    """Whether the next line belongs to the same paragraph, of `length` characters so far."""
    if line.whole or following.whole or line.kind != following.kind or line.row != following.row:
        return False
    if not width.wraps or line.heading or following.heading or line.hard:
        return False
    if RULE.fullmatch(line.text) or RULE.fullmatch(following.text):
        return False
    is_beside = line.size > 0 and following.left > line.left + 150  # in the next column
    if line.page != following.page or is_beside:
        is_cut = length > PROSE and width.is_full(line, following)
        begins = _is_entry(following) or _is_labelled(following) or TERMINAL.search(line.text)
        is_open = not begins and not _changes_style(line, following)
        return is_open and (following.text[:1].islower() or is_cut)
    if following.gap or _changes_style(line, following):
        return False
    if (half := BROKEN.search(line.text)) and _is_other_half(half[1], following.text):
        return True
    return _is_full_and_unbroken(line, following, width)


def _is_other_half(half: str, text: str) -> bool:
    """Whether a line begins with the rest of a broken word, also in a title in capitals."""
    word = text.split(maxsplit=1)[0] if text else ""
    return text[:1].islower() or (half.isupper() and len(half) > 1 and word.isupper())


def _is_full_and_unbroken(line: Line, following: Line, width: _Width) -> bool:
    if not width.is_full(line, following) or UNFINISHED.search(line.text):
        return width.is_full(line, following)
    if _is_entry(following) or _is_labelled(following) or _names_person(following):
        return False
    return not _is_indented(line, following) and not _begins_anew(line, following)


def _is_entry(line: Line) -> bool:
    """Whether the line begins with the number or mark of a list item; a date's day is neither."""
    if RAISED.match(line.text) and any(s.start == 0 and s.style == "sup" for s in line.spans):
        return True
    begins = ENTRY.match(line.text) or MARKED.match(line.text)
    return begins is not None and not DATE.match(line.text)


def _begins_anew(line: Line, following: Line) -> bool:
    """Whether a heading, a byline or an unnumbered list item begins, without a gap before it."""
    first, second = start_paragraph(line), start_paragraph(following)
    is_capital = following.text[:1].isupper()
    if is_known_heading(following.text) or is_known_heading(line.text):
        return not _is_one_title(first, second)
    if TERMINAL.search(line.text) and starts_with_run_in_heading(second):
        return True
    is_day_first = following.text[:1].isdigit() and not find_events(line.text)
    if is_date_line(following.text) and (is_capital or is_day_first):
        return True
    if REFERENCE_END.search(line.text) and CITED_AUTHOR.match(following.text):
        return True
    if is_capital and DEGREE.begin(following.text):
        return bool(parse_byline(first)) or is_affiliation(first)
    whole_names = slice_paragraph(first, 0, max(0, line.text.rfind(",")))  # the last goes on
    before = parse_byline(first) or parse_byline(whole_names)
    if not before and is_degree(first) and is_capital:
        return is_affiliation(second)
    byline = parse_byline(second)
    if byline is None or not (byline.is_sure or byline.has_surname):
        return False
    if before is None:
        return byline.is_marked or is_affiliation(first)
    return before.has_details and byline.has_details  # else one byline over several lines


def _is_one_title(first: Paragraph, second: Paragraph) -> bool:
    """`… A CROSS-SECTIONAL` / `STUDY`: the second line of a title may look like a heading."""
    alike = (first.is_bold, first.is_capital) == (second.is_bold, second.is_capital)
    return alike and (first.is_bold or first.is_capital) and not is_known_heading(first.text)


def _names_person(line: Line) -> bool:
    """`Surname Given – professor`, `A. Surname: a@b`: a new item, even after a full line."""
    match = PERSON.match(line.text)
    return match is not None and is_full_name(match[1]) and (match[2] != ":" or "@" in line.text)


def _is_labelled(line: Line) -> bool:
    """Whether the line begins with a label; inside a sentence the same words have no capital."""
    label = find_label(start_paragraph(line))
    return label is not None and line.text[:1] != line.text[:1].lower()


def _is_indented(line: Line, following: Line) -> bool:
    step = 8 if line.size else 2
    return step < following.left - line.left < 12 * step and TERMINAL.search(line.text) is not None


def _changes_style(line: Line, following: Line) -> bool:
    if line.size and abs(line.size - following.size) > 0.08 * line.size:
        return True
    return start_paragraph(line).is_bold != start_paragraph(following).is_bold
