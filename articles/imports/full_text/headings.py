"""Which lines of a manuscript are headings of its body, how deep, and where run-in ones end."""

from __future__ import annotations

import re
from html import escape

from articles.imports.manuscript import Manuscript
from articles.imports.readers.line import Line

NUMBERS = re.compile(r"^\d{1,2}((?:\.\d{1,2})*)[.)]?\s")
TIDY = " .:*"


class Headings:
    """By the numbers of the lines that they stand on."""

    def __init__(self, manuscript: Manuscript) -> None:
        self._by_line: dict[int, str] = {}
        self.body: set[int] = set()
        for one in manuscript.values:
            if one.path.startswith("sections.") and one.lines:
                self.body |= set(one.lines)
                if heading := str(one.value.get("heading") or ""):
                    self._by_line[one.lines[0]] = heading

    def on(self, line: Line) -> tuple[str, int]:
        """The heading as HTML, and from which character on the line goes on with text."""
        heading = self._by_line.get(line.number)
        if heading is None:
            return "", 0
        tag = f"h{level(line, heading)}"
        written = f"<{tag}>{escape(heading, quote=False)}</{tag}>"
        printed = f"{line.label} {line.text}" if line.label else line.text
        if printed.strip(TIDY) == heading:
            return written, len(line.text)
        bare = heading.removeprefix(line.label).strip()
        if line.text.startswith(bare):
            rest = line.text[len(bare) :]
            return written, len(bare) + len(rest) - len(rest.lstrip(TIDY))
        return written, 0


def level(line: Line, heading: str) -> int:
    """2 to 4: as its number says, else as deep as the file calls it."""
    if numbered := NUMBERS.match(heading):
        return min(4, 2 + numbered[1].count("."))
    return min(4, max(2, line.heading + 1)) if line.heading > 1 else 2
