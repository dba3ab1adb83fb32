"""IRSTI and UDC codes and DOIs in a text."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from articles.imports.manuscript.labels.phrases import Element, fold_letters, phrase_pattern

IRSTI = re.compile(r"(?<![\d.])\d{2}(?:\.\d{2}){1,2}(?![\d.]*\d)|(?<![\d.:])\d{2}(?=\s*[,;]|\s*$)")
DOI = re.compile(r"10\.\d{4,9}/[^\s<>\"«»]+", re.IGNORECASE)
DOI_LINE = re.compile(r"^\W*(?:doi\b|(?:https?://)?(?:dx\.)?doi\.org/|10\.\d{4,9}/)", re.IGNORECASE)
UDC_STOP = re.compile(
    r"\s{3,}|\s(?=[^\W\d_]{3,}|[^\W\d_]\.\s?[^\W\d_])|https?:|\bdoi\b", re.IGNORECASE
)


@cache
def _labels(*elements: Element) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{phrase_pattern(*elements)})(?!\w)")


def find_irsti(text: str) -> list[str]:
    """Return the codes after an IRSTI label, up to the next label."""
    return [code for piece in _after_labels(text, "irsti") for code in IRSTI.findall(piece)]


def find_udc(text: str) -> list[str]:
    """Return the numbers after a UDC label, separated by `;` or by a comma and a blank."""
    codes = []
    for piece in _after_labels(text, "udc"):
        piece = UDC_STOP.split(piece.strip(" .:;,–-"))[0]
        for code in re.split(r"\s*;\s*|,\s+", piece):
            code = code.strip(" .,:;")
            if re.match(r"[\d(=\"]", code) and re.search(r"\d", code) and len(code) < 60:
                codes.append(code)
    return codes


def _after_labels(text: str, element: Element) -> list[str]:
    """Return the text after each label of this kind, up to the next label of any kind."""
    folded = fold_letters(text)
    starts = [label.end() for label in _labels(element).finditer(folded)]
    following = _labels("irsti", "udc", "doi", "other_code").finditer(folded)
    others = sorted([*(label.start() for label in following), *_addresses(folded), len(text)])
    return [text[start : others[bisect_left(others, start)]] for start in starts]


def _addresses(folded: str) -> list[int]:
    return [address.start() for address in re.finditer("HTTPS?:", folded)]


def find_dois(text: str) -> list[str]:
    """Return the DOIs of a text, without the full stop or bracket of the sentence around."""
    return [_trim(doi) for doi in DOI.findall(text)]


def _trim(doi: str) -> str:
    doi = doi.rstrip(".,;:*")
    while doi and doi[-1] in ")]}" and doi.count(doi[-1]) > doi.count("([{"[")]}".index(doi[-1])]):
        doi = doi[:-1].rstrip(".,;:")
    return doi


def is_doi_line(text: str) -> bool:
    """Whether a line holds the article's DOI and little else."""
    return bool(DOI_LINE.match(text)) and len(text) < 200
