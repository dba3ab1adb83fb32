"""A full text as an editor typed it: in our subset of HTML, with what it would lose."""

from __future__ import annotations

import re
from typing import NamedTuple

from .body import clean_body
from .body_losses import Loss, losses, tokens
from .body_paragraphs import ATTRIBUTES, with_paragraphs

# Elements that other programs write, each with ours.
SYNONYMS = {"b": "strong", "i": "em", "h1": "h2", "h5": "h4", "h6": "h4"}
SYNONYM = re.compile(rf"<(/?)({'|'.join(SYNONYMS)})\b({ATTRIBUTES})>", re.IGNORECASE)
ENDS_A_LINE = re.compile(r"<(?:/div|/address|/pre|/center|br|hr)\b[^<>]*>", re.IGNORECASE)
NO_PICTURE = re.compile(r'<img(?: alt="")?>')
EMPTY_PARAGRAPH = re.compile(r"<p>\s*</p>")
TIMES = 5  # elements in the wrong place may be moved more than once


class TypedBody(NamedTuple):
    """The text as it would be saved, and what of the typed text is not in it."""

    html: str
    losses: list[Loss]


def read_typed_body(typed: str) -> TypedBody:
    """The typed text cleaned, its bare text in paragraphs. `p < 0,05` needs no `&lt;`."""
    whole = with_escaped_signs(typed)
    cleaned = clean_body(whole)
    return TypedBody(with_paragraphs(cleaned), losses(whole, cleaned))


def tidy_typed_body(typed: str) -> str:
    """What can be saved of the typed text: our elements for their synonyms, and no others."""
    known = SYNONYM.sub(_with_our_tag, with_escaped_signs(typed))
    html = ENDS_A_LINE.sub("\n\n", known)
    for _again in range(TIMES):
        cleaned = EMPTY_PARAGRAPH.sub("", NO_PICTURE.sub("", clean_body(html)))
        tidied = with_paragraphs(cleaned).strip()
        if tidied == html:
            break
        html = tidied
    return html


def with_escaped_signs(html: str) -> str:
    """The text with `&lt;` for each “<” that begins no tag and no comment."""
    parts, end = [], 0
    for token in tokens(html):
        parts += [html[end : token.start()].replace("<", "&lt;"), token[0]]
        end = token.end()
    return "".join([*parts, html[end:].replace("<", "&lt;")])


def _with_our_tag(tag: re.Match[str]) -> str:
    return f"<{tag[1]}{SYNONYMS[tag[2].lower()]}{tag[3]}>"
