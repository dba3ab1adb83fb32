"""Citations in a full text, each linked to the one entry of the reference list that it names.

Computed wherever a text is shown or exported, never stored: the links follow every change of the
text and of the list. A citation is linked only where exactly one entry fits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..record import Reference
from .citation import Citation
from .entries import Entries
from .html_text import HtmlText
from .names import citations_by_name
from .numbers import numeric_brackets
from .surroundings import citing_brackets

__all__ = ["Citation", "find_citations", "link_citations", "without_citation_links"]

LINK = re.compile(r'<a href="#ref\d{1,4}">(.*?)</a>')


def find_citations(text: str, references: Sequence[Reference]) -> list[Citation]:
    """The citations in a text, in its order; no two overlap."""
    if not references:
        return []
    printed = Entries(reference.text for reference in references)
    romanized = Entries(reference.romanized for reference in references)
    named = list(citations_by_name(text, (printed, romanized)))
    brackets = list(citing_brackets(text, numeric_brackets(text, references)))
    if named and all(bracket.is_plain for bracket in brackets):
        brackets = []  # a text that cites by name: [1, 2] and [1–5] are something else
    numbered = [citation for bracket in brackets for citation in bracket.citations]
    return sorted([*named, *numbered])


def link_citations(html: str, references: Sequence[Reference]) -> str:
    """Return HTML with each citation as a link to `#ref1` …; what is a link already stays one."""
    source = HtmlText(html)
    parts: list[str] = []
    end = 0
    for citation in find_citations(source.text, references):
        if place := source.html_range(citation.start, citation.end):
            start, stop = place
            link = f'<a href="#ref{citation.reference}">{html[start:stop]}</a>'
            parts += [html[end:start], link]
            end = stop
    return "".join([*parts, html[end:]])


def without_citation_links(html: str, references: Sequence[Reference]) -> str:
    """Return HTML without links to references if all of them can be computed again."""
    unlinked = LINK.sub(r"\1", html)
    return unlinked if link_citations(unlinked, references) == html else html
