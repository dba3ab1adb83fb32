"""Markup of titles and abstracts that carries meaning: indices, powers, names of species."""

from __future__ import annotations

from itertools import groupby

from articles.imports.manuscript.lines.paragraph import LETTER, Paragraph
from articles.imports.readers.line import Style
from articles.records.markup import Run, join

# Shares of the letters, the outermost style first. A style of more characters, digits too, is how
# the whole text is set, without meaning.
MOST: dict[Style, float] = {"b": 0.4, "i": 0.6, "sub": 0.5, "sup": 0.5}


def meaningful_markup(paragraph: Paragraph) -> str:
    """Return the text with `<i> <b> <sub> <sup>`; '' without any."""
    signs = _styled_signs(paragraph) if paragraph.spans else []
    letters = [sign for sign in signs if LETTER.match(sign[0])] or signs
    meaningful = [
        style
        for style, most in MOST.items()
        if 0 < sum(style in styles for _, styles in signs) <= most * len(letters)
    ]
    runs = [
        Run("".join(sign for sign, _ in group), tuple(filter(styles.__contains__, meaningful)))
        for styles, group in groupby(signs, key=lambda sign: sign[1].intersection(meaningful))
    ]
    return join(runs) if any(run.marks for run in runs) else ""


def _styled_signs(paragraph: Paragraph) -> list[tuple[str, frozenset[Style]]]:
    """Each character with its styles; a blank has those that both of its neighbours have."""
    styles: list[set[Style]] = [set() for _ in paragraph.text]
    for span in paragraph.spans:
        for at in range(max(0, span.start), min(span.end, len(styles))):
            styles[at].add(span.style)
    for at, sign in enumerate(paragraph.text):
        if sign == " ":
            styles[at] = styles[at - 1] & styles[at + 1] if 0 < at < len(styles) - 1 else set()
    return [(sign, frozenset(styles[at])) for at, sign in enumerate(paragraph.text)]
