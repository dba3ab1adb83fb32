"""One article for eLIBRARY, its elements in the order that the schema's notes demand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from articles.exports.record_values import full_texts, in_order
from articles.exports.rinc.authors import author
from articles.exports.rinc.issue import MARKS
from articles.exports.xml import NOTHING, Xml, block, filled, marked, tag
from articles.records.body import flat_body
from articles.records.imprint import page_range
from articles.records.languages import CODES, Language, Text
from articles.records.record import ArticleType, Funding, Record, Reference
from articles.records.scripts import letters_of
from articles.records.urls import galley_url

# eLIBRARY has no type for a correction or a retraction; its COR is correspondence.
TYPES: dict[ArticleType, str] = {
    "research": "RAR", "review": "REV", "short": "SCO", "conference": "CNF", "editorial": "EDI",
    "book_review": "BRV", "letter": "COR", "personalia": "PER",
    "correction": "MIS", "retraction": "MIS", "other": "MIS",
}  # fmt: skip


def section(title: Text) -> Xml:
    """Stands before the first article of the section."""
    return block("section", _in_languages("secTitle", title))


def article(record: Record, files: Mapping[int, str]) -> Xml:
    """`files` are the names of the galleys that lie beside the XML."""
    text = filled("text", flat_body(record.body), _lang(record.language))
    parts = (
        filled("pages", page_range(record) or record.article_number),
        filled("artType", TYPES[record.type]),
        filled("langPubl", CODES[record.language].elibrary),
        block("authors", (author(record, place) for place in range(1, len(record.authors) + 1))),
        block("artTitles", _in_languages("artTitle", record.title)),
        block("abstracts", _in_languages("abstract", record.abstract)),
        text or tag("text", NOTHING, _lang(record.language)),
        block("codes", _codes(record)),
        block("keywords", _keywords(record)),
        block("references", map(_reference, record.references)),
        block("files", _files(record, files)),
        block("rubrics", (filled("rubric", code) for code in record.irsti)),
        block("dates", _dates(record)),
        block("fundings", (part for funding in record.funding for part in _funding(funding))),
    )
    return block("article", parts)


def _lang(language: Language) -> dict[str, str]:
    return {"lang": CODES[language].elibrary}


def _in_languages(name: str, text: Text) -> Iterator[Xml]:
    for code, value in in_order(text):
        yield tag(name, marked(value, MARKS), _lang(code))


def _codes(record: Record) -> Iterator[Xml]:
    yield filled("doi", record.doi)
    yield filled("edn", record.edn)
    yield from (filled("udk", code) for code in record.udc)
    yield from (filled("jel", code) for code in record.jel)


def _keywords(record: Record) -> Iterator[Xml]:
    for code, terms in record.keywords.items():
        filled_terms = (marked(term, MARKS) for term in terms if term.strip())
        yield block("kwdGroup", (tag("keyword", term) for term in filled_terms), _lang(code))


def _reference(reference: Reference) -> Xml:
    """Both lists in one reference: the entry as printed, and its romanized form as English."""
    code = letters_of(reference.text)
    original = CODES[code].elibrary if code else "ANY"
    romanized = reference.romanized if reference.romanized != reference.text else ""
    return block("reference", (_entry(reference.text, original), _entry(romanized, "ENG")))


def _entry(text: str, language: str) -> Xml:
    return block("refInfo", [filled("text", text)], {"lang": language})


def _files(record: Record, files: Mapping[int, str]) -> Iterator[Xml]:
    for galley in full_texts(record):
        attributes = {"desc": "fullText", **_lang(galley.language)}
        if name := files.get(galley.id or 0):
            yield filled("file", name, attributes)
        elif record.site:
            yield filled("furl", galley_url(record, galley), attributes)


def _dates(record: Record) -> Iterable[Xml]:
    yield filled("dateReceived", _day(record.received_on))
    yield filled("dateAccepted", _day(record.accepted_on))
    yield filled("datePublication", _day(record.published_on))


def _day(day: date | None) -> str:
    """дд.мм.гггг"""
    return f"{day.day:02}.{day.month:02}.{day.year:04}" if day else ""


def _funding(funding: Funding) -> Iterator[Xml]:
    for code, funder in in_order(funding.funder):
        told = ", ".join(filter(None, (funder, funding.award)))
        yield filled("funding", told, _lang(code))
