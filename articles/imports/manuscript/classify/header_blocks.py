"""Where the header of each language is: found by its abstract or keywords, then upward."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from articles.imports.manuscript.authors.affiliation_lines import parse_affiliation_line
from articles.imports.manuscript.authors.bylines import parse_byline
from articles.imports.manuscript.classify.headings import (
    is_known_heading,
    starts_with_run_in_heading,
)
from articles.imports.manuscript.classify.layout import HEADER_LABELS, SINGLE_ZONES, Layout, Zone
from articles.imports.manuscript.classify.paragraph_types import (
    is_biography,
    is_prose,
    is_reference,
    is_sentence,
)
from articles.imports.manuscript.language import DetectedLanguage, detect_language, journal_language
from articles.records.languages import Language

FARTHEST = 30  # paragraphs between a title and the abstract, with many authors
ABSTRACT_PARTS = 9  # of a structured abstract, each a paragraph


@dataclass
class HeaderBlock:
    """The header of one language: the places of its paragraphs."""

    abstract: list[int] = field(default_factory=list)
    keywords: list[int] = field(default_factory=list)
    header: list[int] = field(default_factory=list)
    detected: DetectedLanguage = ""

    @property
    def language(self) -> Language | None:
        """The language of the block, None if it is none of ours."""
        return journal_language(self.detected)

    @property
    def first(self) -> int:
        """The place of its first paragraph."""
        return min(self.header + self.abstract + self.keywords)

    @property
    def last(self) -> int:
        """The place of its last paragraph."""
        return max(self.header + self.abstract + self.keywords)


def find_header_blocks(layout: Layout) -> list[HeaderBlock]:
    """Return the header blocks in order, and assign their paragraphs."""
    blocks = list(_labelled_blocks(layout))
    for block in blocks:
        _find_abstract_without_label(layout, block)
        _find_header(layout, block)
        _find_affiliations_below(layout, block)
    for block in blocks:
        block.detected = _detect_language(layout, block)
    return blocks


def _labelled_blocks(layout: Layout) -> Iterator[HeaderBlock]:
    """Blocks that have an abstract or keywords with a label, both where they belong together."""
    block = HeaderBlock()
    for at in range(len(layout)):
        element = layout.element(at)
        if element not in HEADER_LABELS or not layout.is_free(at):
            continue
        places: list[int] = getattr(block, element)
        if places or ((block.abstract or block.keywords) and not _is_near(layout, block, at)):
            yield block
            block = HeaderBlock()
            places = getattr(block, element)
        extent = list(_extent(layout, at))
        places += extent
        zone: Zone = "abstract" if element == "abstract" else "keywords"
        layout.assign(at, extent[-1] + 1, zone)
    if block.abstract or block.keywords:
        yield block


def _is_near(layout: Layout, block: HeaderBlock, at: int) -> bool:
    """Whether a label continues the block: close by, and in a language that agrees."""
    last = max(block.abstract + block.keywords)
    if at - last > ABSTRACT_PARTS or any(
        layout.is_free(between) for between in range(last + 1, at)
    ):
        return False
    before, label = layout.labels[last], layout.labels[at]
    first = layout.labels[min(block.abstract + block.keywords)]
    known = first or before
    if not known or not label or set(known.languages) & set(label.languages):
        return True
    languages = {detect_language(layout.paragraphs[place].text) for place in (last, at)}
    return len(languages - {""}) < 2


def _extent(layout: Layout, at: int) -> Iterator[int]:
    """The paragraph of the label and those that belong to it."""
    yield at
    label = layout.labels[at]
    alone = label is not None and label.end >= len(layout.paragraphs[at].text)
    end = at + 1
    if layout.element(at) == "abstract":
        end = _abstract_end(layout, at, alone)
    elif alone:
        end = _keywords_end(layout, at)
    yield from range(at + 1, end)


def _abstract_end(layout: Layout, at: int, alone: bool) -> int:
    """Up to the keywords, if there is only prose in between; else one paragraph."""
    for place in range(at + 1, min(at + 1 + ABSTRACT_PARTS, len(layout))):
        element = layout.element(place)
        if element == "keywords" or (element and layout.zones[place]):
            return place if element == "keywords" or place == at + 1 else at + 1 + alone
        paragraph = layout.paragraphs[place]
        if (
            not layout.is_free(place)
            or element
            or (paragraph.heading and not is_known_heading(paragraph.text))
        ):
            break
    else:
        return min(at + 1 + alone, len(layout))
    return at + 1 + (alone and layout.is_free(at + 1))


def _keywords_end(layout: Layout, at: int) -> int:
    """Keywords below their label, in one paragraph or one on each line."""
    end = at + 1
    while end < len(layout) and layout.is_free(end) and not layout.labels[end]:
        paragraph = layout.paragraphs[end]
        if end > at + 1 and (paragraph.gap or paragraph.heading or len(paragraph.text) > 60):
            break
        end += 1
    return end


def _find_abstract_without_label(layout: Layout, block: HeaderBlock) -> None:
    """Take prose just above the keywords as the abstract."""
    at = block.first - 1
    while not block.abstract and at >= 0 and layout.zones[at] in SINGLE_ZONES:
        at -= 1
    if not block.abstract and at >= 0 and layout.is_free(at):
        paragraph = layout.paragraphs[at]
        if is_prose(paragraph) and not is_reference(paragraph) and not is_biography(paragraph):
            block.abstract = [at]
            layout.zones[at] = "abstract"


def _find_header(layout: Layout, block: HeaderBlock) -> None:
    """Collect title, bylines and affiliation lines: upward until something else."""
    for at in range(block.first - 1, max(-1, block.first - 1 - FARTHEST), -1):
        if layout.zones[at] == "contact":
            block.header.insert(0, at)
        if layout.zones[at] in SINGLE_ZONES:
            continue
        paragraph = layout.paragraphs[at]
        if not layout.is_free(at) or is_prose(paragraph) or is_biography(paragraph):
            break
        below_heading = at > 0 and is_known_heading(layout.paragraphs[at - 1].text)
        if is_sentence(paragraph, 4 if below_heading else 9) or starts_with_run_in_heading(
            paragraph
        ):
            break
        if is_known_heading(paragraph.text) or (
            layout.labels[at] and not _is_header_label(layout, at)
        ):
            break
        if is_reference(paragraph) and not paragraph.heading:
            break
        block.header.insert(0, at)
    for at in block.header:
        layout.assign(at, at + 1, "header")


def _find_affiliations_below(layout: Layout, block: HeaderBlock) -> None:
    """Collect affiliation lines below the keywords, if there are none above."""
    header = [layout.paragraphs[at] for at in block.header]
    if not any(parse_byline(each) for each in header) or any(map(parse_affiliation_line, header)):
        return
    for at in range(block.last + 1, min(block.last + FARTHEST, len(layout))):
        affiliation = parse_affiliation_line(layout.paragraphs[at])
        if not layout.is_free(at) or affiliation is None:
            break
        block.header.append(at)
        layout.assign(at, at + 1, "header")


def _is_header_label(layout: Layout, at: int) -> bool:
    return layout.element(at) in ("title", "authors", "affiliation", "statement", "conflict")


def _detect_language(layout: Layout, block: HeaderBlock) -> DetectedLanguage:
    """By the text of the block; if that is too short, by its label."""
    for places in (block.abstract, block.keywords):
        text = " ".join(_text_after_label(layout, at) for at in places)
        label = layout.labels[places[0]] if places else None
        detected = detect_language(text, of_names=places is block.keywords)
        if label and "other" in label.languages and detected != "en":
            return "other"
        decisive = 60 if detected in ("kk", "other") else 150
        if detected and len(text) > decisive:
            return detected
        if label and label.languages and label.languages[0]:
            return label.languages[0]
    return detect_language(" ".join(layout.paragraphs[at].text for at in block.header))


def _text_after_label(layout: Layout, at: int) -> str:
    label = layout.labels[at]
    return layout.paragraphs[at].text[label.end if label else 0 :]
