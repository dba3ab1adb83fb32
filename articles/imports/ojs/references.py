"""Reference lists: a citation each, or a whole list pasted into one."""

from __future__ import annotations

from collections.abc import Iterator

from articles.imports.references import (
    find_doi,
    find_url,
    number_of,
    split_references,
    without_number,
)
from articles.records import identifiers
from articles.records.record import Reference
from articles.records.urls import web_address

from .elements import Element
from .texts import plain_lines


def references_of(element: Element) -> Iterator[Reference]:
    citations = [plain_lines(each.text) for each in element.all("citations", "citation")]
    texts = [text for citation in citations for text in split_citation(citation)]
    for text in without_numbers(texts):
        doi, url = find_doi(text), find_url(text)
        yield Reference(
            text=text,
            doi=identifiers.doi(doi) if identifiers.is_doi(doi) else "",
            url=web_address(url),
        )


def split_citation(citation: str) -> list[str]:
    """The references in it: several lines are a list pasted as a whole."""
    return split_references(citation) if "\n" in citation else [citation] if citation else []


def without_numbers(texts: list[str]) -> list[str]:
    """The references without their running numbers, if each has its own."""
    are_numbered = texts and all(number_of(text) == place for place, text in enumerate(texts, 1))
    return [without_number(text) for text in texts] if are_numbered else texts
