"""The references of a JATS article, each with its romanized form."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from articles.imports.jats.texts import address_of, plain
from articles.records import identifiers
from articles.records.jats import PUBLICATION_TYPES, ROMANIZED
from articles.records.record import Reference
from articles.records.urls import web_address

TYPES = {name: kind for kind, name in PUBLICATION_TYPES.items()}


def references_of(article: _Element) -> Iterator[Reference]:
    """The references in order."""
    for element in article.iterfind("back//ref-list/ref"):
        yield reference(element)


def reference(element: _Element) -> Reference:
    """Return one reference; an `element-citation` alone becomes a line of its parts."""
    mixed = list(element.iter("mixed-citation"))
    originals = [each for each in mixed if each.get("specific-use") != ROMANIZED]
    romanized = [each for each in mixed if each.get("specific-use") == ROMANIZED]
    parts = list(element.iter("element-citation"))
    text = next(map(plain, originals), "")
    if not mixed:
        text = " ".join(
            filter(None, (plain(child) for each in parts for child in printed_parts(each)))
        )
    links = element.iter("ext-link", "uri")
    kinds = [each.get("publication-type", "") for each in (*mixed, *parts)]
    kind = next(filter(None, kinds), "")
    return Reference(
        text=text,
        romanized=next(map(plain, romanized), ""),
        type=TYPES.get(kind, kind),
        doi=next(dois(element), ""),
        url=next(filter(None, (web_address(address_of(each)) for each in links)), ""),
    )


def printed_parts(citation: _Element) -> Iterator[_Element]:
    """The parts of a citation that are printed: not its links."""
    return (child for child in citation if child.tag not in ("pub-id", "ext-link", "uri"))


def dois(element: _Element) -> Iterator[str]:
    """The valid DOIs of a reference."""
    for each in element.iter("pub-id"):
        if each.get("pub-id-type") == "doi" and identifiers.is_doi(plain(each)):
            yield identifiers.doi(plain(each))
