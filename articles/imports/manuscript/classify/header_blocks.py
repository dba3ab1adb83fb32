"""The front matter of each language: found by its abstract or keywords, read upward from there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from articles.imports.manuscript.authors.affiliation_lines import organisation_of
from articles.imports.manuscript.authors.bylines import byline_of
from articles.imports.manuscript.classify.layout import FRONT, PASSED, Outline, Zone
from articles.imports.manuscript.classify.paragraph_types import (
    is_bio,
    is_prose,
    is_reference,
    is_sentence,
    known_heading,
)
from articles.imports.manuscript.classify.run_in_headings import begins_with_heading
from articles.imports.manuscript.language import Tongue, own, tongue
from articles.records.languages import Language

FARTHEST = 30  # paragraphs from a title down to the abstract, with many authors
ABSTRACT_PARTS = 9  # of a structured abstract, each a paragraph


@dataclass
class Block:
    """One language's front matter, as places of paragraphs."""

    abstract: list[int] = field(default_factory=list)
    keywords: list[int] = field(default_factory=list)
    header: list[int] = field(default_factory=list)
    tongue: Tongue = ""

    @property
    def language(self) -> Language | None:
        return own(self.tongue)

    @property
    def first(self) -> int:
        return min(self.header + self.abstract + self.keywords)

    @property
    def last(self) -> int:
        return max(self.header + self.abstract + self.keywords)


def find_blocks(outline: Outline) -> list[Block]:
    """All blocks in order, their paragraphs claimed."""
    blocks = list(_anchored(outline))
    for block in blocks:
        _find_abstract_without_label(outline, block)
        _find_header(outline, block)
        _find_organisations_below(outline, block)
    for block in blocks:
        block.tongue = _tongue(outline, block)
    return blocks


def _anchored(outline: Outline) -> Iterator[Block]:
    block = Block()
    for at in range(len(outline)):
        element = outline.element(at)
        if element not in FRONT or not outline.free(at):
            continue
        places: list[int] = getattr(block, element)
        if places or ((block.abstract or block.keywords) and not _is_near(outline, block, at)):
            yield block
            block = Block()
            places = getattr(block, element)
        extent = list(_extent(outline, at))
        places += extent
        zone: Zone = "abstract" if element == "abstract" else "keywords"
        outline.claim(at, extent[-1] + 1, zone)
    if block.abstract or block.keywords:
        yield block


def _is_near(outline: Outline, block: Block, at: int) -> bool:
    """Abstract and keywords of one block: close together, and of languages that agree."""
    last = max(block.abstract + block.keywords)
    if at - last > ABSTRACT_PARTS or any(outline.free(between) for between in range(last + 1, at)):
        return False
    mine, other = outline.labels[last], outline.labels[at]
    first = outline.labels[min(block.abstract + block.keywords)]
    known = first or mine
    if not known or not other or set(known.languages) & set(other.languages):
        return True
    spoken = {tongue(outline.paragraphs[place].text) for place in (last, at)}
    return len(spoken - {""}) < 2


def _extent(outline: Outline, at: int) -> Iterator[int]:
    """The label's paragraph and those that belong to it."""
    yield at
    label = outline.labels[at]
    alone = label is not None and label.end >= len(outline.paragraphs[at].text)
    end = at + 1
    if outline.element(at) == "abstract":
        end = _abstract_end(outline, at, alone)
    elif alone:
        end = _keywords_end(outline, at)
    yield from range(at + 1, end)


def _abstract_end(outline: Outline, at: int, alone: bool) -> int:
    """Up to the keywords, if nothing but prose lies between; else one paragraph."""
    for place in range(at + 1, min(at + 1 + ABSTRACT_PARTS, len(outline))):
        element = outline.element(place)
        if element == "keywords" or (element and outline.zones[place]):
            return place if element == "keywords" or place == at + 1 else at + 1 + alone
        paragraph = outline.paragraphs[place]
        if (
            not outline.free(place)
            or element
            or (paragraph.heading and not known_heading(paragraph.text))
        ):
            break
    else:
        return min(at + 1 + alone, len(outline))
    return at + 1 + (alone and outline.free(at + 1))


def _keywords_end(outline: Outline, at: int) -> int:
    """Keywords below their label, in one paragraph or one a line."""
    end = at + 1
    while end < len(outline) and outline.free(end) and not outline.labels[end]:
        paragraph = outline.paragraphs[end]
        if end > at + 1 and (paragraph.gap or paragraph.heading or len(paragraph.text) > 60):
            break
        end += 1
    return end


def _find_abstract_without_label(outline: Outline, block: Block) -> None:
    """Prose just above the keywords is the abstract."""
    at = block.first - 1
    while not block.abstract and at >= 0 and outline.zones[at] in PASSED:
        at -= 1
    if not block.abstract and at >= 0 and outline.free(at):
        paragraph = outline.paragraphs[at]
        if is_prose(paragraph) and not is_reference(paragraph) and not is_bio(paragraph):
            block.abstract = [at]
            outline.zones[at] = "abstract"


def _find_header(outline: Outline, block: Block) -> None:
    """Title, authors and organisations: upward until something that is none of them."""
    for at in range(block.first - 1, max(-1, block.first - 1 - FARTHEST), -1):
        if outline.zones[at] == "contact":
            block.header.insert(0, at)
        if outline.zones[at] in PASSED:
            continue
        paragraph = outline.paragraphs[at]
        if not outline.free(at) or is_prose(paragraph) or is_bio(paragraph):
            break
        below_heading = at > 0 and known_heading(outline.paragraphs[at - 1].text)
        if is_sentence(paragraph, 4 if below_heading else 9) or begins_with_heading(paragraph):
            break
        if known_heading(paragraph.text) or (outline.labels[at] and not _names_header(outline, at)):
            break
        if is_reference(paragraph) and not paragraph.heading:
            break
        block.header.insert(0, at)
    for at in block.header:
        outline.claim(at, at + 1, "header")


def _find_organisations_below(outline: Outline, block: Block) -> None:
    """Organisations may stand under the keywords, if there are none above."""
    header = [outline.paragraphs[at] for at in block.header]
    if not any(byline_of(each) for each in header) or any(map(organisation_of, header)):
        return
    for at in range(block.last + 1, min(block.last + FARTHEST, len(outline))):
        organisation = organisation_of(outline.paragraphs[at])
        if not outline.free(at) or organisation is None:
            break
        block.header.append(at)
        outline.claim(at, at + 1, "header")


def _names_header(outline: Outline, at: int) -> bool:
    return outline.element(at) in ("title", "authors", "organisation", "statement", "conflict")


def _tongue(outline: Outline, block: Block) -> Tongue:
    """The text tells it; where there is too little of it, the label."""
    for places in (block.abstract, block.keywords):
        text = " ".join(_own_text(outline, at) for at in places)
        label = outline.labels[places[0]] if places else None
        spoken = tongue(text, of_names=places is block.keywords)
        if label and "other" in label.languages and spoken != "en":
            return "other"
        decisive = 60 if spoken in ("kk", "other") else 150
        if spoken and len(text) > decisive:
            return spoken
        if label and label.languages and label.languages[0]:
            return label.languages[0]
    return tongue(" ".join(outline.paragraphs[at].text for at in block.header))


def _own_text(outline: Outline, at: int) -> str:
    label = outline.labels[at]
    return outline.paragraphs[at].text[label.end if label else 0 :]
