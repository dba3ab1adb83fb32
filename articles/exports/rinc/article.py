"""One article for РИНЦ, its elements in the order that the notes of the schema require."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from articles.exports.record_values import full_texts, in_order
from articles.exports.rinc.authors import author
from articles.exports.rinc.issue import MARKS
from articles.exports.xml import NOTHING, Xml, block, marked_up_text, tag, text_tag
from articles.records.body import flat_body
from articles.records.imprint import page_range
from articles.records.languages import CODES, Language, Text
from articles.records.notices import with_marked_title
from articles.records.record import ArticleType, Funding, Record, Reference
from articles.records.scripts import language_by_letters
from articles.records.urls import doi_url, galley_url

# eLIBRARY has no type for corrections and retractions; its COR is correspondence.
TYPES: dict[ArticleType, str] = {
    "research": "RAR", "review": "REV", "short": "SCO", "conference": "CNF", "editorial": "EDI",
    "book_review": "BRV", "letter": "COR", "personalia": "PER",
    "correction": "MIS", "retraction": "MIS", "other": "MIS",
}  # fmt: skip


def section(title: Text) -> Xml:
    """The section, before its first article."""
    return block("section", _in_languages("secTitle", title))


def article(record: Record, files: Mapping[int, str]) -> Xml:
    """One article; `files` are the names of the galleys beside the XML."""
    record = with_marked_title(record)
    text = text_tag("text", flat_body(record.body), _lang(record.language))
    parts = (
        text_tag("pages", page_range(record) or record.article_number),
        text_tag("artType", TYPES[record.type]),
        text_tag("langPubl", CODES[record.language].elibrary),
        block("authors", (author(record, place) for place in range(1, len(record.authors) + 1))),
        block("artTitles", _in_languages("artTitle", record.title)),
        block("abstracts", _in_languages("abstract", record.abstract)),
        text or tag("text", NOTHING, _lang(record.language)),
        block("codes", _codes(record)),
        block("keywords", _keywords(record)),
        block("references", map(_reference, record.references)),
        block("files", _files(record, files)),
        block("rubrics", (text_tag("rubric", code) for code in record.irsti)),
        block("dates", _dates(record)),
        block("fundings", (part for funding in record.funding for part in _funding(funding))),
    )
    return block("article", parts)


def _lang(language: Language) -> dict[str, str]:
    return {"lang": CODES[language].elibrary}


def _in_languages(name: str, text: Text) -> Iterator[Xml]:
    for code, value in in_order(text):
        yield tag(name, marked_up_text(value, MARKS), _lang(code))


def _codes(record: Record) -> Iterator[Xml]:
    yield text_tag("doi", record.doi)
    yield text_tag("edn", record.edn)
    yield from (text_tag("udk", code) for code in record.udc)
    yield from (text_tag("jel", code) for code in record.jel)


def _keywords(record: Record) -> Iterator[Xml]:
    for code, terms in record.keywords.items():
        filled_terms = (marked_up_text(term, MARKS) for term in terms if term.strip())
        yield block("kwdGroup", (tag("keyword", term) for term in filled_terms), _lang(code))


def _reference(reference: Reference) -> Xml:
    """One reference: the text as printed, and its romanized form as English.

    One of which the DOI or the address alone is known is given by that: the numbers stay.
    """
    code = language_by_letters(reference.text)
    original = CODES[code].elibrary if code else "ANY"
    romanized = reference.romanized if reference.romanized != reference.text else ""
    address = doi_url(reference.doi) if reference.doi else reference.url
    printed = reference.text if reference.text or romanized else address
    return block("reference", (_entry(printed, original), _entry(romanized, "ENG")))


def _entry(text: str, language: str) -> Xml:
    return block("refInfo", [text_tag("text", text)], {"lang": language})


def _files(record: Record, files: Mapping[int, str]) -> Iterator[Xml]:
    for galley in full_texts(record):
        attributes = {"desc": "fullText", **_lang(galley.language)}
        if name := files.get(galley.id or 0):
            yield text_tag("file", name, attributes)
        elif record.site:
            yield text_tag("furl", galley_url(record, galley), attributes)


def _dates(record: Record) -> Iterable[Xml]:
    yield text_tag("dateReceived", _day(record.received_on))
    yield text_tag("dateAccepted", _day(record.accepted_on))
    yield text_tag("datePublication", _day(record.published_on))


def _day(day: date | None) -> str:
    """дд.мм.гггг"""
    return f"{day.day:02}.{day.month:02}.{day.year:04}" if day else ""


def _funding(funding: Funding) -> Iterator[Xml]:
    for code, funder in in_order(funding.funder):
        text = ", ".join(filter(None, (funder, funding.award)))
        yield text_tag("funding", text, _lang(code))
