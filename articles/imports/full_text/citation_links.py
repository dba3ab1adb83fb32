"""Links from citations to references: each number of [3, 5–7] leads to its reference."""

from __future__ import annotations

import re

CITATION = re.compile(r"\[(\s*\d{1,3}\b[^\[\]<>&]{0,60})\]")
# Numbers of pages are no numbers of references: [3, 25 б.], [3, с. 25].
PAGES = re.compile(r"(?:[бсp]{1,2}\.?|стр\.?|бет)\s*\d{1,4}(?:\s*[-–]\s*\d{1,4})?", re.IGNORECASE)
PAGES_AFTER = re.compile(
    r"\d{1,4}(?:\s*[-–]\s*\d{1,4})?\s*-?\s*(?:б|бб|с|сс|p|pp|стр|бет)\b", re.IGNORECASE
)
NUMBER = re.compile(r"\d{1,3}")
MARKUP = re.compile(r"(<a\b.*?</a>|<[^>]*>)", re.DOTALL)


def link_citations(html: str, reference_count: int) -> str:
    """Link the citations in HTML to `#ref1` …; not the numbers of pages or beyond the list."""
    if not reference_count or 'href="#ref' in html:
        return html
    parts = MARKUP.split(html)
    parts[::2] = [CITATION.sub(lambda m: _links(m, reference_count), text) for text in parts[::2]]
    return "".join(parts)


def _links(citation: re.Match[str], count: int) -> str:
    inside = citation[1]
    pages = [*PAGES.finditer(inside), *PAGES_AFTER.finditer(inside)]
    page_places = {at for page in pages for at in range(*page.span())}

    def link(number: re.Match[str]) -> str:
        is_reference = number.start() not in page_places and 1 <= int(number[0]) <= count
        return f'<a href="#ref{int(number[0])}">{number[0]}</a>' if is_reference else number[0]

    return f"[{NUMBER.sub(link, inside)}]"
