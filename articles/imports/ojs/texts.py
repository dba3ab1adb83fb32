"""Texts of an export, which are HTML or have tags and entities typed into them, as our texts.

Only tags that HTML knows are tags: `p < 0.05` and `<5 km` stay text.
"""

from __future__ import annotations

import re
from html import unescape

from articles.records.cleaning import FORBIDDEN
from articles.records.markup import plain, tidy_markup

TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)((?:\s[^<>]*)?)/?>")
ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[a-z][a-z0-9]+);", re.IGNORECASE)
MARKS = {"i": "i", "em": "i", "b": "b", "strong": "b", "sub": "sub", "sup": "sup"}
BLOCK = re.compile(
    "address|article|aside|blockquote|br|center|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]"
    "|header|hr|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul",
    re.IGNORECASE,
)
INLINE = re.compile(
    "a|abbr|acronym|big|cite|code|del|dfn|em|font|i|b|img|ins|kbd|mark|nobr|q|s|samp|small|span"
    "|strike|strong|sub|sup|tt|u|var|wbr",
    re.IGNORECASE,
)
HIDDEN = re.compile(r"<(script|style|title)\b.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
CELLS = ("td", "th")
LINE_ENDS = re.compile(r"\r\n?|[\n\x85\u2028\u2029]")
BLANKS = re.compile(r"[ \t\u00a0]+")
BREAK = "\x00"  # a line break that is meant, unlike those between the words of HTML


def lines(html: str) -> str:
    """Paragraphs, one on each line, with `<i> <b> <sub> <sup>`: an abstract."""
    html = _unescaped_once(html)
    text = LINE_ENDS.sub(" " if _has_blocks(html) else BREAK, _visible(html))
    marked = tidy_markup(unescape(TAG.sub(_mark, text)))
    parts = (BLANKS.sub(" ", part).strip() for part in marked.split(BREAK))
    return "\n".join(part for part in parts if part)


def line(html: str) -> str:
    """One line with `<i> <b> <sub> <sup>`: a title."""
    return lines(html).replace("\n", " ")


def plain_lines(html: str) -> str:
    """Paragraphs, one on each line, without markup: a biography, a reference list."""
    return plain(lines(html))


def plain_line(html: str) -> str:
    """One line without markup: a name, a keyword, a label."""
    return plain(line(html))


def has_markup(typed: str) -> bool:
    """Whether tags or entities are typed into a text."""
    return bool(ENTITY.search(typed)) or any(is_known(tag[2]) for tag in TAG.finditer(typed))


def is_known(name: str) -> bool:
    return bool(BLOCK.fullmatch(name) or INLINE.fullmatch(name))


def _unescaped_once(html: str) -> str:
    """HTML that was escaped once too often, as some programs do, without that."""
    again = unescape(html)
    return again if not _has_blocks(html) and _has_blocks(again) else html


def _visible(html: str) -> str:
    return FORBIDDEN.sub("", HIDDEN.sub("", html))


def _has_blocks(html: str) -> bool:
    """Whether blocks divide the text; otherwise its own line breaks do."""
    return any(BLOCK.fullmatch(tag[2]) for tag in TAG.finditer(html))


def _mark(tag: re.Match[str]) -> str:
    """Our tag, a break or a blank for a tag of HTML; anything else stays as it is."""
    slash, name = tag[1], tag[2].lower()
    if name in MARKS:
        return f"<{slash}{MARKS[name]}>"
    if name in CELLS:
        return " "
    if BLOCK.fullmatch(name):
        return BREAK
    return "" if INLINE.fullmatch(name) else tag[0]
