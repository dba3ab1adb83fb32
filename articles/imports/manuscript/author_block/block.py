"""Reads an author block: each of its languages as a manuscript of authors and affiliations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

import msgspec

from articles.imports.manuscript.author_block.part_languages import part_languages
from articles.imports.manuscript.author_block.parts import part_starts
from articles.imports.manuscript.authors.authors import author_values, read_author_lists
from articles.imports.manuscript.authors.bylines import parse_byline
from articles.imports.manuscript.authors.marks import LOWERED
from articles.imports.manuscript.classify.layout import Layout
from articles.imports.manuscript.classify.line_classifier import classify_lines
from articles.imports.manuscript.classify.single_lines import assign_single_lines
from articles.imports.manuscript.header.header import Header, read_header
from articles.imports.manuscript.lines.paragraph import Paragraph, slice_paragraph, start_paragraph
from articles.imports.manuscript.lines.running_heads import RunningHeads
from articles.imports.manuscript.manuscript import Manuscript, build_manuscript
from articles.imports.manuscript.pipeline import read_paragraphs, used_lines
from articles.imports.readers import read_lines
from articles.imports.readers.line import Line
from articles.records.languages import Language

LONGEST = 300  # characters of a line of names; in longer ones the line classifier sees none
MARKDOWN = re.compile(r"<sup>|\*\*\S[^*\n]*\*\*|\\\*")
NEXT_NAME = re.compile(r"[,;]\s+(?=[^\W\d_a-zа-яәғқңөұүһі])")
NEXT_MARK = re.compile(r"[;.]\s+(?=(?:\d{1,3}|[¹²³⁴-⁹]{1,3})[.)]?\s?[^\W\d_])")
LIST_NUMBER = re.compile(r"\d{1,3}[.)]\s+")
MARK = re.compile(r"(?:\d{1,3}|[¹²³⁴-⁹]{1,3})[.)]?\s?[^\W\d_]")


class BlockPart(msgspec.Struct, frozen=True, kw_only=True):
    """What a block says in one language, which is None if an earlier part has the same.

    `unknown_marks`: for each author the marks that no organisation of the part has.
    """

    language: Language | None
    manuscript: Manuscript
    unknown_marks: tuple[tuple[str, ...], ...] = ()


class AuthorBlock(msgspec.Struct, frozen=True, kw_only=True):
    """The languages of a block in printed order; `unread` has the lines not understood."""

    parts: tuple[BlockPart, ...] = ()
    unread: tuple[str, ...] = ()


def read_author_block(text: str, chosen: Mapping[int, Language] | None = None) -> AuthorBlock:
    """Return what a pasted block says; no parts where it has no names.

    `chosen` has the languages that an editor chose, by the place of the part. Raises Unreadable.
    """
    name = "pasted.md" if MARKDOWN.search(text) else "pasted.txt"
    lines = read_lines(text.encode(), name)
    layout = Layout(list(_short_paragraphs(read_paragraphs(_with_breaks(lines), RunningHeads()))))
    assign_single_lines(layout)
    classify_lines(layout)
    starts = part_starts(layout)
    layouts = [layout.part(*ends) for ends in pairwise([*starts, len(layout)])]
    languages = part_languages(layouts, chosen)
    parts = [_read_part(*pair, lines) for pair in zip(layouts, languages, strict=True)]
    read = {
        number
        for part in parts
        for number in (line.number for line in part.manuscript.lines)
        if number not in part.manuscript.unused_lines
    }
    unread = tuple(line.text for line in lines if line.number not in read)
    return AuthorBlock(parts=tuple(parts), unread=unread)


def _read_part(layout: Layout, language: Language | None, lines: tuple[Line, ...]) -> BlockPart:
    numbers = {number for paragraph in layout.paragraphs for number in paragraph.lines}
    own = tuple(line for line in lines if line.number in numbers)
    places = [at for at in range(len(layout)) if layout.element(at) != "correspondence"]
    header = read_header(layout, places, language or "")
    values = list(author_values(layout, [header], language)) if language else []
    used = used_lines(layout, values) if language else set()
    return BlockPart(
        language=language,
        manuscript=build_manuscript(values, own, frozenset(), used),
        unknown_marks=tuple(_unknown_marks(header, language)),
    )


def _unknown_marks(header: Header, language: Language | None) -> Iterator[tuple[str, ...]]:
    """Organisations without marks are counted from 1."""
    for authors in read_author_lists([header], language):
        known = {sign for line in authors.affiliations for sign in line.signs}
        known = known or {str(at) for at in range(1, len(authors.affiliations) + 1)}
        for person in authors.people:
            yield tuple(sign for sign in person.marks.signs if sign not in known)


def _with_breaks(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines, so that none of names is joined with another."""
    lines = tuple(map(_with_one_kind_of_marks, lines))
    bylines = [parse_byline(start_paragraph(line)) for line in lines]
    has_names = [byline is not None and byline.is_sure for byline in bylines]
    ends = map(any, zip(has_names, [*has_names[1:], False], strict=True))
    return tuple(
        msgspec.structs.replace(line, hard=line.hard or is_end)
        for line, is_end in zip(lines, ends, strict=True)
    )


def _with_one_kind_of_marks(line: Line) -> Line:
    """Names with raised and plain marks on one line: `Сынаков Н.¹, Образцова В.2`."""
    lowered = line.text.translate(LOWERED)
    is_mixed = lowered != line.text and not parse_byline(start_paragraph(line))
    plain = msgspec.structs.replace(line, text=lowered)
    return plain if is_mixed and parse_byline(start_paragraph(plain)) else line


def _short_paragraphs(paragraphs: list[Paragraph]) -> Iterator[Paragraph]:
    """Numbered organisations apart, and long lists of names in several lines."""
    for paragraph in map(_without_number, paragraphs):
        if MARK.match(paragraph.text):
            yield from _pieces(paragraph, NEXT_MARK)
            continue
        pieces = list(_pieces(paragraph, NEXT_NAME, LONGEST))
        yield from pieces if all(map(parse_byline, pieces)) else [paragraph]


def _pieces(
    paragraph: Paragraph, separator: re.Pattern[str], length: int = 0
) -> Iterator[Paragraph]:
    """The paragraph split at separators, in pieces of at least `length` characters."""
    start = 0
    for match in separator.finditer(paragraph.text):
        if match.end() - start > length:
            yield slice_paragraph(paragraph, start, match.start())
            start = match.end()
    yield slice_paragraph(paragraph, start)


def _without_number(paragraph: Paragraph) -> Paragraph:
    """A name without its number in a list: `1. К.Б. Мубашева`."""
    number = LIST_NUMBER.match(paragraph.text)
    bare = slice_paragraph(paragraph, number.end() if number else 0)
    return bare if parse_byline(bare) else paragraph
