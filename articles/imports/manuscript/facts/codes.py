"""IRSTI, UDC and DOI of the article, out of the lines that hold codes."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from articles.imports.manuscript.labels.folding import skeleton
from articles.imports.manuscript.labels.phrases import LABELS, Element

IRSTI = re.compile(r"(?<![\d.])\d{2}(?:\.\d{2}){1,2}(?![\d.]*\d)|(?<![\d.:])\d{2}(?=\s*[,;]|\s*$)")
DOI = re.compile(r"10\.\d{4,9}/[^\s<>\"«»]+", re.IGNORECASE)
DOI_LINE = re.compile(r"^\W*(?:doi\b|(?:https?://)?(?:dx\.)?doi\.org/|10\.\d{4,9}/)", re.IGNORECASE)
PAGE_WORD = r"(?:с|стр|страницы|б|бб|бет|беттер|беттері|p|pp|pages?)"
PAGE_LINE = re.compile(
    rf"^(?:{PAGE_WORD}\.?\s*:?\s*\d{{1,4}}\s?[-–—]\s?\d{{1,4}}\.?"
    rf"|\d{{1,4}}\s?[-–—]\s?\d{{1,4}}\s*-?\s*{PAGE_WORD}\.?)$",
    re.IGNORECASE,
)
IMPRINT = re.compile(
    r"№\s?\d|\b(?:Т|Том|Вып|Vol|No|Iss|Issue|Volume|Number)\b\.?\s?\d|\d\s?\(\d+\)",
    re.IGNORECASE,
)
IMPRINT_PAGES = re.compile(
    r"(?<!\w)(?:С|Стр|Б|P|Pp|pp)\.\s?\d{1,4}\s?[-–—]\s?\d{1,4}"
    r"|\d{1,4}\s?[-–—]\s?\d{1,4}\s?-?\s?(?:бб|б|беттер|pp|p|с)\b"
)
UDC_STOP = re.compile(r"\s{3,}|\s(?=[^\W\d_]{3,})|https?:|\bdoi\b", re.IGNORECASE)
PAGES = re.compile(r"(?<!\d)([0-9]{1,4})\s?[-–—]\s?([0-9]{1,4})(?!\d)")


@cache
def _labels(element: Element) -> re.Pattern[str]:
    phrases = sorted(
        (p for group in LABELS[element].values() for p in group), key=len, reverse=True
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(skeleton(p)) for p in phrases)})(?!\w)")


def irsti_in(text: str) -> list[str]:
    """The codes after an IRSTI label, up to the next label."""
    return [code for piece in _after_labels(text, "irsti") for code in IRSTI.findall(piece)]


def udc_in(text: str) -> list[str]:
    """The numbers after a UDC label, separated by `;` or by a comma and a blank."""
    found = []
    for piece in _after_labels(text, "udc"):
        piece = UDC_STOP.split(piece.strip(" .:;,–-"))[0]
        for code in re.split(r"\s*;\s*|,\s+", piece):
            code = code.strip(" .,:;")
            if re.match(r"[\d(=\"]", code) and re.search(r"\d", code) and len(code) < 60:
                found.append(code)
    return found


def _after_labels(text: str, element: Element) -> list[str]:
    shape = skeleton(text)
    starts = [found.end() for found in _labels(element).finditer(shape)]
    others = [found.start() for found in _any_label().finditer(shape)] + [len(text)]
    return [text[start : others[bisect_left(others, start)]] for start in starts]


@cache
def _any_label() -> re.Pattern[str]:
    names: tuple[Element, ...] = ("irsti", "udc", "doi", "other_code")
    return re.compile("|".join(_labels(name).pattern for name in names) + r"|HTTPS?:")


def dois_in(text: str) -> list[str]:
    """The DOIs of a text without the sign that ends the sentence."""
    return [_trimmed(found) for found in DOI.findall(text)]


def _trimmed(doi: str) -> str:
    doi = doi.rstrip(".,;:*")
    while doi and doi[-1] in ")]}" and doi.count(doi[-1]) > doi.count("([{"[")]}".index(doi[-1])]):
        doi = doi[:-1].rstrip(".,;:")
    return doi


def is_doi_line(text: str) -> bool:
    """A line that holds the article's DOI and little else."""
    return bool(DOI_LINE.match(text)) and len(text) < 200


def is_page_line(text: str) -> bool:
    """`С. 12–19`, `12-19 бб.`: a range of pages and nothing else."""
    return PAGE_LINE.match(text.strip()) is not None


def is_imprint_line(text: str) -> bool:
    """`Вестник. 2021. Т. 8. № 4. С. 112–121`: where the article itself was printed."""
    return len(text) < 250 and all(sign.search(text) for sign in (IMPRINT, IMPRINT_PAGES))


def page_range(text: str) -> tuple[int, int] | None:
    """The last range of pages in a text, first before last."""
    for first, last in reversed(PAGES.findall(DOI.sub(" ", re.sub(r"https?://\S+", " ", text)))):
        if 0 < int(first) <= int(last) < int(first) + 200 and not 1900 < int(first) < 2100:
            return int(first), int(last)
    return None
