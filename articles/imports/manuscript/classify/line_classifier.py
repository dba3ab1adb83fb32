"""Line classifier: what each paragraph is that no label decides, by the best sequence of all.

A label decides for its own paragraph (`Abstract.`, `Authors:`); every other one is free to be
any type, and an unknown line costs the sequence a little.
"""

from __future__ import annotations

from collections.abc import Mapping
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
DECIDED: dict[Element, LineType] = {
    "abstract": "abstract", "keywords": "keywords", "title": "title", "authors": "byline",
    "affiliation": "affiliation",
}  # fmt: skip
# Signs that a line has if it has any of these features.
SIGNS: dict[str, set[str]] = {
    "names": {"names:1", "names:2", "names:3"},
    "set apart": {"capitals", "bold", "heading", "+1:sure names"},
    "above a label": {"to label:2", "to label:3", "to label:4"},  # at most four lines
}
# Types that a line cannot be of: with all signs of a set, and without the one behind it.
EXCLUSIONS: tuple[tuple[LineType, set[str], str], ...] = (
    ("title", {"email"}, ""),
    ("byline", set(), "names"),
    ("byline", {"sure names elsewhere", "no surname"}, ""),  # rather a title
    ("contact", {"affiliation", "organisation", "place"}, "names"),
    ("leftover", {"only possible title", "set apart", "above a label"}, ""),
    ("abstract", {"below the introduction"}, ""),
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
    allowed = [_allowed_types(layout, at, names, taken or {}) for at, names in enumerate(features)]
    choices = best_sequence(chain, chain.scores(features, allowed))
    layout.choices = [
        _without_doubtful_names(choice, names)
        for choice, names in zip(choices, features, strict=True)
    ]
    _assign_body(layout)
    for at, choice in enumerate(layout.choices):
        if choice.label in HEADER_TYPES:
            layout.assign([at], ZONES.get(choice.label, "header"))


def _without_doubtful_names(choice: Choice, features: list[str]) -> Choice:
    """No author is better than one who is none: such a line is shown as nearly a byline."""
    is_doubtful = choice.label == "byline" and choice.probability < LEAST_FOR_NAMES
    if is_doubtful and SURE_NAMES.isdisjoint(features):
        return Choice("leftover", choice.probability, "byline")
    return choice


def _allowed_types(
    layout: Layout, at: int, features: list[str], taken: Mapping[int, str]
) -> tuple[str, ...]:
    """The types that a line may be of: only one, where an editor, a label or a sign decides."""
    if layout.zones[at]:
        return (layout.zones[at],)
    if chosen := [taken[number] for number in layout.paragraphs[at].lines[:1] if number in taken]:
        return tuple(chosen)
    if decided := DECIDED.get(layout.element(at)):  # type: ignore[arg-type]
        return (decided,)
    if "only contacts" in features:
        return ("contact",)
    signs = {*features, *(name for name, any_of in SIGNS.items() if any_of.intersection(features))}
    excluded = {
        line_type
        for line_type, present, absent in EXCLUSIONS
        if present <= signs and absent not in signs
    }
    return tuple(line_type for line_type in LINE_TYPES if line_type not in excluded)


def _assign_body(layout: Layout) -> None:
    """Assign the longest stretch of text; lines of another type within it belong to it."""
    stretches = list(_stretches(layout))
    if not stretches:
        return
    start, end = max(stretches, key=lambda pair: _length(layout, *pair))
    if _length(layout, start, end) >= SHORTEST_BODY:
        places = range(start, end)
        layout.assign([at for at in places if layout.paragraphs[at].kind != "footnote"], "body")


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
    odd = [at for at in own if layout.line_type(at) in HEADER_TYPES]
    return sum(layout.paragraphs[at].kind == "text" for at in odd) <= ODD_LINES


def _length(layout: Layout, start: int, end: int) -> int:
    """Characters of the free paragraphs between two places."""
    return sum(len(layout.paragraphs[at].text) for at in range(start, end) if layout.is_free(at))
