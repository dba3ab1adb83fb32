"""The HTML that a full text may hold: one subset for pages, JATS and plain text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape, unescape

import nh3

from .markup import RAISED

TAGS = {
    "h2", "h3", "h4", "p", "ul", "ol", "li", "table", "caption", "thead", "tbody", "tr", "th", "td",
    "figure", "figcaption", "img", "sub", "sup", "em", "strong", "a", "section",
}  # fmt: skip

# Footnotes are <section id="footnotes"> with an <ol>, whose items links point to.
ATTRIBUTES = {
    "a": {"href", "id"},
    "img": {"src", "alt"},
    "th": {"colspan", "rowspan", "scope"},
    "td": {"colspan", "rowspan"},
    "section": {"id"},
    "li": {"id"},
    "figure": {"id"},
    "table": {"id"},
    "h2": {"id"},
    "h3": {"id"},
    "h4": {"id"},
    "ol": {"start"},
}
SCHEMES = {"http", "https", "mailto"}

BLOCK_END = re.compile(r"</(?:h[2-4]|p|li|caption|tr|figcaption|table|ul|ol|section)>")
CELL_END = re.compile(r"</t[dh]>")
PICTURE = re.compile(r'src="([^"/:]+)"')
TAG = re.compile(r"<[^>]*>")
SPACES = re.compile(r"[ \t]+")
RAISED_SIGNS = re.compile(r"<sup>(?:<a\b[^>]*>)?([^<]*)(?:</a>)?</sup>")
BREAKS = re.compile(r"\s*\n\s*")


def clean_body(html: str) -> str:
    """The same text with nothing in it but the subset; scripts go with what they hold."""
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel=None,
        strip_comments=True,
    )


def with_addresses(html: str, addresses: Mapping[str, str]) -> str:
    """The same text; a picture that is named by its file alone is found at its address."""

    def addressed(source: re.Match[str]) -> str:
        return f'src="{escape(addresses.get(unescape(source[1]), source[1]))}"'

    return PICTURE.sub(addressed, html) if addresses else html


def plain_body(html: str) -> str:
    """The text alone, a line a block: for receivers that take no markup, and for search."""
    lines = CELL_END.sub(" ", BLOCK_END.sub("\n", html))
    text = unescape(TAG.sub("", lines))
    return BREAKS.sub("\n", SPACES.sub(" ", text)).strip()


def flat_body(html: str) -> str:
    """The same for receivers who read it: 10<sup>3</sup> is 10³, for 103 would be untrue."""
    return plain_body(RAISED_SIGNS.sub(_raised, html))


def _raised(found: re.Match[str]) -> str:
    signs = found[1]
    if all(sign in RAISED for sign in signs):
        return "".join(RAISED[sign] for sign in signs)
    return found[0]
