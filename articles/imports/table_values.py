"""Values in the cells of a table as offices type them: lists, people, dates."""

from __future__ import annotations

import re
from datetime import date, timedelta

from .keyword_lists import KEYWORDS_LABEL
from .manuscript.facts.dates import find_dates

SEMICOLONS = re.compile(r"\s*;\s*")
LINES = re.compile(r"\s*\n\s*")
COMMAS = re.compile(r"\s*,\s*(?![^()]*\))")  # not those in brackets
NAME_COMMAS = re.compile(r"\s*,\s*(?![\d¹²³⁴⁵⁶⁷⁸⁹\s])")  # not those in Петров И.И.1,2
AND = re.compile(r"\s+(?:и|және|мен|and|&)\s+(?=\w)", re.IGNORECASE)
# Петров И.И.1,2* · Kim A.¹
MARKS = re.compile(r"(?<=[^\W\d_])(?P<point>\.?)\s*(?P<marks>[\d¹²³⁴⁵⁶⁷⁸⁹][\d¹²³⁴⁵⁶⁷⁸⁹,\s]*)?\*?$")
NUMBERED = re.compile(r"^(?P<mark>[\d¹²³⁴⁵⁶⁷⁸⁹])(?:[\s.)]+(?=\D)|(?=[^\W\d_]))")
PLAIN_DIGITS = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹", "123456789")
HYPERLINK = re.compile(
    r'^=HYPERLINK\(\s*"(?P<address>[^"]*)"\s*(?:[,;]\s*"(?P<text>[^"]*)"\s*)?\)$', re.I
)
EMPTY = re.compile(r"[-–—]+")
FORMULA = re.compile(r"^=[A-Za-zА-Яа-я0-9+\-(\"$]")
FIRST_DAY, LAST_SERIAL = date(1899, 12, 30), 80_000  # of Excel's calendar; the last is in 2119
SERIAL = re.compile(r"\d{5}")
DAY_OF_MONTH_MOST = 12
SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/\d{4}")


def parts_of(cell: str) -> list[str]:
    """Several values: with semicolons between them, else each on its line."""
    pattern = SEMICOLONS if ";" in cell else LINES
    return [part.strip() for part in pattern.split(cell) if part.strip()]


def keywords_in(cell: str) -> list[str]:
    """Keywords without the label before the list; commas divide a list without semicolons."""
    parts = parts_of(KEYWORDS_LABEL.sub("", cell))
    if len(parts) == 1:
        parts = [part for part in COMMAS.split(parts[0].rstrip(". ")) if part]
    return list(dict.fromkeys(parts))


def people_in(cell: str) -> list[str]:
    """The names in a byline: commas divide it only where whole names stand between them."""
    people = []
    for part in parts_of(cell):
        pieces = [piece for piece in NAME_COMMAS.split(part) if piece]
        names = pieces if len(pieces) > 1 and all(map(is_whole_name, pieces)) else [part]
        for name in names:
            both = AND.split(name)
            people += both if len(both) > 1 and all(map(is_whole_name, both)) else [name]
    return people


def is_whole_name(text: str) -> bool:
    """Whether there is more than one word in it, or a word and initials."""
    return len(re.findall(r"[^\W\d_]+", text)) > 1


def name_and_marks(printed: str) -> tuple[str, tuple[int, ...]]:
    """`Петров И.И.1,2` without the numbers of affiliations behind it, and these."""
    match = MARKS.search(printed)
    if not match:
        return printed, ()
    name = printed[: match.start()] + match["point"]
    digits = re.findall(r"\d", (match["marks"] or "").translate(PLAIN_DIGITS))
    return name.strip(), tuple(map(int, digits))


def without_numbers(organisations: list[str]) -> list[str]:
    """Affiliations without their numbers, if each has the one of its place."""
    marks = [NUMBERED.match(each) for each in organisations]
    is_numbered = all(
        mark and int(mark["mark"].translate(PLAIN_DIGITS)) == place
        for place, mark in enumerate(marks, 1)
    )
    return [NUMBERED.sub("", each) for each in organisations] if is_numbered else organisations


def shown(cell: str) -> str:
    """The text of a cell; of a link its text, or its address. A dash alone is no text."""
    if EMPTY.fullmatch(cell):
        return ""
    link = HYPERLINK.match(cell)
    return (link["text"] or link["address"]) if link else cell


def is_formula(cell: str) -> bool:
    return bool(FORMULA.match(cell))


def day_in(cell: str) -> date | None:
    """The day in `2021-03-15`, `15.03.2021 г.`, `15 марта 2021`, or Excel's number of it.

    None for what is no day, and for 03/04/2021, which is two.
    """
    if SERIAL.fullmatch(cell) and int(cell) <= LAST_SERIAL:
        return FIRST_DAY + timedelta(days=int(cell))
    if slashes := SLASHES.search(cell):
        first, second = int(slashes[1]), int(slashes[2])
        if first <= DAY_OF_MONTH_MOST and second <= DAY_OF_MONTH_MOST and first != second:
            return None
    days = {found for _start, _end, found in find_dates(cell)}
    return date.fromisoformat(days.pop()) if len(days) == 1 else None
