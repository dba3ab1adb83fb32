"""The header of one language read line by line: titles, bylines, affiliation lines, contacts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import msgspec

from articles.imports.manuscript.authors.affiliation_lines import (
    AffiliationLine,
    affiliation_name,
    is_degree,
    parse_affiliation_line,
)
from articles.imports.manuscript.authors.bylines import Byline, parse_byline
from articles.imports.manuscript.authors.marks import SIGN, leading_marks, with_marks
from articles.imports.manuscript.classify.header_blocks import HeaderBlock
from articles.imports.manuscript.classify.layout import Layout
from articles.imports.manuscript.header.line_types import classify_header_lines
from articles.imports.manuscript.labels.label import find_label
from articles.imports.manuscript.language import detect_language
from articles.imports.manuscript.lines.paragraph import Paragraph, shift_spans, slice_paragraph

RUBRIC_WORDS = 5


@dataclass
class Header:
    """The parts of one header; `printed_order` tells which authors are above which organisation."""

    titles: list[Paragraph] = field(default_factory=list)
    bylines: list[Byline] = field(default_factory=list)
    affiliations: list[AffiliationLine] = field(default_factory=list)
    contacts: list[Paragraph] = field(default_factory=list)
    degrees: list[Paragraph] = field(default_factory=list)
    printed_order: list[Byline | AffiliationLine | Paragraph] = field(default_factory=list)
    leftover: list[Paragraph] = field(default_factory=list)


BlockHeaders = list[tuple[HeaderBlock, Header]]


def read_headers(layout: Layout, blocks: list[HeaderBlock]) -> BlockHeaders:
    """Return each block with its header."""
    return [
        (block, read_header([layout.paragraphs[at] for at in _without_rubric(layout, block)]))
        for block in blocks
    ]


def _without_rubric(layout: Layout, block: HeaderBlock) -> list[int]:
    """Leave out a rubric (`HISTORY`) above the codes or the article type, with a title below."""
    if len(block.header) < 2:
        return block.header
    first, second, *_ = block.header
    is_apart = any(layout.zones[at] in ("code", "aside") for at in range(first + 1, second))
    if not is_apart or len(layout.paragraphs[first].text.split()) > RUBRIC_WORDS:
        return block.header
    types = classify_header_lines([layout.paragraphs[at] for at in block.header])
    is_rubric = types[0] == "title" and "title" in types[1:]
    return block.header[1:] if is_rubric else block.header


def read_header(paragraphs: list[Paragraph]) -> Header:
    """Return the header that these lines make."""
    header = Header()
    for paragraph, line_type in zip(paragraphs, classify_header_lines(paragraphs), strict=True):
        _ADD[line_type](header, paragraph)
    return header


def _add_title(header: Header, paragraph: Paragraph) -> None:
    label = find_label(paragraph)
    if label and label.element == "title":
        paragraph = slice_paragraph(paragraph, label.end)
    last = header.titles[-1] if header.titles else None
    if last and _is_same_title(last, paragraph):
        header.titles[-1] = Paragraph(
            text=f"{last.text} {paragraph.text}",
            lines=last.lines + paragraph.lines,
            heading=last.heading,
            size=last.size,
            spans=last.spans + tuple(shift_spans(paragraph.spans, len(last.text) + 1)),
        )
    elif paragraph.text:
        header.titles.append(paragraph)


def _is_same_title(last: Paragraph, paragraph: Paragraph) -> bool:
    """Whether a title continues on the next line: no gap, the same language and print."""
    if paragraph.gap or last.lines[-1] + 1 != paragraph.lines[0]:
        return False
    if detect_language(last.text) != detect_language(paragraph.text):
        return False
    return last.is_capital == paragraph.is_capital and abs(last.size - paragraph.size) < 1


def _add_byline(header: Header, paragraph: Paragraph) -> None:
    label = find_label(paragraph)
    if label and label.element == "authors":
        paragraph = slice_paragraph(paragraph, label.end)
    byline = parse_byline(paragraph)
    if not byline:
        header.leftover.append(paragraph)
        return
    header.bylines.append(byline)
    header.printed_order.append(byline)
    if byline.rest:
        affiliation = AffiliationLine(name=affiliation_name(byline.rest), lines=paragraph.lines)
        header.affiliations.append(affiliation)
        header.printed_order.append(affiliation)


def _add_affiliation(header: Header, paragraph: Paragraph) -> None:
    label = find_label(paragraph)
    if label and label.element == "affiliation":
        paragraph = slice_paragraph(paragraph, label.end)
    for piece in _split_at_marks(paragraph):
        affiliation = parse_affiliation_line(piece)
        if affiliation and not affiliation.signs:
            affiliation = msgspec.structs.replace(affiliation, signs=_signs_above(header))
        if affiliation:
            header.affiliations.append(affiliation)
            header.printed_order.append(affiliation)


def _signs_above(header: Header) -> tuple[str, ...]:
    """The marks of a line of degrees above (`¹Candidate of Sciences`) are the organisation's."""
    last = header.printed_order[-1] if header.printed_order else None
    if isinstance(last, Paragraph) and is_degree(last):
        return leading_marks(with_marks(last))[1]
    return ()


def _split_at_marks(paragraph: Paragraph) -> list[Paragraph]:
    """Split several organisations in one paragraph: `¹Org, City; ²Org, City`."""
    text = with_marks(paragraph)
    starts = [sign.start() for sign in SIGN.finditer(text) if re.match(r"\d", sign[1])]
    if len(starts) < 2 or starts[0] > 2:
        return [paragraph]
    ends = [*starts[1:], len(text)]
    return [
        Paragraph(text=text[start:end].strip(" ;,"), lines=paragraph.lines)
        for start, end in zip(starts, ends, strict=True)
    ]


def _add_continuation(header: Header, paragraph: Paragraph) -> None:
    """Add the second line of an affiliation."""
    if not header.affiliations:  # the first line had nothing but a label or an address
        header.leftover.append(paragraph)
        return
    last = header.affiliations.pop()
    separator = " " if paragraph.text[:1].islower() else ", "
    longer = AffiliationLine(
        name=affiliation_name(f"{last.name.rstrip(',')}{separator}{paragraph.text}"),
        signs=last.signs,
        emails=last.emails,
        lines=last.lines + paragraph.lines,
    )
    header.affiliations.append(longer)
    header.printed_order = [longer if part is last else part for part in header.printed_order]


def _add_contact(header: Header, paragraph: Paragraph) -> None:
    header.contacts.append(paragraph)
    header.printed_order.append(paragraph)


def _add_degree(header: Header, paragraph: Paragraph) -> None:
    header.degrees.append(paragraph)
    header.printed_order.append(paragraph)


def _add_leftover(header: Header, paragraph: Paragraph) -> None:
    header.leftover.append(paragraph)


_ADD = {
    "title": _add_title,
    "byline": _add_byline,
    "affiliation": _add_affiliation,
    "continuation": _add_continuation,
    "contact": _add_contact,
    "degree": _add_degree,
    "leftover": _add_leftover,
}
