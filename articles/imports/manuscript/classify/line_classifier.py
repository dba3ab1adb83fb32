"""Line classifier: what each paragraph is that no label decides, by the best sequence of all.

A label decides for its own paragraph (`Abstract.`, `Authors:`); every other one is free to be
any type, and an unknown line costs the sequence a little.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, get_args

from articles.imports.manuscript.classify.chain import Choice, best_sequence, load_chain
from articles.imports.manuscript.classify.features import line_features
from articles.imports.manuscript.classify.layout import SINGLE_ZONES, Layout, Zone
from articles.imports.manuscript.labels.phrases import Element

LineType = Literal[
    "title", "byline", "affiliation", "continuation", "degree", "contact", "abstract", "keywords",
    "heading", "body", "leftover",
]  # fmt: skip
LINE_TYPES: tuple[LineType, ...] = get_args(LineType)
HAS_NAMES = frozenset(("names:1", "names:2", "names:3"))  # features
DECIDED: dict[Element, LineType] = {
    "abstract": "abstract", "keywords": "keywords", "title": "title", "authors": "byline",
    "affiliation": "affiliation",
}  # fmt: skip
ORGANISATION_IN_PLACE = frozenset(("affiliation", "organisation", "place"))  # likewise
SET_APART = frozenset(("capitals", "bold", "heading", "+1:sure names"))  # likewise
ABOVE_LABEL = frozenset(("to label:2", "to label:3", "to label:4"))  # at most four lines
# The types that a line with these features cannot be of.
EXCLUSIONS: tuple[tuple[set[str], tuple[LineType, ...]], ...] = (
    ({"email"}, ("title",)),
    ({"sure names elsewhere", "no surname"}, ("byline",)),  # rather a title
    ({"below the introduction"}, ("abstract",)),
)
HEADER_TYPES = frozenset(
    ("title", "byline", "affiliation", "continuation", "degree", "contact", "abstract", "keywords")
)
ZONES: dict[str, Zone] = {"abstract": "abstract", "keywords": "keywords"}  # the others: header
SURE_NAMES = frozenset(("sure names", "names with more", "label:authors"))
LEAST_FOR_NAMES = 0.7  # probability; of a line that may be names or other words
SHORTEST_BODY = 100  # characters
ODD_LINES = 4  # lines within the text that look like those of a header


def classify_lines(layout: Layout, taken: Mapping[int, str] | None = None) -> None:
    """Choose the type of every paragraph, and assign the free ones to their zones.

    `taken` has the types that an editor chose, by the number of the first line of a paragraph.
    """
    chain = load_chain()
    features = line_features(layout)
    allowed = [
        _taken_type(layout, at, taken or {}) or _allowed_types(layout, at, features[at])
        for at in range(len(layout))
    ]
    choices = best_sequence(chain, chain.scores(features, allowed))
    layout.choices = [
        _without_doubtful_names(choice, names)
        for choice, names in zip(choices, features, strict=True)
    ]
    _assign_body(layout)
    for at, choice in enumerate(layout.choices):
        if layout.is_free(at) and choice.label in HEADER_TYPES:
            layout.zones[at] = ZONES.get(choice.label, "header")


def _without_doubtful_names(choice: Choice, features: list[str]) -> Choice:
    """No author is better than one who is none: such a line is shown as nearly a byline."""
    is_doubtful = choice.label == "byline" and choice.probability < LEAST_FOR_NAMES
    if is_doubtful and SURE_NAMES.isdisjoint(features):
        return Choice("leftover", choice.probability, "byline")
    return choice


def _taken_type(layout: Layout, at: int, taken: Mapping[int, str]) -> tuple[str, ...]:
    """The type that an editor chose for a line, if any."""
    types = (taken.get(number) for number in layout.paragraphs[at].lines[:1])
    return tuple(line_type for line_type in types if line_type and not layout.zones[at])


def _allowed_types(layout: Layout, at: int, features: list[str]) -> tuple[str, ...]:
    """The types that a line may be of: only one, where a label or a sure sign decides."""
    if layout.zones[at]:
        return (layout.zones[at],)
    if decided := DECIDED.get(layout.element(at)):  # type: ignore[arg-type]
        return (decided,)
    if "only contacts" in features:
        return ("contact",)
    excluded = set(_excluded_types(set(features)))
    return tuple(line_type for line_type in LINE_TYPES if line_type not in excluded)


def _excluded_types(features: set[str]) -> Iterator[str]:
    if HAS_NAMES.isdisjoint(features):
        yield "byline"
        if features >= ORGANISATION_IN_PLACE:
            yield "contact"
    if "only possible title" in features and SET_APART & features and ABOVE_LABEL & features:
        yield "leftover"
    for signs, types in EXCLUSIONS:
        if signs <= features:
            yield from types


def _assign_body(layout: Layout) -> None:
    """Assign the longest stretch of text; lines of another type within it belong to it."""
    stretches = list(_stretches(layout))
    if not stretches:
        return
    start, end = max(stretches, key=lambda pair: _length(layout, *pair))
    if _length(layout, start, end) >= SHORTEST_BODY:
        for at in range(start, end):
            if layout.paragraphs[at].kind != "footnote":
                layout.assign(at, at + 1, "body")


def _stretches(layout: Layout) -> list[tuple[int, int]]:
    """From one line of text to the last before another part; a few odd lines end none."""
    stretches: list[tuple[int, int]] = []
    for at, choice in enumerate(layout.choices):
        if choice.label not in ("body", "heading"):
            continue
        if stretches and _is_bridged(layout, stretches[-1][1], at):
            stretches[-1] = (stretches[-1][0], at + 1)
        else:
            stretches.append((at, at + 1))
    return stretches


def _is_bridged(layout: Layout, start: int, end: int) -> bool:
    """Whether the lines between two of the text are odd ones of it, as the rows of a table are."""
    own = [at for at in range(start, end) if layout.zones[at] not in SINGLE_ZONES]
    if any(layout.zones[at] or layout.element(at) in DECIDED for at in own):
        return False
    odd = [at for at in own if layout.choices[at].label in HEADER_TYPES]
    return sum(layout.paragraphs[at].kind == "text" for at in odd) <= ODD_LINES


def _length(layout: Layout, start: int, end: int) -> int:
    """Characters of the free paragraphs between two places."""
    return sum(len(layout.paragraphs[at].text) for at in range(start, end) if layout.is_free(at))
