"""How sure a value is, by the share of the sequences in which its lines have the type they got.

Where that is not certain, the second reading says what the lines were nearly taken for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from articles.imports.manuscript.classify.layout import Layout
from articles.imports.manuscript.classify.line_classifier import HEADER_TYPES
from articles.imports.manuscript.sourced_value import SecondReading, SourcedValue, Sureness

# Least probabilities, measured on manuscripts that were not trained with (docs/manuscripts.md).
CERTAIN = 0.99
LIKELY = 0.6


def weigh(values: Iterable[SourcedValue], layout: Layout) -> Iterator[SourcedValue]:
    """Yield the values; those of lines that could well be of another type are less sure."""
    probabilities = {
        number: choice.probability
        for choice, paragraph in zip(layout.choices, layout.paragraphs, strict=True)
        if choice.label in HEADER_TYPES
        for number in paragraph.lines
    }
    for value in values:
        least = min((probabilities.get(number, 1.0) for number in value.lines), default=1.0)
        levels = list(Sureness)
        most = levels[(least < CERTAIN) + (least < LIKELY)]
        yield replace(value, sureness=max(value.sureness, most, key=levels.index))


def second_readings(layout: Layout) -> Iterator[SecondReading]:
    """Yield what the lines outside the text were nearly taken for, where that is not certain."""
    for at, (choice, paragraph) in enumerate(zip(layout.choices, layout.paragraphs, strict=True)):
        is_header = HEADER_TYPES.intersection((choice.label, choice.second))
        is_unsure = choice.probability < CERTAIN and choice.second != choice.label
        if is_header and is_unsure and paragraph.lines and layout.zones[at] != "body":
            yield SecondReading(choice.second, paragraph.lines)
