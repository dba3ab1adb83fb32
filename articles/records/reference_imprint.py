"""Parts of a printed reference: addresses, years, pages and the day of access."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

URL = re.compile(r"https?://[^\s<>\[\]\"«»]+")
DOI = re.compile(r"10\.\d{4,9}/\S+")
LABEL = (
    r"дата обращения|дата доступа|обращение|қаралған күні|қаралды|жүгінген күні|"
    r"қол жеткізілген күні|өтініш берілген күні|accessed(?: on)?|access date|"
    r"date of access|retrieved(?: on)?|data obrashcheniya"
)
ACCESS = re.compile(rf"(?:{LABEL})\s*:?\s*(\d[\d./-]{{3,9}}\d)", re.IGNORECASE)
DAY = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
YEAR = re.compile(r"(?<![\d.:/-])(1[5-9]\d\d|20\d\d)(?![\d/]|-\d{3,4}[\dXХ]?\b)")
DASH = "‐‑–—-"  # the hyphen last, since the string is used in character classes
RANGE = re.compile(rf"(?<![\d./{DASH}])(\d{{1,4}})\s?([{DASH}])\s?(\d{{1,4}})(?![\d/{DASH}])")
PAGE_LABEL = re.compile(r"\b(?:С|Б|P|Pp|S|с|б|p|pp)\.\s?$")
AFTER_LABEL = re.compile(r"\s?(?:б|бб|бет|с|p|pp)\b")
TOTAL = re.compile(r"(?<![\d-])(\d{1,4})\s?(?:с|б|бет|p|pp|s)\.?(?=\W|$)")


def urls(text: str) -> list[str]:
    return [match[0].rstrip(".,;:)]") for match in URL.finditer(text)]


def url_key(url: str) -> str:
    """The address without scheme, www. and final slash, and with a lower-case host."""
    host, slash, path = re.sub(r"^https?://(?:www\.)?", "", url).partition("/")
    return f"{host.lower()}{slash}{path}".rstrip("/")


@lru_cache(maxsize=1_000)  # five checks use it for each entry
def without_addresses(text: str) -> str:
    """The text without addresses, DOIs and the day of access."""
    return ACCESS.sub(" ", DOI.sub(" ", URL.sub(" ", text)))


def years(text: str) -> set[str]:
    """Years of the imprint. A page range such as 1995–2001 is not a year."""
    return set(YEAR.findall(_without_pages(without_addresses(text))))


def page_ranges(text: str) -> set[tuple[str, str]]:
    return {(match[1], match[3]) for match in RANGE.finditer(without_addresses(text))}


def labelled_ranges(text: str) -> set[tuple[str, str]]:
    """Ranges with a page label: С. 5-9, 5–9 бб."""
    return {(match[1], match[3]) for match in find_labelled_ranges(without_addresses(text))}


def find_labelled_ranges(text: str) -> Iterator[re.Match[str]]:
    for match in RANGE.finditer(text):
        before = max(0, match.start() - len("Pp. "))
        if PAGE_LABEL.search(text, before, match.start()) or AFTER_LABEL.match(text, match.end()):
            yield match


def page_extent(text: str) -> tuple[int, int] | None:
    """First and last page of the work: of an article, or 1 to the last page of a book."""
    ranges = sorted(labelled_ranges(text))
    if ranges:
        return int(ranges[0][0]), int(ranges[-1][1])
    totals = [int(number) for number in TOTAL.findall(without_addresses(text))]
    return (1, totals[-1]) if totals else None


def access_dates(text: str) -> list[str]:
    """Days of access as printed, even those that are not dates."""
    return [match[1] for match in ACCESS.finditer(text)]


def parse_day(printed: str) -> date | None:
    """The date of 07.02.2021 or 2021-02-07; None for 07.0.2021 and 31.02.2021."""
    try:
        if match := DAY.fullmatch(printed):
            return date(int(match[3]), int(match[2]), int(match[1]))
        if match := ISO_DAY.fullmatch(printed):
            return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        pass
    return None


def is_whole(printed: str) -> bool:
    """Whether day, month and year are all given: 2021 and 02.2021 are not mistakes."""
    return len(re.findall(r"\d+", printed)) == 3


def _without_pages(text: str) -> str:
    parts, position = [], 0
    for match in find_labelled_ranges(text):
        parts.append(text[position : match.start()])
        position = match.end()
    return " ".join([*parts, text[position:]])
