"""What the line classifier sees of each paragraph: its own signs, and those of its neighbours."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator
from typing import get_args

from articles.imports.manuscript.authors.affiliation_lines import (
    is_address,
    is_affiliation,
    is_degree,
    is_place,
)
from articles.imports.manuscript.authors.bylines import Byline, parse_byline
from articles.imports.manuscript.authors.contacts import (
    PHONE,
    find_emails,
    find_orcids,
    strip_contacts,
)
from articles.imports.manuscript.authors.marks import leading_marks, with_marks
from articles.imports.manuscript.classify.headings import (
    CAPTION,
    NUMBER,
    is_known_heading,
    starts_with_run_in_heading,
)
from articles.imports.manuscript.classify.layout import HEADER_LABELS, Layout, Zone
from articles.imports.manuscript.classify.paragraph_types import (
    is_biography,
    is_prose,
    is_reference,
    is_sentence,
)
from articles.imports.manuscript.language import detect_language
from articles.imports.manuscript.lines.paragraph import Paragraph
from articles.imports.manuscript.vocabulary import DEGREE, ORGANISATION, PLACE, SURELY_ORGANISATION

LENGTHS = (2, 4, 7, 12, 20, 40, 80)  # words, as borders of the classes
DISTANCES = (0, 1, 2, 4, 8, 16)  # paragraphs, likewise
SHORT = 100  # characters
LONG = 400  # characters; a longer paragraph is running text, and its words say nothing more
INTRODUCTION = re.compile(r"(?:\d[.)]?\s+)?(?:кіріспе|введение|introduction)\b", re.IGNORECASE)
MOST_ABOVE = 30  # lines
NEIGHBOURS = (-2, -1, 1, 2)
FAR = 99


def line_features(layout: Layout) -> list[list[str]]:
    """Return the features of every paragraph."""
    own = [list(_own_features(layout, at)) for at in range(len(layout))]
    places = _Places(layout)
    rivals, owners = list(_rival_features(layout, own)), list(_owner_features(layout, own))
    return [
        [*own[at], *_neighbour_features(own, at), *places.features(at), *rivals[at], *owners[at]]
        for at in range(len(layout))
    ]


def _own_features(layout: Layout, at: int) -> Iterator[str]:
    paragraph = layout.paragraphs[at]
    if layout.zones[at]:
        yield f"zone:{layout.zones[at]}"
        return
    label = layout.labels[at]
    if label:
        yield f"label:{label.element}"
        yield "bare label" if layout.is_bare_label(at) else "label with text"
    yield f"words:{bisect_right(LENGTHS, len(paragraph.text.split()))}"
    yield from _print_features(paragraph)
    yield from _text_features(paragraph)
    if len(paragraph.text) < LONG:
        byline = parse_byline(paragraph)
        yield from _name_features(paragraph, byline)
        yield from _organisation_features(paragraph, byline)


def _print_features(paragraph: Paragraph) -> Iterator[str]:
    signs = {
        "heading": paragraph.heading > 0,
        "bold": paragraph.is_bold,
        "italic": paragraph.is_italic,
        "capitals": paragraph.is_capital,
        "gap": paragraph.gap,
        "numbered": bool(NUMBER.match(paragraph.text_with_label)),
        paragraph.kind: paragraph.kind != "text",
    }
    yield from (name for name, is_there in signs.items() if is_there)


def _text_features(paragraph: Paragraph) -> Iterator[str]:
    text = paragraph.text
    signs = {
        "prose": is_prose(paragraph),
        "sentence": is_sentence(paragraph, 5),
        "introduction": INTRODUCTION.match(paragraph.text_with_label) is not None,
        "known heading": is_known_heading(paragraph.text_with_label),
        "run-in heading": starts_with_run_in_heading(paragraph),
        "caption": bool(CAPTION.match(text)),
        "reference": is_reference(paragraph),
        "biography": is_biography(paragraph),
        "lower case": text[:1].islower(),
        "digit first": text[:1].isdigit(),
        "star first": text[:1] in "*✉",
        "copyright": "©" in text,
        "no letters": not any(map(str.isalpha, text)),
        "few letters": sum(map(str.isalpha, text)) < 0.5 * len(text),
        "two sentences": len(re.findall(r"[^\W\d_]{3}[.!?]\s+[^\W\d_a-zа-я]", text)) > 0,
        "cited": bool(re.search(r"\[\d", text)),
    }
    yield from (name for name, is_there in signs.items() if is_there)
    yield f"ends:{'letter' if text[-1:].isalnum() else text[-1:]}"
    yield f"commas:{min(text.count(','), 4)}"
    yield f"language:{detect_language(text[:LONG])}"


def _name_features(paragraph: Paragraph, byline: Byline | None) -> Iterator[str]:
    if byline:
        yield f"names:{min(len(byline.people), 3)}"
        yield "sure names" if byline.is_sure else "possible names"
        yield "surnames" if byline.has_surname else "no surname"
        yield from ["marked names"] if byline.is_marked else []
        yield from ["names with more"] if byline.has_details else []
    capitals = sum(word[:1].isupper() for word in paragraph.text.split())
    yield f"capital words:{round(4 * capitals / (len(paragraph.text.split()) or 1))}"


def _organisation_features(paragraph: Paragraph, byline: Byline | None) -> Iterator[str]:
    text = paragraph.text
    has_names = byline is not None and byline.is_sure
    marked = with_marks(paragraph)
    signs = {
        "affiliation": is_affiliation(paragraph),
        "organisation": ORGANISATION.are_in(text),
        "sure organisation": SURELY_ORGANISATION.are_in(text),
        "mark first": bool(leading_marks(marked)[1]),
        "place": PLACE.are_in(text),
        "only a place": is_place(paragraph) and not has_names,
        "degree": DEGREE.are_in(text),
        "degree first": DEGREE.begin(text),
        "only a degree": is_degree(paragraph) and not has_names,
        "address": is_address(paragraph),
        "email": bool(find_emails(text)),
        "ORCID": bool(find_orcids(text)),
        "phone": bool(PHONE.search(text)),
        "only contacts": bool(find_emails(text) or find_orcids(text)) and not strip_contacts(text),
    }
    yield from (name for name, is_there in signs.items() if is_there)


def _neighbour_features(own: list[list[str]], at: int) -> Iterator[str]:
    for distance in NEIGHBOURS:
        if 0 <= at + distance < len(own):
            yield from (f"{distance:+}:{name}" for name in own[at + distance] if name in SHARED)
        else:
            yield f"{distance:+}:none"


def _rival_features(layout: Layout, own: list[list[str]]) -> Iterator[list[str]]:
    """Which line of a header is the most like a title, and whether others surely hold names."""
    for window in _windows(layout):
        candidates = [at for at in window if NO_TITLE.isdisjoint(own[at])]
        best = max(candidates, key=lambda at: len(layout.paragraphs[at].text), default=-1)
        has_names = any("sure names" in own[at] for at in window)
        for at in window:
            is_possible = has_names and "possible names" in own[at]
            rank = "most like a title" if len(candidates) > 1 else "only possible title"
            yield [rank] * (at == best) + ["sure names elsewhere"] * is_possible


def _owner_features(layout: Layout, own: list[list[str]]) -> Iterator[list[str]]:
    """Whether the people of a line with contacts were named above it."""
    for window in _windows(layout):
        above: deque[str] = deque(maxlen=MOST_ABOVE)
        for at in window:
            paragraph = layout.paragraphs[at]
            byline = None if CONTACTS.isdisjoint(own[at]) else parse_byline(paragraph)
            people = byline.people if byline else ()
            surnames = [max(person.name.split(), key=len) for person in people]
            is_known = all(any(surname in text for text in above) for surname in surnames)
            yield [f"contacts of {'known' if is_known else 'new'} names"] * bool(surnames)
            above.append(paragraph.text[:LONG])


def _windows(layout: Layout) -> Iterator[range]:
    """The lines up to and including each label of an abstract or of keywords."""
    start = 0
    for at in range(len(layout)):
        if layout.element(at) in HEADER_LABELS or at == len(layout) - 1:
            yield range(start, at + 1)
            start = at + 1


CONTACTS = frozenset(("email", "ORCID"))
# The signs of a line that is no title.
NO_TITLE = frozenset(
    ("prose", "sure names", "affiliation", "only a degree", "only a place", "only contacts",
     "email", "ORCID", "words:0", "reference", "label with text", "bare label", "known heading",
     *(f"zone:{zone}" for zone in get_args(Zone)))
)  # fmt: skip
# The signs of a line that say something about the lines beside it.
SHARED = frozenset(
    [*(f"zone:{zone}" for zone in ("code", "date", "aside", "contact", "references", "bios",
                                   "other", "pages")),
     *(f"label:{element}" for element in ("abstract", "keywords", "title", "authors",
                                          "affiliation")),
     "label with text", "bare label", "sure names", "possible names", "marked names",
     "affiliation", "organisation", "only a degree", "degree first", "only a place",
     "only contacts", "email", "mark first", "prose", "sentence", "known heading",
     "run-in heading", "heading", "bold", "capitals", "gap", "words:0", "words:1"]
)  # fmt: skip


class _Places:
    """Where a paragraph stands: from the top, to the next labels, before or after the text."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.labels = [at for at in range(len(layout)) if layout.element(at) in HEADER_LABELS]
        self.references = layout.places_in("references")
        self.text_start = next(
            (at for at in range(len(layout)) if not layout.zones[at] and _starts_text(layout, at)),
            len(layout),
        )
        self.in_text = _below_introduction(layout)
        self.languages = [detect_language(paragraph.text[:LONG]) for paragraph in layout.paragraphs]

    def features(self, at: int) -> Iterator[str]:
        """The features of one place."""
        after = min((label - at for label in self.labels if label > at), default=FAR)
        before = min((at - label for label in self.labels if label < at), default=FAR)
        yield f"from top:{bisect_right(DISTANCES, at)}"
        yield f"to label:{bisect_right(DISTANCES, after)}"
        yield f"from label:{bisect_right(DISTANCES, before)}"
        yield from ["below the introduction"] if at in self.in_text else []
        yield "before the text" if at < self.text_start else "after the first heading"
        if self.references:
            yield "after references" if at > self.references[0] else "before references"
        if at and self.languages[at] != self.languages[at - 1]:
            yield "language changes"


def _below_introduction(layout: Layout) -> set[int]:
    """The places from an introduction to the first short line that is no heading."""
    places: set[int] = set()
    is_below = False
    for at, paragraph in enumerate(layout.paragraphs):
        if INTRODUCTION.match(paragraph.text_with_label):
            is_below = True
        elif len(paragraph.text) < SHORT and not _starts_text(layout, at):
            is_below = False
        if is_below:
            places.add(at)
    return places


def _starts_text(layout: Layout, at: int) -> bool:
    paragraph = layout.paragraphs[at]
    return is_known_heading(paragraph.text_with_label) or starts_with_run_in_heading(paragraph)
