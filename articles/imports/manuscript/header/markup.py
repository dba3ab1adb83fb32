"""The print of titles and abstracts that means something: indices, powers, names of species."""

from __future__ import annotations

from itertools import groupby

from articles.imports.manuscript.lines.paragraph import LETTER, Paragraph
from articles.imports.readers.line import Style
from articles.records.markup import Run, join

ORDER: tuple[Style, ...] = ("b", "i", "sub", "sup")  # outermost first
# Shares of the letters; more of it is how the whole text is set, and means nothing.
MOST: dict[Style, float] = {"b": 0.4, "i": 0.6, "sub": 0.5, "sup": 0.5}


def kept_print(parts: list[Paragraph]) -> str:
    """The text of the parts with a blank between them and its marks, '' where it has none."""
    signs: list[tuple[str, frozenset[Style]]] = []
    for paragraph in parts:
        signs += [(" ", frozenset())] if signs else []
        signs += _signs(paragraph)
    meant = [style for style in ORDER if 0 < _share(signs, style) <= MOST[style]]
    runs = [
        Run("".join(sign for sign, _ in group), marks)
        for marks, group in groupby(signs, key=lambda sign: _marks(sign[1], meant))
    ]
    return join(runs) if any(run.marks for run in runs) else ""


def _signs(paragraph: Paragraph) -> list[tuple[str, frozenset[Style]]]:
    """Each character with its styles; a blank has those that both of its neighbours have."""
    styles: list[set[Style]] = [set() for _ in paragraph.text]
    for span in paragraph.spans:
        for at in range(max(0, span.start), min(span.end, len(styles))):
            styles[at].add(span.style)
    for at, sign in enumerate(paragraph.text):
        if sign == " ":
            styles[at] = styles[at - 1] & styles[at + 1] if 0 < at < len(styles) - 1 else set()
    return [(sign, frozenset(styles[at])) for at, sign in enumerate(paragraph.text)]


def _share(signs: list[tuple[str, frozenset[Style]]], style: Style) -> float:
    """Of the letters; an index may be a digit."""
    letters = [sign for sign in signs if LETTER.match(sign[0])] or signs
    return sum(style in styles for _, styles in signs) / (len(letters) or 1)


def _marks(styles: frozenset[Style], meant: list[Style]) -> tuple[str, ...]:
    return tuple(style for style in meant if style in styles)
