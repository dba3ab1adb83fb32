"""The header of a block: which lines are the title, the authors, their organisations."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import msgspec

from articles.imports.manuscript.authors.affiliation_lines import (
    Organisation,
    is_degree,
    name_only,
    organisation_of,
)
from articles.imports.manuscript.authors.bylines import Byline, byline_of
from articles.imports.manuscript.authors.marks import SIGN, leading_marks, with_marks
from articles.imports.manuscript.header.line_types import kinds_of
from articles.imports.manuscript.labels.label import label_of
from articles.imports.manuscript.language import tongue
from articles.imports.manuscript.lines.paragraph import Paragraph, moved, part


@dataclass
class Header:
    """What was read out of one header; `order` keeps who stood before which organisation."""

    titles: list[Paragraph] = field(default_factory=list)
    bylines: list[Byline] = field(default_factory=list)
    organisations: list[Organisation] = field(default_factory=list)
    contacts: list[Paragraph] = field(default_factory=list)
    degrees: list[Paragraph] = field(default_factory=list)
    order: list[Byline | Organisation | Paragraph] = field(default_factory=list)
    left: list[Paragraph] = field(default_factory=list)


def read_header(paragraphs: list[Paragraph]) -> Header:
    """The parts of a header, from the surest to the least sure."""
    header = Header()
    for paragraph, kind in zip(paragraphs, kinds_of(paragraphs), strict=True):
        _ADD[kind](header, paragraph)
    return header


def _add_title(header: Header, paragraph: Paragraph) -> None:
    label = label_of(paragraph)
    if label and label.element == "title":
        paragraph = part(paragraph, label.end)
    last = header.titles[-1] if header.titles else None
    if last and _is_same_title(last, paragraph, header):
        joined = Paragraph(
            text=f"{last.text} {paragraph.text}",
            lines=last.lines + paragraph.lines,
            heading=last.heading,
            size=last.size,
            spans=last.spans + tuple(moved(paragraph.spans, len(last.text) + 1)),
        )
        header.titles[-1] = joined
    elif paragraph.text:
        header.titles.append(paragraph)


def _is_same_title(last: Paragraph, paragraph: Paragraph, header: Header) -> bool:
    """A title over two lines: no gap, the same print."""
    if paragraph.gap or last.lines[-1] + 1 != paragraph.lines[0]:
        return False
    if tongue(last.text) != tongue(paragraph.text):
        return False
    return last.is_capital == paragraph.is_capital and abs(last.size - paragraph.size) < 1


def _add_byline(header: Header, paragraph: Paragraph) -> None:
    label = label_of(paragraph)
    if label and label.element == "authors":
        paragraph = part(paragraph, label.end)
    byline = byline_of(paragraph)
    if not byline:
        header.left.append(paragraph)
        return
    header.bylines.append(byline)
    header.order.append(byline)
    if byline.rest:
        rest = Organisation(name=name_only(byline.rest), lines=paragraph.lines)
        header.organisations.append(rest)
        header.order.append(rest)


def _add_organisation(header: Header, paragraph: Paragraph) -> None:
    label = label_of(paragraph)
    if label and label.element == "organisation":
        paragraph = part(paragraph, label.end)
    for piece in _split_at_marks(paragraph):
        organisation = organisation_of(piece)
        if organisation and not organisation.signs:
            organisation = msgspec.structs.replace(organisation, signs=_signs_above(header))
        if organisation:
            header.organisations.append(organisation)
            header.order.append(organisation)


def _signs_above(header: Header) -> tuple[str, ...]:
    """`¹Candidate of Sciences` and below it the organisation: the mark is the organisation's."""
    last = header.order[-1] if header.order else None
    if isinstance(last, Paragraph) and is_degree(last):
        return leading_marks(with_marks(last))[1]
    return ()


def _split_at_marks(paragraph: Paragraph) -> list[Paragraph]:
    """`¹Org, City; ²Org, City` in one paragraph."""
    text = with_marks(paragraph)
    starts = [found.start() for found in SIGN.finditer(text) if re.match(r"\d", found[1])]
    if len(starts) < 2 or starts[0] > 2:
        return [paragraph]
    ends = [*starts[1:], len(text)]
    return [
        Paragraph(text=text[start:end].strip(" ;,"), lines=paragraph.lines)
        for start, end in zip(starts, ends, strict=True)
    ]


def _add_more(header: Header, paragraph: Paragraph) -> None:
    """The second line of an organisation."""
    if not header.organisations:  # the first line had nothing but a label or an address
        header.left.append(paragraph)
        return
    last = header.organisations.pop()
    name = name_only(f"{last.name.rstrip(',')}{_joint(last.name, paragraph.text)}{paragraph.text}")
    longer = Organisation(
        name=name, signs=last.signs, emails=last.emails, lines=last.lines + paragraph.lines
    )
    header.organisations.append(longer)
    header.order = [longer if each is last else each for each in header.order]


def _add_contact(header: Header, paragraph: Paragraph) -> None:
    header.contacts.append(paragraph)
    header.order.append(paragraph)


def _add_degree(header: Header, paragraph: Paragraph) -> None:
    header.degrees.append(paragraph)
    header.order.append(paragraph)


def _joint(before: str, after: str) -> str:
    return " " if after[:1].islower() else ", "


_ADD = {
    "title": _add_title,
    "byline": _add_byline,
    "organisation": _add_organisation,
    "more": _add_more,
    "contact": _add_contact,
    "degree": _add_degree,
    "left": lambda header, paragraph: header.left.append(paragraph),
}
