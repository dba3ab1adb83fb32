"""The header of one language: titles, bylines, affiliation lines, contacts, abstract, keywords."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from msgspec.structs import replace

from articles.imports.manuscript.authors.affiliation_lines import (
    AffiliationLine,
    affiliation_name,
    is_affiliation,
    is_degree,
    parse_affiliation_line,
)
from articles.imports.manuscript.authors.bylines import Byline, parse_byline
from articles.imports.manuscript.authors.contacts import find_emails
from articles.imports.manuscript.authors.marks import SIGN, leading_marks, with_marks
from articles.imports.manuscript.authors.surnames import is_same_person
from articles.imports.manuscript.classify.layout import Layout
from articles.imports.manuscript.header.languages import line_languages, printed_language
from articles.imports.manuscript.header.segments import find_segments
from articles.imports.manuscript.language import (
    DetectedLanguage,
    detect_language,
    journal_language,
)
from articles.imports.manuscript.lines.paragraph import Paragraph, join_paragraphs
from articles.imports.manuscript.vocabulary import PLACE, UNIT, WHOLE
from articles.records.languages import Language

CITY = re.compile(r"(?:г|қ|город)\.?\s")
NAME_WORD = re.compile(r"[^\W\d_]{3,}")
NUMBER_FIRST = re.compile(r"\^\d+\^\s*")
LATIN = re.compile(r"[A-Za-z]")
SIZES = 3  # points; the sizes of lines of one title are read with this error


@dataclass
class Header:
    """The parts of one header; `printed_order` tells which authors are above which organisation."""

    detected: DetectedLanguage = ""
    titles: list[Paragraph] = field(default_factory=list)
    contacts: list[Paragraph] = field(default_factory=list)
    abstract: list[int] = field(default_factory=list)  # places
    keywords: list[int] = field(default_factory=list)
    printed_order: list[Byline | AffiliationLine | Paragraph] = field(default_factory=list)

    @property
    def language(self) -> Language | None:
        """The language of the header, None if it is none of ours."""
        return journal_language(self.detected)

    @property
    def last(self) -> Byline | AffiliationLine | Paragraph | None:
        """The part that was read last."""
        return self.printed_order[-1] if self.printed_order else None

    @property
    def bylines(self) -> list[Byline]:
        return [part for part in self.printed_order if isinstance(part, Byline)]

    @property
    def affiliations(self) -> list[AffiliationLine]:
        return [part for part in self.printed_order if isinstance(part, AffiliationLine)]


def read_headers(layout: Layout) -> list[Header]:
    """Return the headers in order, one for each language of each segment."""
    segments = find_segments(layout)
    headers = [header for segment in segments for header in _read_segment(layout, segment)]
    _join_footnotes(headers)
    return headers


def _join_footnotes(headers: list[Header]) -> None:
    """Affiliations far from any names, as footnotes are, belong to the first names without any."""
    owners = [header for header in headers if header.bylines and not header.affiliations]
    for header in headers:
        if owners and header.affiliations and not header.titles and not header.bylines:
            owners[0].contacts += header.contacts
            owners[0].printed_order += header.printed_order


def _read_segment(layout: Layout, segment: list[int]) -> Iterator[Header]:
    by_language: dict[DetectedLanguage, list[int]] = {}
    for at, language in line_languages(layout, segment).items():
        by_language.setdefault(language, []).append(at)
    for language, places in by_language.items():
        yield read_header(layout, places, language)


def read_header(layout: Layout, places: list[int], language: DetectedLanguage) -> Header:
    """Return the header that the lines at these places are, in one language."""
    header = Header(language)
    for at in places:
        line_type = layout.line_type(at)
        if line_type in ("abstract", "keywords"):
            getattr(header, line_type).append(at)
        elif add := _ADD.get(line_type):
            add(header, without_label(layout, at))
    return header


def without_label(layout: Layout, at: int) -> Paragraph:
    """Return a line of a header without its label: `Authors:`."""
    is_cut = layout.element(at) in ("title", "authors", "affiliation")
    return layout.without_label(at) if is_cut else layout.paragraphs[at]


def _add_title(header: Header, paragraph: Paragraph) -> None:
    last = header.titles[-1] if header.titles else None
    if any(title.text == paragraph.text for title in header.titles):
        return
    if last and _is_same_title(last, paragraph):
        header.titles[-1] = join_paragraphs([last, paragraph])
    elif paragraph.text:
        header.titles.append(paragraph)


def _is_same_title(last: Paragraph, paragraph: Paragraph) -> bool:
    """Whether a title continues on the next line: no gap, the same language and print."""
    if paragraph.gap or last.lines[-1] + 1 != paragraph.lines[0]:
        return False
    alike = (last.is_capital, last.is_bold) == (paragraph.is_capital, paragraph.is_bold)
    if not alike or abs(last.size - paragraph.size) >= SIZES:
        return False
    is_set_apart = last.is_capital or last.is_bold
    languages = {detect_language(last.text), detect_language(paragraph.text)} - {""}
    return len(languages) < 2 or (is_set_apart and "en" not in languages)


def _add_byline(header: Header, paragraph: Paragraph) -> None:
    """Add the names; a name that the header has already only introduces contact details."""
    byline = parse_byline(paragraph)
    if not byline:
        return
    known = [person.name for each in header.bylines for person in each.people]
    if all(any(_is_named(person.name, name) for name in known) for person in byline.people):
        _add_contact(header, paragraph)
        return
    each = [Byline(people=(person,)) for person in byline.people]
    for part in each if byline.has_details else [byline]:
        header.printed_order.append(part)
        if organisation := part.people[0].organisation:
            _append_affiliation(header, AffiliationLine(name=organisation, lines=paragraph.lines))


def _is_named(name: str, known: str) -> bool:
    """Whether it is a known name again; in one script the surname is spelled alike."""
    words, others = (set(NAME_WORD.findall(each.casefold())) for each in (name, known))
    is_other_script = bool(LATIN.search(name)) != bool(LATIN.search(known))
    return is_same_person(name, known) and (is_other_script or bool(words & others))


def _add_affiliation(header: Header, paragraph: Paragraph) -> None:
    if _continues_affiliation(header, paragraph):
        _add_continuation(header, paragraph)
    else:
        _add_whole_affiliation(header, paragraph)


def _add_whole_affiliation(header: Header, paragraph: Paragraph) -> None:
    for piece in _split_at_marks(paragraph):
        if affiliation := parse_affiliation_line(piece):
            affiliation = replace(affiliation, signs=affiliation.signs or _signs_above(header))
            if (degree := affiliation.degree) and not affiliation.signs:
                header.printed_order.append(Paragraph(text=degree, lines=paragraph.lines))
            _append_affiliation(header, affiliation)
            if contacts := [*find_emails(with_marks(piece)), *affiliation.orcids]:
                header.contacts.append(Paragraph(text=" ".join(contacts), lines=piece.lines))


def _continues_affiliation(header: Header, paragraph: Paragraph) -> bool:
    """Whether an organisation goes on below a line that ends in a comma or names only a unit."""
    last = header.last
    if not isinstance(last, AffiliationLine) or leading_marks(with_marks(paragraph))[1]:
        return False
    is_placed = PLACE.are_in(last.name)
    is_unit = UNIT.are_in(last.name) and not WHOLE.are_in(last.name) and not is_placed
    goes_on = paragraph.text[:1].islower() or (last.is_open and not is_placed)
    is_below = last.lines[-1] + 1 == paragraph.lines[0]
    return is_below and (goes_on or (is_unit and WHOLE.are_in(paragraph.text)))


def _append_affiliation(header: Header, affiliation: AffiliationLine) -> None:
    printed = printed_language(affiliation.name, header.language)
    header.printed_order.append(replace(affiliation, language=printed))


def _signs_above(header: Header) -> tuple[str, ...]:
    """The marks of a line of degrees above (`¹Candidate of Sciences`) are the organisation's."""
    last = header.last
    if not isinstance(last, Paragraph) or not is_degree(last):
        return ()
    return leading_marks(with_marks(last))[1]


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
        return
    last = header.affiliations[-1]
    if is_affiliation(paragraph) and PLACE.are_in(last.name) and PLACE.are_in(paragraph.text):
        _add_whole_affiliation(header, paragraph)
        return
    is_inside = paragraph.text[:1].islower() and not CITY.match(paragraph.text)
    separator = " " if is_inside and not last.is_open else ", "
    longer = replace(
        last,
        name=affiliation_name(f"{last.name.rstrip(',')}{separator}{paragraph.text}"),
        lines=last.lines + paragraph.lines,
        is_open=paragraph.text.endswith(","),
    )
    header.printed_order = [longer if part is last else part for part in header.printed_order]


def _add_contact(header: Header, paragraph: Paragraph) -> None:
    """Add a line of contacts, without the number of an organisation before it."""
    marked = with_marks(paragraph)
    if number := NUMBER_FIRST.match(marked):
        paragraph = replace(paragraph, text=marked[number.end() :], spans=())
    header.contacts.append(paragraph)
    header.printed_order.append(paragraph)


_ADD = {
    "title": _add_title,
    "byline": _add_byline,
    "affiliation": _add_affiliation,
    "continuation": _add_continuation,
    "contact": _add_contact,
    "degree": lambda header, paragraph: header.printed_order.append(paragraph),
}
