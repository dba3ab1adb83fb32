"""The text of a full text without its tags, and where each character of it stands in the HTML."""

from __future__ import annotations

import re
from bisect import bisect_right
from html import unescape

# Signs in the text: for a formula, for what is a link already, before what is raised or lowered.
FORMULA, LINK, RAISED = "\ufffc", "\ufffd", "\ue000"
SIGNS = {"math": FORMULA, "a": LINK, "sup": RAISED, "sub": RAISED}
HIDDEN = ("math", "a")  # the signs stand for all that is in them
INLINE = ("em", "strong", "span", "sub", "sup", "img")
PIECE = re.compile(r"<(?P<end>/?)(?P<tag>\w+)[^<>]*>|(?P<entity>&#?\w{1,12};)|[^<&]+|[<&]")
TAG = re.compile(r"<(/?)(\w+)[^<>]*>")


class HtmlText:
    """`text`, and `html_range` for a stretch of it."""

    def __init__(self, html: str) -> None:
        self.html = html
        self._starts: list[int] = []  # of each piece, in the text
        self._places: list[int] = []  # and in the HTML
        self.text = "".join(self._pieces())

    def html_range(self, start: int, end: int) -> tuple[int, int] | None:
        """Where the stretch stands in the HTML; None if a link around it would cut an element."""
        first, last = self._place(start), self._place(end - 1) + 1
        open_tags: list[str] = []
        for tag in TAG.finditer(self.html, first, last):
            if not tag[1]:
                open_tags.append(tag[2])
            elif not open_tags or open_tags.pop() != tag[2]:
                return None
        return None if open_tags else (first, last)

    def _pieces(self) -> list[str]:
        pieces: list[str] = []
        length, hidden = 0, ""
        for match in PIECE.finditer(self.html):
            piece = "" if hidden else _text_of(match)
            if match["tag"] in HIDDEN:
                if not hidden:
                    hidden = match["tag"]
                elif match["tag"] == hidden and match["end"]:
                    hidden = ""
            if piece:
                self._starts.append(length)
                self._places.append(match.start())
                pieces.append(piece)
                length += len(piece)
        return pieces

    def _place(self, at: int) -> int:
        piece = bisect_right(self._starts, at) - 1
        return self._places[piece] + at - self._starts[piece]


def _text_of(match: re.Match[str]) -> str:
    """The text of a tag, an entity or a stretch of text."""
    if match["entity"]:
        return unescape(match[0])[:1]
    if not match["tag"]:
        return match[0]
    if match["tag"] in SIGNS:
        return "" if match["end"] else SIGNS[match["tag"]]
    return "" if match["tag"] in INLINE else "\n"
