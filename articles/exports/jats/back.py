"""The `back` of a JATS article: statements, footnotes, references with their romanized forms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from articles.exports.identifiers import is_doi
from articles.exports.record_values import in_order, paragraphs
from articles.exports.xml import NO_ATTRIBUTES, NOTHING, Xml, block, tag, text, text_tag
from articles.records.jats import PUBLICATION_TYPES, ROMANIZED
from articles.records.languages import Text
from articles.records.record import Record, Reference
from articles.records.scripts import language_by_letters
from articles.records.urls import web_address


def back(record: Record, footnotes: Xml) -> Xml:
    texts = record.statements
    references = enumerate(record.references, 1)
    return block(
        "back",
        [
            *statements("ack", texts.thanks, record),
            author_statements(record),
            *statements("notes", texts.data, record, {"notes-type": "data-availability"}),
            footnotes,
            block("ref-list", [reference(each, place) for place, each in references]),
        ],
    )


def author_statements(record: Record) -> Xml:
    """Contributions and conflicts of interest, as JATS4R has them."""
    kinds = (
        ("con", record.statements.contributions),
        ("coi-statement", record.statements.conflicts),
    )
    return block(
        "fn-group",
        (
            note
            for kind, values in kinds
            for note in statements("fn", values, record, {"fn-type": kind})
        ),
    )


def statements(
    name: str, values: Text, record: Record, kind: Mapping[str, str] = NO_ATTRIBUTES
) -> Iterator[Xml]:
    for code, value in in_order(values, record.language):
        lines = (tag("p", text(line)) for line in paragraphs(value))
        yield tag(name, Xml("".join(lines)), {**kind, "xml:lang": code})


def reference(each: Reference, place: int) -> Xml:
    """One reference; its number stays even if it is empty."""
    kind = {"publication-type": PUBLICATION_TYPES.get(each.type, each.type)}
    citations = list(filter(None, (*printed_citations(each, kind), linked_citation(each, kind))))
    if not citations:
        citations = [tag("mixed-citation", NOTHING, kind)]
    together = citations[0] if len(citations) == 1 else block("citation-alternatives", citations)
    return block("ref", [tag("label", text(str(place))), together], {"id": f"ref{place}"})


def printed_citations(each: Reference, kind: dict[str, str]) -> Iterator[Xml]:
    """The reference as printed, with the romanized form in the same `ref`: it is one work."""
    language = language_by_letters(each.text) or ""
    roman = f"{language}-Latn" if language in ("kk", "ru") else ""
    second = {"specific-use": ROMANIZED, "xml:lang": roman}
    yield text_tag("mixed-citation", each.text, {**kind, "xml:lang": language})
    yield text_tag("mixed-citation", each.romanized, {**kind, **second})


def linked_citation(each: Reference, kind: dict[str, str]) -> Xml:
    """The DOI and the web address, which the printed text may lack."""
    address = web_address(each.url.strip())
    link = {"ext-link-type": "uri", "xlink:href": address}
    return block(
        "element-citation",
        [
            text_tag("pub-id", each.doi, {"pub-id-type": "doi"}) if is_doi(each.doi) else NOTHING,
            text_tag("ext-link", address, link),
        ],
        kind,
    )
