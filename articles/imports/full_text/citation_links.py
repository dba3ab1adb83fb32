"""Numbers in square brackets to links: [3, 5–7] leads to the third reference and others."""

from __future__ import annotations

import re

CITATION = re.compile(r"\[(\s*\d{1,3}\b[^\[\]<>&]{0,60})\]")
# A number that tells of pages is none of a reference: [3, 25 б.], [3, с. 25].
PAGES = re.compile(r"(?:[бсp]{1,2}\.?|стр\.?|бет)\s*\d{1,4}(?:\s*[-–]\s*\d{1,4})?", re.IGNORECASE)
PAGES_AFTER = re.compile(
    r"\d{1,4}(?:\s*[-–]\s*\d{1,4})?\s*-?\s*(?:б|бб|с|сс|p|pp|стр|бет)\b", re.IGNORECASE
)
NUMBER = re.compile(r"\d{1,3}")
MARKUP = re.compile(r"(<a\b.*?</a>|<[^>]*>)", re.DOTALL)


def linked(html: str, reference_count: int) -> str:
    """The same text; numbers beyond the list, and those of pages, stay what they are."""
    if not reference_count or 'href="#ref' in html:
        return html
    parts = MARKUP.split(html)
    parts[::2] = [CITATION.sub(lambda m: _links(m, reference_count), text) for text in parts[::2]]
    return "".join(parts)


def _links(citation: re.Match[str], count: int) -> str:
    inside = citation[1]
    pages = [*PAGES.finditer(inside), *PAGES_AFTER.finditer(inside)]
    taken = {at for page in pages for at in range(*page.span())}

    def link(number: re.Match[str]) -> str:
        is_reference = number.start() not in taken and 1 <= int(number[0]) <= count
        return f'<a href="#ref{int(number[0])}">{number[0]}</a>' if is_reference else number[0]

    return f"[{NUMBER.sub(link, inside)}]"
