"""The headings in the body of a manuscript: their lines, levels, and where run-in ones end."""

from __future__ import annotations

import re
from html import escape

from articles.imports.manuscript import Manuscript
from articles.imports.readers.line import Line

NUMBERS = re.compile(r"^\d{1,2}((?:\.\d{1,2})*)[.)]?\s")
TIDY = " .:*"


class Headings:
    """The headings of a manuscript by line number; `body` holds the numbers of all its lines."""

    def __init__(self, manuscript: Manuscript) -> None:
        self._by_line: dict[int, str] = {}
        self.body: set[int] = set()
        for value in manuscript.values:
            if value.path.startswith("sections.") and value.lines:
                self.body |= set(value.lines)
                if heading := str(value.value.get("heading") or ""):
                    self._by_line[value.lines[0]] = heading

    def on(self, line: Line) -> tuple[str, int]:
        """Return the heading of a line as HTML, and the character where its text begins."""
        heading = self._by_line.get(line.number)
        if heading is None:
            return "", 0
        tag = f"h{heading_level(heading, line.heading)}"
        html = f"<{tag}>{escape(heading, quote=False)}</{tag}>"
        printed = f"{line.label} {line.text}" if line.label else line.text
        if printed.strip(TIDY) == heading:
            return html, len(line.text)
        bare = heading.removeprefix(line.label).strip()
        if line.text.startswith(bare):
            rest = line.text[len(bare) :]
            return html, len(bare) + len(rest) - len(rest.lstrip(TIDY))
        return html, 0


def heading_level(heading: str, in_file: int) -> int:
    """Return 2 to 4: by the number of the heading, else by its level in the file (0: unknown)."""
    if numbered := NUMBERS.match(heading):
        return min(4, 2 + numbered[1].count("."))
    return min(4, max(2, in_file + 1))
