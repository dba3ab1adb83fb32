"""IRSTI and UDC codes and DOIs: in a text, and those of the article."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from articles.imports.manuscript.classify.layout import Layout
from articles.imports.manuscript.labels.phrases import Element, fold_letters, label_words
from articles.imports.manuscript.lines.paragraph import Paragraph
from articles.imports.manuscript.sourced_value import SourcedValue, Sureness

IRSTI = re.compile(r"(?<![\d.])\d{2}(?:\.\d{2}){1,2}(?![\d.]*\d)|(?<![\d.:])\d{2}(?=\s*[,;]|\s*$)")
DOI = re.compile(r"10\.\d{4,9}/[^\s<>\"«»]+", re.IGNORECASE)
DOI_LINE = re.compile(r"^\W*(?:doi\b|(?:https?://)?(?:dx\.)?doi\.org/|10\.\d{4,9}/)", re.IGNORECASE)
UDC_STOP = re.compile(
    r"\s{3,}|\s(?=[^\W\d_]{3,}|[^\W\d_]\.\s?[^\W\d_])|https?:|\bdoi\b", re.IGNORECASE
)


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
    """Return the text after each label of this kind, up to the next code or web address."""
    folded = fold_letters(text)
    starts = [label.end() for label in label_words(element).finditer(folded)]
    codes = label_words("irsti", "udc", "doi", "other_code").finditer(folded)
    following = (*codes, *re.finditer("HTTPS?:", folded))
    ends = sorted([len(text), *(match.start() for match in following)])
    return [text[start : ends[bisect_left(ends, start)]] for start in starts]


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


def code_values(layout: Layout) -> Iterator[SourcedValue]:
    """IRSTI and UDC codes, each once, then the DOI."""
    code_lines = list(layout.single_lines("code"))
    for field, find in (("irsti", find_irsti), ("udc", find_udc)):
        holders = [line for line in code_lines if find(line.text)]
        codes = dict.fromkeys(code for line in holders for code in find(line.text))
        numbers = dict.fromkeys(number for line in holders for number in line.lines)
        if codes:
            yield SourcedValue(field, list(codes), tuple(numbers))
    yield from _doi_values(layout, code_lines)


def _doi_values(layout: Layout, code_lines: list[Paragraph]) -> Iterator[SourcedValue]:
    """The DOI of a line of codes, else of the citation line, else the only one in the header."""
    asides = (at for at in layout.places_in("aside") if layout.element(at) == "citation")
    citations = [layout.paragraphs[at] for at in asides]
    for lines, sureness in ((code_lines, Sureness.CERTAIN), (citations, Sureness.LIKELY)):
        for line in lines:
            for doi in find_dois(line.text):
                yield SourcedValue("doi", doi, line.lines, sureness)
    free = [layout.paragraphs[at] for at in (*layout.places_in(""), *layout.places_in("header"))]
    dois = {doi: paragraph.lines for paragraph in free for doi in find_dois(paragraph.text)}
    if len(dois) == 1:
        yield SourcedValue("doi", *dois.popitem(), Sureness.DOUBTFUL)
