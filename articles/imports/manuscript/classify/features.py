"""What the line classifier sees of each paragraph: its own signs, and those of its neighbours."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterator
from itertools import chain

from articles.imports.manuscript.authors.affiliation_lines import (
    is_address,
    is_affiliation,
    is_degree,
    is_place,
)
from articles.imports.manuscript.authors.bylines import parse_byline
from articles.imports.manuscript.authors.contacts import (
    PHONE,
    find_emails,
    find_orcids,
    strip_contacts,
)
from articles.imports.manuscript.authors.marks import leading_marks, with_marks
from articles.imports.manuscript.classify.headings import (
    NUMBER,
    is_known_heading,
    starts_with_run_in_heading,
)
from articles.imports.manuscript.classify.layout import HEADER_LABELS, Layout
from articles.imports.manuscript.classify.paragraph_types import (
    is_biography,
    is_prose,
    is_reference,
    is_sentence,
)
from articles.imports.manuscript.language import detect_language
from articles.imports.manuscript.lines.paragraph import Paragraph
from articles.imports.manuscript.vocabulary import (
    CAPTION,
    DEGREE,
    ORGANISATION,
    PLACE,
    SURELY_ORGANISATION,
)

LENGTHS = (2, 4, 7, 12, 20, 40, 80)  # words, as borders of the classes
DISTANCES = (0, 1, 2, 4, 8, 16)  # paragraphs, likewise
SHORT = 100  # characters
LONG = 400  # characters; a longer paragraph is running text, and its words say nothing more
INTRODUCTION = re.compile(r"(?:\d[.)]?\s+)?(?:кіріспе|введение|introduction)\b", re.IGNORECASE)
MOST_ABOVE = 30  # lines
NEIGHBOURS = (-2, -1, 1, 2)
FAR = 99
TWO_SENTENCES = re.compile(r"[^\W\d_]{3}[.!?]\s+[^\W\d_a-zа-я]")
CONTACTS = frozenset(("email", "ORCID"))
# The signs of a line that is no title.
NO_TITLE = frozenset(
    ("prose", "sure names", "affiliation", "only a degree", "only a place", "only contacts",
     "email", "ORCID", "words:0", "reference", "label with text", "bare label", "known heading")
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
Sign = Callable[[Paragraph], object]
SIGNS: dict[str, Sign] = {
    "heading": lambda line: line.heading,
    "bold": lambda line: line.is_bold,
    "italic": lambda line: line.is_italic,
    "capitals": lambda line: line.is_capital,
    "gap": lambda line: line.gap,
    "numbered": lambda line: NUMBER.match(line.text_with_label),
    "prose": is_prose,
    "sentence": lambda line: is_sentence(line, 5),
    "introduction": lambda line: INTRODUCTION.match(line.text_with_label),
    "known heading": lambda line: is_known_heading(line.text_with_label),
    "run-in heading": starts_with_run_in_heading,
    "caption": lambda line: CAPTION.begin(line.text),
    "reference": is_reference,
    "biography": is_biography,
    "lower case": lambda line: line.text[:1].islower(),
    "digit first": lambda line: line.text[:1].isdigit(),
    "star first": lambda line: line.text[:1] in "*✉",
    "copyright": lambda line: "©" in line.text,
    "no letters": lambda line: not any(map(str.isalpha, line.text)),
    "few letters": lambda line: sum(map(str.isalpha, line.text)) < 0.5 * len(line.text),
    "two sentences": lambda line: TWO_SENTENCES.search(line.text),
    "cited": lambda line: re.search(r"\[\d", line.text),
}
# The signs of organisations, places, posts and contacts in a short line.
SHORT_SIGNS: dict[str, Sign] = {
    "affiliation": is_affiliation,
    "organisation": lambda line: ORGANISATION.are_in(line.text),
    "sure organisation": lambda line: SURELY_ORGANISATION.are_in(line.text),
    "mark first": lambda line: leading_marks(with_marks(line))[1],
    "place": lambda line: PLACE.are_in(line.text),
    "only a place": lambda line: is_place(line) and not _has_sure_names(line),
    "degree": lambda line: DEGREE.are_in(line.text),
    "degree first": lambda line: DEGREE.begin(line.text),
    "only a degree": lambda line: is_degree(line) and not _has_sure_names(line),
    "address": is_address,
    "email": lambda line: find_emails(line.text),
    "ORCID": lambda line: find_orcids(line.text),
    "phone": lambda line: PHONE.search(line.text),
    "only contacts": lambda line: _has_contacts(line) and not strip_contacts(line.text),
}


def line_features(layout: Layout) -> list[list[str]]:
    """Return the features of every paragraph."""
    own = [list(_own_features(layout, at)) for at in range(len(layout))]
    others = (_neighbour_features(own), _place_features(layout), _window_features(layout, own))
    return [list(chain(*features)) for features in zip(own, *others, strict=True)]


def _own_features(layout: Layout, at: int) -> Iterator[str]:
    paragraph, label = layout.paragraphs[at], layout.labels[at]
    if layout.zones[at]:
        yield f"zone:{layout.zones[at]}"
        return
    if label:
        yield f"label:{label.element}"
        yield "bare label" if layout.is_bare_label(at) else "label with text"
    if paragraph.kind != "text":
        yield paragraph.kind
    text = paragraph.text
    yield f"words:{bisect_right(LENGTHS, len(text.split()))}"
    yield f"ends:{'letter' if text[-1:].isalnum() else text[-1:]}"
    yield f"commas:{min(text.count(','), 4)}"
    yield f"language:{detect_language(text[:LONG])}"
    yield from (name for name, is_there in SIGNS.items() if is_there(paragraph))
    if len(text) < LONG:
        yield from (name for name, is_there in SHORT_SIGNS.items() if is_there(paragraph))
        yield from _name_features(paragraph)


def _name_features(paragraph: Paragraph) -> Iterator[str]:
    if byline := parse_byline(paragraph):
        yield f"names:{min(len(byline.people), 3)}"
        yield "sure names" if byline.is_sure else "possible names"
        yield "surnames" if byline.has_surname else "no surname"
        yield from ["marked names"] * byline.is_marked + ["names with more"] * byline.has_details
    words = paragraph.text.split()
    capitals = sum(word[:1].isupper() for word in words)
    yield f"capital words:{round(4 * capitals / (len(words) or 1))}"


def _has_sure_names(paragraph: Paragraph) -> bool:
    byline = parse_byline(paragraph)
    return byline is not None and byline.is_sure


def _has_contacts(paragraph: Paragraph) -> bool:
    return bool(find_emails(paragraph.text) or find_orcids(paragraph.text))


def _neighbour_features(own: list[list[str]]) -> Iterator[list[str]]:
    shared = [[name for name in features if name in SHARED] for features in own]
    for at in range(len(own)):
        beside = ((each, shared[at + each] if 0 <= at + each < len(own) else ["none"])
                  for each in NEIGHBOURS)  # fmt: skip
        yield [f"{distance:+}:{name}" for distance, names in beside for name in names]


def _window_features(layout: Layout, own: list[list[str]]) -> Iterator[list[str]]:
    """Which line of a header is the most like a title, whether others surely hold names, and
    whether the people of a line with contacts were named above it.
    """
    for window in _windows(layout):
        free = (at for at in window if layout.is_free(at))
        candidates = [at for at in free if NO_TITLE.isdisjoint(own[at])]
        best = max(candidates, key=lambda at: len(layout.paragraphs[at].text), default=-1)
        rank = "most like a title" if len(candidates) > 1 else "only possible title"
        has_names = any("sure names" in own[at] for at in window)
        above: deque[str] = deque(maxlen=MOST_ABOVE)
        for at in window:
            is_possible = has_names and "possible names" in own[at]
            features = [rank] * (at == best) + ["sure names elsewhere"] * is_possible
            if surnames := [] if CONTACTS.isdisjoint(own[at]) else _surnames(layout.paragraphs[at]):
                is_known = all(any(surname in text for text in above) for surname in surnames)
                features.append(f"contacts of {'known' if is_known else 'new'} names")
            yield features
            above.append(layout.paragraphs[at].text[:LONG])


def _surnames(paragraph: Paragraph) -> list[str]:
    byline = parse_byline(paragraph)
    return [max(person.name.split(), key=len) for person in byline.people] if byline else []


def _windows(layout: Layout) -> Iterator[range]:
    """The lines up to and including each label of an abstract or of keywords."""
    start = 0
    for at in range(len(layout)):
        if layout.element(at) in HEADER_LABELS or at == len(layout) - 1:
            yield range(start, at + 1)
            start = at + 1


def _place_features(layout: Layout) -> Iterator[list[str]]:
    """Where a paragraph stands: from the top, to the next labels, before or after the text."""
    labels = [at for at in range(len(layout)) if layout.element(at) in HEADER_LABELS]
    starts = (at for at in range(len(layout)) if layout.is_free(at) and _starts_text(layout, at))
    text_start = next(starts, len(layout))
    in_text = _below_introduction(layout)
    references = layout.places_in("references")
    languages = [detect_language(paragraph.text[:LONG]) for paragraph in layout.paragraphs]
    for at in range(len(layout)):
        after = min((label - at for label in labels if label > at), default=FAR)
        before = min((at - label for label in labels if label < at), default=FAR)
        yield [
            f"from top:{bisect_right(DISTANCES, at)}",
            f"to label:{bisect_right(DISTANCES, after)}",
            f"from label:{bisect_right(DISTANCES, before)}",
            "before the text" if at < text_start else "after the first heading",
            *["below the introduction"] * (at in in_text),
            *[
                "after references" if at > first else "before references"
                for first in references[:1]
            ],
            *["language changes"] * (languages[at] != languages[max(0, at - 1)]),
        ]


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
