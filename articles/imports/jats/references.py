"""The references of a JATS article, each with its romanized form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element

from articles.imports.jats.citations import citation_text
from articles.imports.references import find_doi
from articles.imports.xml_texts import XML_LANG, address_of, plain, squeeze
from articles.records import identifiers
from articles.records.jats import PUBLICATION_TYPES, ROMANIZED
from articles.records.record import Reference
from articles.records.urls import web_address

# A citation in parts: JATS's, and those of NLM 2.
STRUCTURED = ("element-citation", "nlm-citation", "citation")
DOI_ADDRESS = re.compile(r"https?://(?:dx\.)?doi\.org/", re.IGNORECASE)
TYPES = {name: kind for kind, name in PUBLICATION_TYPES.items()}


def references_of(article: _Element) -> Iterator[Reference]:
    """The references in order."""
    for element in article.iterfind("back//ref-list/ref"):
        yield reference(element)


def reference(element: _Element) -> Reference:
    """Return one reference; a citation that is parts alone becomes a line of them."""
    mixed = list(element.iter("mixed-citation"))
    romanized = [each for each in mixed if each.get("specific-use") == ROMANIZED]
    romanized = romanized or list(english_of(mixed))
    originals = [each for each in mixed if each not in romanized]
    parts = list(element.iter(*STRUCTURED))
    printed = filter(None, map(citation_text, [*originals, *([] if mixed else parts)]))
    links = element.iter("ext-link", "uri")
    citations = (*mixed, *parts)
    kinds = [each.get("publication-type") or each.get("citation-type") or "" for each in citations]
    kind = next(filter(None, kinds), "")
    text = next(printed, "") or squeeze(element.text or "")
    second = next(map(plain, romanized), "")
    return Reference(
        text=text,
        romanized=second if second != text else "",
        type=TYPES.get(kind, kind),
        doi=next(dois(element), "") or find_doi(text) or find_doi(second),
        url=next(filter(None, (web_address(address_of(each)) for each in links)), ""),
    )


def english_of(mixed: list[_Element]) -> Iterator[_Element]:
    """The English form of a reference that stands in two languages, as eLPub writes it."""
    languages = [each.get(XML_LANG, "") for each in mixed]
    if len(mixed) > 1 and not languages[0].lower().startswith("en"):
        yield from (each for each in mixed[1:] if each.get(XML_LANG, "").lower().startswith("en"))


def dois(element: _Element) -> Iterator[str]:
    """The valid DOIs of a reference: marked up as such, or as a link."""
    for each in element.iter("pub-id", "object-id"):
        if each.get("pub-id-type") == "doi" and identifiers.is_doi(plain(each)):
            yield identifiers.doi(plain(each))
    for each in element.iter("ext-link", "uri"):
        if DOI_ADDRESS.match(address_of(each)) and identifiers.is_doi(address_of(each)):
            yield identifiers.doi(address_of(each))
