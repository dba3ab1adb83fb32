"""The line of a citation: as printed, or put together from its parts."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from articles.imports.xml_texts import plain, squeeze

LINKS = ("pub-id", "object-id", "ext-link", "uri", "comment")
PEOPLE = ("person-group", "name", "string-name", "collab")
# Parts that make up the place in a source: 2019;3(2):12–18.
PLACE = ("year", "volume", "issue", "fpage", "lpage", "elocation-id", "page-range")


def citation_text(citation: _Element) -> str:
    """The text as printed if any stands between the parts, else the parts with signs between."""
    if is_printed(citation):
        return plain(citation)
    people = ", ".join(filter(None, (person for each in citation for person in people_in(each))))
    titles = (
        plain(each)
        for each in citation
        if isinstance(each.tag, str) and each.tag not in (*LINKS, *PEOPLE, *PLACE)
    )
    return ". ".join(
        part.rstrip(".") if part is not people else part
        for part in filter(None, (people.rstrip("."), *titles, place_of(citation)))
    )


def is_printed(citation: _Element) -> bool:
    """Whether letters or signs stand in the citation itself, not in its parts alone."""
    texts = (citation.text, *(each.tail for each in citation))
    return any((text or "").strip() for text in texts)


def people_in(element: _Element) -> Iterator[str]:
    """The people of one part, each with the family name first."""
    if element.tag == "person-group":
        if is_printed(element):
            yield plain(element)
            return
        for each in element:
            yield from people_in(each)
    elif element.tag in ("name", "string-name"):
        parts = [plain(element.find(name)) for name in ("surname", "given-names", "suffix")]
        yield " ".join(filter(None, parts)) if any(parts) else plain(element)
    elif element.tag in ("collab", "etal"):
        yield plain(element) or "et al."


def place_of(citation: _Element) -> str:
    """Year, volume, number and pages: `2019;3(2):12-18`."""
    values = {name: plain(citation.find(name)) for name in PLACE}
    pages = values["page-range"] or "-".join(filter(None, (values["fpage"], values["lpage"])))
    pages = pages or values["elocation-id"]
    issue = f"({values['issue']})" if values["issue"] else ""
    number = f"{values['volume']}{issue}"
    place = ";".join(filter(None, (values["year"], number)))
    return squeeze(":".join(filter(None, (place, pages))))
