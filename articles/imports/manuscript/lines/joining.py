"""Lines to paragraphs: which line goes on on the next one, by width, indent and what it begins."""

from __future__ import annotations

import re

from articles.imports.manuscript.authors.affiliation_lines import is_degree, organisation_of
from articles.imports.manuscript.authors.bylines import byline_of
from articles.imports.manuscript.classify.paragraph_types import is_full_name, known_heading
from articles.imports.manuscript.classify.run_in_headings import begins_with_heading
from articles.imports.manuscript.facts.dates import DATE, is_date_line
from articles.imports.manuscript.labels.label import label_of
from articles.imports.manuscript.lines.hyphens import BROKEN, Hyphens
from articles.imports.manuscript.lines.paragraph import Paragraph, begin, extend
from articles.imports.readers.line import Line
from articles.imports.readers.pdf_lines import text_width

ENTRY = re.compile(r"^(?:\[\d{1,3}\]|\d{1,3}[.)])\s|^\d{1,3}\s+[^\W\d_a-zа-я]|^[-•–]\s|^\*\s?\S")
MARKED = re.compile(r"^[¹²³⁴-⁹]|^\d{1,2}\s?[«\"“]?[^\W\d_a-zа-яәғқңөұүһі]")
RAISED = re.compile(r"[a-z\d]{1,2}\s?[^\W\d_a-zа-яәғқңөұүһі]")
TERMINAL = re.compile(r"[.!?:;…»”\"]\s*$")
PERSON = re.compile(r"^\W{0,2}(.{5,60}?)\s?([–—:-])\s")
# The author with whom an entry of a reference list begins, and how the one before it ends.
CITED_AUTHOR = re.compile(r"^[^\W\d_a-zа-я][\w'’-]+,? (?:[^\W\d_a-zа-я][^\W\d_]?\.\s?){1,3}")
ENDED = re.compile(r"(?:\d|[сбpP]|бб|стр)\.$|[\])]\.?$|\.[^\s.]*\d$")
# `No.` at the end of a line: the number on the next one begins nothing.
UNFINISHED = re.compile(r"(?:\b(?:No|Vol|P|Pp|pp|С|Б|Т|S|Iss|Is|Ch|г|ст|вып)\.|№|[–,:(\[])$")
END = 1_200  # characters of a paragraph, in which its last word or address lies
PROSE = 150  # characters of a paragraph that a page can cut
LONGEST_WRAPPED = 170  # characters; longer lines are whole paragraphs


def paragraphs_of(lines: tuple[Line, ...]) -> list[Paragraph]:
    """The paragraphs of a manuscript without its furniture."""
    hyphens = Hyphens(line.text for line in lines)
    width = _Width(lines)
    found: list[Paragraph] = []
    before: Line | None = None
    for line in lines:
        if before and _goes_on(before, line, width, len(found[-1].text)):
            so_far, end = found[-1].text[:-END], found[-1].text[-END:]
            kept = hyphens.joined(end, line.text)
            found[-1] = extend(found[-1], line, so_far + (f"{end} " if kept is None else kept))
        else:
            found.append(begin(line))
        before = line
    return found


class _Width:
    """How wide the lines of this text run, in characters or in points."""

    def __init__(self, lines: tuple[Line, ...]) -> None:
        self.sizes = any(line.size for line in lines)
        widths = sorted(self.of(line.text, line.size) for line in lines if not line.whole)
        self.usual = widths[int(len(widths) * 0.95)] if widths else 0.0
        self.wraps = (bool(widths) and self.sizes) or (
            bool(widths) and widths[-1] < LONGEST_WRAPPED
        )

    def of(self, text: str, size: float) -> float:
        return text_width(text, size or 10) if self.sizes else float(len(text))

    def is_full(self, line: Line, following: Line) -> bool:
        """Whether the first word of the next line had no room on this one."""
        word = following.text.split(maxsplit=1)[0] if following.text else ""
        slack = 0.9 if self.sizes else 0.97
        return self.of(f"{line.text} {word}", line.size) >= slack * self.usual


def _goes_on(line: Line, following: Line, width: _Width, so_far: int) -> bool:
    if line.whole or following.whole or line.kind != following.kind or line.row != following.row:
        return False
    if not width.wraps or line.heading or following.heading or line.hard:
        return False
    if _is_page_cut(line, following):
        return _is_cut_sentence(line, following, so_far > PROSE and width.is_full(line, following))
    if following.gap or _changes_style(line, following):
        return False
    if BROKEN.search(line.text) and following.text[:1].islower():
        return True
    return _has_room_for_doubt(line, following, width)


def _has_room_for_doubt(line: Line, following: Line, width: _Width) -> bool:
    if UNFINISHED.search(line.text) and width.is_full(line, following):
        return True
    if _is_entry(following):
        return False
    if _is_labelled(following) or _is_indented(line, following) or _names_person(following):
        return False
    return width.is_full(line, following) and not _begins_anew(line, following)


def _is_entry(line: Line) -> bool:
    """A number or a mark at the beginning; the day of a date is neither."""
    if RAISED.match(line.text) and any(s.start == 0 and s.style == "sup" for s in line.spans):
        return True
    begins = ENTRY.match(line.text) or MARKED.match(line.text)
    return begins is not None and not DATE.match(line.text)


def _begins_anew(line: Line, following: Line) -> bool:
    """Without white space between: headings, bylines, and entries of an unnumbered list."""
    if known_heading(following.text) or known_heading(line.text):
        return not _is_one_title(line, following)
    if TERMINAL.search(line.text) and begins_with_heading(begin(following)):
        return True
    if is_date_line(following.text) and following.text[:1].isupper():
        return True
    if ENDED.search(line.text) and CITED_AUTHOR.match(following.text):
        return True
    if is_degree(begin(line)) and organisation_of(begin(following)):
        return following.text[:1] != following.text[:1].lower()
    byline = byline_of(begin(following))
    return byline is not None and byline.is_sure and byline.is_marked


def _is_one_title(line: Line, following: Line) -> bool:
    """`… A CROSS-SECTIONAL` / `STUDY`: the second line of a title may look like a heading."""
    first, second = begin(line), begin(following)
    alike = (first.is_bold, first.is_capital) == (second.is_bold, second.is_capital)
    return alike and (first.is_bold or first.is_capital) and not known_heading(line.text)


def _names_person(line: Line) -> bool:
    """`Surname Given – professor`, `A. Surname: a@b`: a new entry, however full the line before."""
    found = PERSON.match(line.text)
    return found is not None and is_full_name(found[1]) and (found[2] != ":" or "@" in line.text)


def _is_labelled(line: Line) -> bool:
    """A label begins a sentence; the same words inside one do not begin a line with a capital."""
    label = label_of(begin(line))
    return label is not None and line.text[:1] != line.text[:1].lower()


def _is_page_cut(line: Line, following: Line) -> bool:
    """The next line stands on another page or in the next column."""
    beside = line.size > 0 and following.left > line.left + 150
    return line.page != following.page or beside


def _is_cut_sentence(line: Line, following: Line, is_full: bool) -> bool:
    if _is_entry(following):
        return False
    if _is_labelled(following) or _changes_style(line, following):
        return False
    if TERMINAL.search(line.text):
        return False
    return following.text[:1].islower() or is_full


def _is_indented(line: Line, following: Line) -> bool:
    step = 8 if line.size else 2
    return step < following.left - line.left < 12 * step and TERMINAL.search(line.text) is not None


def _changes_style(line: Line, following: Line) -> bool:
    if line.size and abs(line.size - following.size) > 0.08 * line.size:
        return True
    first, second = begin(line), begin(following)
    return first.is_bold != second.is_bold and not _run_in(first, second)


def _run_in(first: Paragraph, second: Paragraph) -> bool:
    """A bold beginning inside a line is no change of style."""
    return bool(first.lead()) and not first.is_bold and not second.is_bold
