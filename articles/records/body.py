"""The full text as HTML: one subset for pages, JATS and plain text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape, unescape

import nh3
from lxml.etree import _Element

from .formula_text import formula_text
from .markup import RAISED
from .mathml import ANNOTATIONS, MATH_ATTRIBUTES, MATH_TAGS, clean_formula, replace_formulas

TAGS = {
    "h2", "h3", "h4", "p", "ul", "ol", "li", "table", "caption", "thead", "tbody", "tr", "th", "td",
    "figure", "figcaption", "img", "sub", "sup", "em", "strong", "a", "section",
    "blockquote", "footer",  # a quotation, and at its end whose it is
    "span",  # for `lang` alone
}  # fmt: skip

# Footnotes are <section id="footnotes"> with an <ol> of items that links refer to.
ATTRIBUTES = {
    "*": {"lang", "dir", "title"},  # the language of a foreign passage; a title's text
    "p": {"id"},
    "a": {"href", "id"},
    "img": {"src", "alt"},
    "th": {"colspan", "rowspan", "scope"},
    "td": {"colspan", "rowspan"},
    "section": {"id"},
    "li": {"id"},
    "blockquote": {"id"},
    "figure": {"id"},
    "table": {"id"},
    "h2": {"id"},
    "h3": {"id"},
    "h4": {"id"},
    "ol": {"start"},
}
LANG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
DIRECTIONS = ("ltr", "rtl", "auto")
UNREADABLE = "\ufffc"  # in the place of a formula or an object that could not be read
SCHEMES = {"http", "https", "mailto"}

BLOCK_END = re.compile(
    r"</(?:h[2-4]|p|li|caption|tr|figcaption|table|ul|ol|section|blockquote|footer)>"
)
CELL_END = re.compile(r"</t[dh]>")
# A file name, or a path on this site: a picture elsewhere would tell its owner who reads what.
OWN_PICTURE = re.compile(r"/?[^\s/\\:][^\t\r\n\\:]*|")
PICTURE = re.compile(r'src="([^"/:]+)"')
TAG = re.compile(r"<[^>]*>")
SPAN = re.compile(r"<(/?)span\b([^>]*)>")
SPACES = re.compile(r"[ \t]+")
RAISED_SIGNS = re.compile(r"<sup>(?:<a\b[^>]*>)?([^<]*)(?:</a>)?</sup>")
BREAKS = re.compile(r"\s*\n\s*")


def clean_body(html: str) -> str:
    """Return the HTML with nothing but the subset.

    Scripts, styles and the title of a page are removed with their content.
    """
    cleaned = nh3.clean(
        html,
        tags=TAGS | MATH_TAGS,
        clean_content_tags={"script", "style", "title", *ANNOTATIONS},
        attributes=ATTRIBUTES | MATH_ATTRIBUTES,
        attribute_filter=_sound_value,
        url_schemes=SCHEMES,
        link_rel=None,
        strip_comments=True,
    )
    return _without_bare_spans(replace_formulas(cleaned, clean_formula))


def foreign_pictures(html: str) -> list[str]:
    """The addresses of pictures that are not the article's own; `clean_body` removes them."""
    found: list[str] = []

    def note(tag: str, name: str, value: str) -> str:
        if name == "src" and not OWN_PICTURE.fullmatch(value):
            found.append(value)
        return value

    nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, attribute_filter=note)
    return found


def picture_names(html: str) -> list[str]:
    """The names of the pictures that are named by their file alone, each once."""
    return list(dict.fromkeys(map(unescape, PICTURE.findall(html))))


def with_image_urls(html: str, addresses: Mapping[str, str]) -> str:
    """Return the HTML with the web addresses of images that are named by their file alone."""

    def with_url(source: re.Match[str]) -> str:
        return f'src="{escape(addresses.get(unescape(source[1]), source[1]))}"'

    return PICTURE.sub(with_url, html) if addresses else html


def plain_body(html: str) -> str:
    """Return the text without markup, one block on each line: for formats and search."""
    lines = CELL_END.sub(" ", BLOCK_END.sub("\n", with_formulas_as_text(html)))
    text = unescape(TAG.sub("", lines))
    return BREAKS.sub("\n", SPACES.sub(" ", text)).strip()


def with_formulas_as_text(html: str) -> str:
    """Return HTML in which each formula is a line of text, for those who read no MathML."""
    return replace_formulas(html, _formula_line)


def flat_body(html: str) -> str:
    """Return the text for readers: 10<sup>3</sup> becomes 10³, not 103."""
    return plain_body(RAISED_SIGNS.sub(_raised, html))


def _formula_line(formula: _Element) -> str:
    line = escape(formula_text(formula))
    return f" {line} " if formula.get("display") == "block" else line


def _without_bare_spans(html: str) -> str:
    """A `span` says in which language a passage is; one that says nothing is left out."""
    kept: list[bool] = []

    def tag(match: re.Match[str]) -> str:
        if not match[1]:
            kept.append(bool(match[2].strip()))
            return match[0] if kept[-1] else ""
        return match[0] if kept.pop() else ""

    return SPAN.sub(tag, html) if "<span" in html else html


def _sound_value(tag: str, name: str, value: str) -> str | None:
    """The value of an attribute, None for a foreign picture and for what is no language."""
    is_sound = {
        "src": lambda: OWN_PICTURE.fullmatch(value),
        "lang": lambda: LANG.fullmatch(value),
        "dir": lambda: value in DIRECTIONS,
    }.get(name, lambda: True)
    return value if is_sound() else None


def _raised(match: re.Match[str]) -> str:
    signs = match[1]
    if all(sign in RAISED for sign in signs):
        return "".join(RAISED[sign] for sign in signs)
    return match[0]
