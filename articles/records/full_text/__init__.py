"""A full text as its page shows it: anchors, contents, links of citations and notes both ways.

Everything is made from the cleaned body with each showing and nothing of it is stored. The HTML
stays safe: to what `clean_body` let through come only the elements and attributes of this
package, with ids made here, and every text goes through lxml, which escapes it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from django.utils.safestring import SafeString
from lxml import html

from ..body import clean_body, with_image_urls
from ..citation_links import link_citations
from ..record import Reference
from .figures import Figure, mark_figures
from .formulas import mark_formulas
from .ids import tidy_ids
from .labels import Labels
from .links import Mention, mark_citations, mark_cross_references
from .notes import mark_notes
from .sections import Section, mark_headings

__all__ = ["Figure", "FullText", "Labels", "Mention", "Section", "read_full_text"]


class FullText(NamedTuple):
    """The HTML of a full text, and what the page says of it elsewhere."""

    html: SafeString
    sections: list[Section]
    figures: list[Figure]  # and tables
    mentions: dict[int, list[Mention]]  # of each reference, by its number


def read_full_text(
    body: str,
    references: Sequence[Reference],
    picture_addresses: Mapping[str, str],
    labels: Labels,
) -> FullText | None:
    """The full text for its page; None without one."""
    if not body.strip():
        return None
    linked = link_citations(clean_body(body), references)
    root = html.fragment_fromstring(with_image_urls(linked, picture_addresses), create_parent="div")
    ids = tidy_ids(root)
    mentions = mark_citations(root, ids, len(references))
    sections = mark_headings(root, ids, labels)
    figures = mark_figures(root, ids, labels)
    mark_formulas(root, ids, labels)
    mark_notes(root, ids, labels)
    mark_cross_references(root)
    text = html.tostring(root, encoding="unicode")
    return FullText(
        SafeString(text.removeprefix("<div>").removesuffix("</div>")), sections, figures, mentions
    )
