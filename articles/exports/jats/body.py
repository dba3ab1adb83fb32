"""The body of a JATS article: our HTML subset, a sequence of blocks, as nested sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import html
from lxml.etree import _Element

from articles.exports.jats.blocks import blocks_of, footnote
from articles.exports.jats.context import Context
from articles.exports.jats.inline import inline_of
from articles.exports.xml import NOTHING, Xml, block, close_tag, open_tag, tag
from articles.records.body import clean_body
from articles.records.citation_links import link_citations
from articles.records.full_text.elements import Part, inside
from articles.records.record import Record
from articles.records.urls import galley_url

LEVELS = {"h2": 2, "h3": 3, "h4": 4}


def body_and_notes(record: Record) -> tuple[Xml, Xml]:
    """Return the `body` and the footnotes for the `back`; both empty without a full text."""
    if not record.body.strip():
        return NOTHING, NOTHING
    text = link_citations(clean_body(record.body), record.references)
    root = html.fragment_fromstring(text, create_parent="div")
    known = {f"ref{place}": "bibr" for place in range(1, len(record.references) + 1)}
    context = Context(files_of(record), known)
    result = body(root, context), footnotes(root, context)
    if 'href="#' in text:  # now the ids that links may refer to are known
        context = Context(files_of(record), known | context.used_ids)
        result = body(root, context), footnotes(root, context)
    return result


def files_of(record: Record) -> dict[str, str]:
    """Return the addresses of the images by their file names."""
    images = (galley for galley in record.galleys if galley.kind == "image" and galley.id)
    return {galley.name: galley_url(record, galley) for galley in images}


def footnotes(root: _Element, context: Context) -> Xml:
    sections = (each for each in root.iter("section") if each.get("id") == "footnotes")
    notes = (note for section in sections for note in section.iter("li"))
    return block("fn-group", [footnote(note, context) for note in notes])


def body(root: _Element, context: Context) -> Xml:
    """Sections nested by level: a heading ends all sections of its level and below."""
    parts: list[str] = []
    levels: list[int] = []
    for heading, content in chapters(flat(root)):
        if heading is not None:
            level = LEVELS[heading.tag]
            while levels and levels[-1] >= level:
                levels.pop()
                parts.append(close_tag("sec"))
            levels.append(level)
            parts.append(open_tag("sec", context.id_of(heading)))
            parts.append(tag("title", inline_of(heading, context)))
        parts += filter(None, blocks_of(content, context))
    parts += [close_tag("sec")] * len(levels)
    return Xml("\n".join(["<body>", *parts, "</body>"])) if parts else NOTHING


def chapters(parts: Iterable[Part]) -> Iterator[tuple[_Element | None, list[Part]]]:
    """Each heading with what follows it; None for the text before the first heading."""
    heading: _Element | None = None
    content: list[Part] = []
    for part in parts:
        if isinstance(part, str) or part.tag not in LEVELS:
            content.append(part)
        else:
            yield heading, content
            heading, content = part, []
    yield heading, content


def flat(root: _Element) -> Iterator[Part]:
    """Text and elements in order; sections are entered, footnotes left out for the back."""
    for part in inside(root):
        if isinstance(part, str) or part.tag != "section":
            yield part
        elif part.get("id") != "footnotes":
            yield from flat(part)
