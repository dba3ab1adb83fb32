"""The full text of an article as XHTML, its notes as footnotes that readers open in place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

import msgspec
from lxml import html
from lxml.etree import _Element

from articles.exports.epub.blocks import BLOCKS, flow
from articles.exports.epub.context import ID, Context
from articles.exports.epub.inline import inline, printable
from articles.exports.typesetting import labels
from articles.exports.xml import NOTHING, Xml, block, tag
from articles.records.body import clean_body
from articles.records.citation_links import link_citations
from articles.records.full_text.elements import Part, inside
from articles.records.full_text.ids import Ids, tidy_ids
from articles.records.full_text.labels import text_of
from articles.records.full_text.links import mark_citations
from articles.records.full_text.sections import section_id
from articles.records.record import Record

HEADINGS = ("h2", "h3", "h4")
NOTES = "footnotes"  # the id of their section in the stored text
NOTES_ID = "part.notes"
ID_WRITTEN = re.compile(r' id="([^"]+)"')  # of elements that have content


class Heading(msgspec.Struct, frozen=True):
    level: int
    id: str
    title: str


class FullText(msgspec.Struct, frozen=True):
    """The blocks and the notes of a full text, its headings, and pictures that are not shown."""

    body: Xml = NOTHING
    notes: Xml = NOTHING
    headings: tuple[Heading, ...] = ()
    missing_pictures: tuple[str, ...] = ()
    has_formulas: bool = False
    has_pictures: bool = False
    has_undescribed_pictures: bool = False


def full_text_of(record: Record, pictures: Mapping[str, str]) -> FullText:
    """Return the full text; `pictures` are files in the EPUB by the names in the text."""
    if not record.body.strip():
        return FullText()
    source = source_of(record, pictures)
    references = {f"ref{place}" for place in range(1, len(record.references) + 1)}
    known = {name for each in source.root.iter() if (name := each.get("id")) and ID.fullmatch(name)}
    written, used = write(source, references | known)
    if known - used:  # ids of elements that are left out
        written, used = write(source, references | used)
    return written


class Source(NamedTuple):
    """The tree of a full text, with the notes and the ids of their calls."""

    record: Record
    root: _Element
    notes: list[_Element]
    calls: Mapping[str, list[str]]  # by the id of the note
    pictures: Mapping[str, str]


def source_of(record: Record, pictures: Mapping[str, str]) -> Source:
    """Return the tree with an id for each heading, note, call of a note and citation."""
    linked = link_citations(clean_body(record.body), record.references)
    root = html.fragment_fromstring(linked, create_parent="div")
    ids = tidy_ids(root)
    mark_citations(root, ids, len(record.references))
    for heading in root.iter(*HEADINGS):
        ids.give(heading, section_id(text_of(heading)))
    sections = [each for each in root.iter("section") if each.get("id") == NOTES]
    notes = [note for section in sections for note in section.iter("li")]
    for place, note in enumerate(notes, 1):
        ids.give(note, f"fn{place}")
    calls = mark_calls(root, ids, {note.get("id", "") for note in notes})
    return Source(record, root, notes, calls, pictures)


def mark_calls(root: _Element, ids: Ids, notes: Container[str]) -> dict[str, list[str]]:
    """Give the calls of notes ids; return these by the id of the note."""
    calls: dict[str, list[str]] = defaultdict(list)
    for link in root.iter("a"):
        target = link.get("href", "").removeprefix("#")
        if target in notes:
            calls[target].append(ids.give(link, f"call-{target}"))
    return calls


def write(source: Source, targets: Set[str]) -> tuple[FullText, set[str]]:
    """Return the full text with links to the targets alone, and the ids that it has."""
    code = source.record.language
    names = {note.get("id", "") for note in source.notes}
    context = Context(code, source.pictures, names, targets)
    body = Xml("\n".join(flow(outside_notes(source.root), context)))
    notes = [
        note(each, place, source.calls.get(each.get("id", ""), ()), context)
        for place, each in enumerate(source.notes, 1)
    ]
    title = tag("h2", printable(labels.NOTES[code]), {"id": NOTES_ID})
    text = FullText(
        body=body,
        notes=block("section", [title, *notes], {"epub:type": "footnotes"}) if notes else NOTHING,
        headings=tuple(Heading(*each) for each in context.headings),
        missing_pictures=tuple(dict.fromkeys(context.missing_pictures)),
        has_formulas=any("<math " in part for part in (body, *notes)),
        has_pictures=context.picture_count > 0,
        has_undescribed_pictures=context.undescribed_count > 0,
    )
    return text, set(ID_WRITTEN.findall(body + "".join(notes)))


def outside_notes(root: _Element) -> Iterator[Part]:
    """Yield the parts of a text in order; sections are entered, that of the notes left out."""
    for part in inside(root):
        if isinstance(part, str) or part.tag != "section":
            yield part
        elif part.get("id") != NOTES:
            yield from outside_notes(part)


def note(element: _Element, place: int, calls: Sequence[str], context: Context) -> Xml:
    """A note with its number, which leads back to the first call of the note."""
    attributes = {"epub:type": "footnote", "role": "doc-footnote"}
    attributes |= context.global_attributes(element)
    is_called = bool(calls) and calls[0] in context.targets
    way_back = {"href": f"#{calls[0]}", "role": "doc-backlink"} if is_called else {}
    number = tag("a" if way_back else "span", Xml(str(place)), way_back)
    parts = inside(element)
    if len(element) == 1 and element[0].tag == "p" and not (element.text or "").strip():
        parts = inside(element[0])
    if any(not isinstance(part, str) and part.tag in BLOCKS for part in parts):
        return block("aside", [tag("p", number), *flow(parts, context, 1)], attributes)
    return tag("aside", tag("p", Xml(f"{number}. {inline(parts, context).strip()}")), attributes)
