"""Markdown inside a line: emphasis, superscripts, links and escapes as runs of join_runs text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from articles.imports.readers.line import Runs, Style

TOKEN = re.compile(
    r"(?P<escape>\\[\\`*_{}\[\]()#+\-.!|<>~^])"
    r"|(?P<tag></?(?:sup|sub|b|strong|i|em|u|span|a|p|font|center|div)(?=[\s/>])[^<>]{0,200}>)"
    r"|!?\[(?P<shown>(?:[^\[\]\\]|\\.){0,500})\]\((?P<target>[^()\s]*(?:\([^()\s]*\)[^()\s]*)?)\)"
    r"|\[\^(?P<note>[\w-]{1,20})\]"
    r"|\[(?P<span>[^\[\]]{1,500})\]\{[.#][^{}]{0,100}\}"
    r"|<(?P<auto>(?:https?://|mailto:)?[^\s<>]{3,500})>"
    r"|\^(?P<up>[^\s^]{1,12})\^"
    r"|(?P<stars>\*+|(?<!\w)_+|_+(?!\w))"
    r"|(?P<entity>&(?:\w{2,10}|#\d{1,6});)"
)
TAGS: dict[str, Style] = {"sup": "sup", "sub": "sub", "b": "b", "strong": "b", "i": "i", "em": "i"}
MOST_OPEN = 30  # delimiters and tags open at once; no real text has so many
ESCAPED = re.compile(r"\\+([\\`*_{}\[\]()#+\-.!|<>~^])")


class _DelimiterRun:
    """A delimiter run of CommonMark: asterisks or underscores that open or close emphasis."""

    def __init__(self, signs: str, before: str, after: str) -> None:
        self.sign, self.count = signs[0], len(signs)
        self.opens = bool(after.strip()) and (_is_word(after) or not _is_word(before))
        self.closes = bool(before.strip()) and (_is_word(before) or not _is_word(after))
        self.starts: list[Style] = []
        self.ends: list[Style] = []


def _is_word(char: str) -> bool:
    return char.isalnum() or char in tuple("«»“”\"'")


def runs(text: str) -> Runs:
    """Return the runs of one line of Markdown."""
    pieces = list(_pieces(text))
    _pair([piece for piece in pieces if isinstance(piece, _DelimiterRun)])
    return _styled_runs(pieces)


def _pieces(text: str) -> Iterator[str | _DelimiterRun | tuple[str, Style]]:
    end = 0
    for match in TOKEN.finditer(text):
        yield text[end : match.start()]
        end = match.end()
        yield from _parse_token(match, text)
    yield text[end:]


def _parse_token(
    match: re.Match[str], text: str
) -> Iterator[str | _DelimiterRun | tuple[str, Style]]:
    groups = match.groupdict()
    if groups["escape"]:
        yield groups["escape"][1]
    elif groups["tag"]:
        name = re.sub(r"\W.*", "", groups["tag"].strip("</>"))
        if name in TAGS:
            yield ("-" if groups["tag"].startswith("</") else "+"), TAGS[name]
    elif groups["target"] is not None:
        yield ESCAPED.sub(r"\1", groups["shown"] or "") or groups["target"]
    elif groups["note"]:
        yield from (("+", "note"), groups["note"], ("-", "note"))
    elif groups["span"]:
        yield from _pieces(groups["span"])
    elif groups["auto"]:
        yield groups["auto"].removeprefix("mailto:")
    elif groups["up"]:
        yield from (("+", "sup"), groups["up"].replace("\\", ""), ("-", "sup"))
    elif groups["entity"]:
        yield html.unescape(groups["entity"])
    else:
        before, after = text[: match.start()][-1:], text[match.end() :][:1]
        yield _DelimiterRun(match.group(), before, after)


def _pair(stars: list[_DelimiterRun]) -> None:
    """Match each closing run with the nearest opening one: two signs for bold, one for italic."""
    openers: list[_DelimiterRun] = []
    for star in stars:
        while star.closes and star.count and (other := _opener(openers, star)):
            used = 2 if min(star.count, other.count) >= 2 else 1
            style: Style = "b" if used == 2 else "i"
            star.count, other.count = star.count - used, other.count - used
            other.starts.append(style)
            star.ends.append(style)
            openers = [opener for opener in openers if opener.count]
        if star.opens and star.count:
            openers = [*openers[-MOST_OPEN:], star]


def _opener(openers: list[_DelimiterRun], star: _DelimiterRun) -> _DelimiterRun | None:
    return next((opener for opener in reversed(openers) if opener.sign == star.sign), None)


def _styled_runs(pieces: list[str | _DelimiterRun | tuple[str, Style]]) -> Runs:
    open_styles: list[Style] = []
    for piece in pieces:
        if isinstance(piece, str):
            if piece:
                yield piece, frozenset(open_styles)
        elif isinstance(piece, _DelimiterRun):
            left = piece.sign * piece.count
            open_styles = _without(open_styles, piece.ends)
            if left:
                yield left, frozenset(open_styles)
            open_styles = [*open_styles[-MOST_OPEN:], *piece.starts]
        else:
            open_styles = _toggle(open_styles, *piece)


def _toggle(styles: list[Style], sign: str, style: Style) -> list[Style]:
    return [*styles[-MOST_OPEN:], style] if sign == "+" else _without(styles, [style])


def _without(styles: list[Style], gone: list[Style]) -> list[Style]:
    remaining = list(styles)
    for style in gone:
        if style in remaining:
            remaining.remove(style)
    return remaining
