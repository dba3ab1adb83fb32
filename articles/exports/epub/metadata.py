"""The metadata of an EPUB: what it is (Dublin Core), and who can read it (schema.org)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from uuid import NAMESPACE_URL, uuid5

from articles.exports.edition.head import day_of, imprint_lines, imprint_of
from articles.exports.epub.accessibility import accessibility
from articles.exports.epub.chapter import Chapter
from articles.exports.epub.inline import printable
from articles.exports.typesetting.people import name_of
from articles.exports.xml import NOTHING, Xml, tag
from articles.records.facts import JournalFacts
from articles.records.identifiers import doi_url
from articles.records.imprint import issued, printed_number
from articles.records.languages import LANGUAGES, Language, preferred_language
from articles.records.markup import flat
from articles.records.names import inverted_name
from articles.records.record import Authorship, Record

IDENTIFIER = "publication-id"
NO_DAY = date(1980, 1, 1)  # EPUB demands a day of the last change; that of the files in the ZIP
DOI_CODE = {"property": "identifier-type", "scheme": "onix:codelist5"}


def article_metadata(record: Record, chapter: Chapter) -> list[Xml]:
    """Return the elements of the metadata of one article."""
    code = record.language
    address = f"{record.site}/articles/{record.id}/{chapter.title}"
    return [
        *identifier(doi_url(record.doi) if record.doi else urn(address)),
        *([about(IDENTIFIER, "06", **DOI_CODE)] if record.doi else []),
        *titles({name: flat(value) for name, value in record.title.items()}, code, chapter.title),
        *languages(code, [record.language]),
        *(
            each
            for place, author in enumerate(record.authors, 1)
            for each in creator(author, place, code)
        ),
        *dates([record]),
        *rights([record], code),
        *(dc("subject", word, name) for name, words in record.keywords.items() for word in words),
        *(dc("description", flat(value), name) for name, value in record.abstract.items()),
        *collection(record),
        *accessibility([chapter], code),
    ]


def issue_metadata(
    records: Sequence[Record], chapters: Sequence[Chapter], code: Language
) -> list[Xml]:
    """Return the elements of the metadata of an issue; all records have its journal."""
    first = records[0]
    return [
        *identifier(urn(f"{first.site}/issues/{first.issue_id or issued(first)}")),
        *titles(issue_titles(first), code, first.site or "–"),
        *languages(code, [record.language for record in records]),
        *dates(records),
        *rights(records, code),
        *collection(first),
        *accessibility(chapters, code),
    ]


def issue_titles(record: Record) -> dict[Language, str]:
    """Return `Дала ғылымы. 2024, Том 1, № 1 (9)` in each language of the journal's name."""
    names = record.journal.name if record.journal else {}
    return {code: f"{name}. {imprint_of(record, code)}" for code, name in names.items()}


def urn(address: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, address)}"


def identifier(value: str) -> list[Xml]:
    return [tag("dc:identifier", printable(value), {"id": IDENTIFIER})]


def dc(name: str, value: str, code: str = "", own_id: str = "") -> Xml:
    """Return an element of Dublin Core, NOTHING for a blank text."""
    content = printable(value.strip())
    return tag(f"dc:{name}", content, {"id": own_id, "xml:lang": code}) if content else NOTHING


def about(refined: str, value: str, **attributes: str) -> Xml:
    """Return what is said of another element of the metadata."""
    content = printable(value.strip())
    return tag("meta", content, {"refines": f"#{refined}", **attributes}) if content else NOTHING


def titles(texts: dict[Language, str], code: Language, fallback: str) -> Iterator[Xml]:
    """The title in each language, that of the publication first; readers show the first one."""
    shown = {name: value for name, value in texts.items() if value.strip()} or {code: fallback}
    for name in sorted(shown, key=lambda each: each != code):
        yield dc("title", shown[name], name)


def languages(code: Language, of_texts: Iterable[Language]) -> list[Xml]:
    return [dc("language", each) for each in dict.fromkeys((code, *of_texts))]


def creator(author: Authorship, place: int, code: Language) -> Iterator[Xml]:
    """An author by the name in the language of the article, with the names in the others."""
    names = {name: flat(value) for name in LANGUAGES if (value := name_of(author, name))}
    first = preferred_language(names, code)
    if first is None:
        return
    own_id = f"creator{place}"
    yield dc("creator", names.pop(first), first, own_id)
    yield about(own_id, "aut", property="role", scheme="marc:relators")
    if author.kind == "person":
        yield about(own_id, inverted_name(author.names[first]), property="file-as")
    for name, value in names.items():
        yield about(own_id, value, property="alternate-script", **{"xml:lang": name})


def dates(records: Sequence[Record]) -> Iterator[Xml]:
    yield dc("date", issued(records[0]))
    day = max(filter(None, map(day_of, records)), default=NO_DAY)
    yield tag("meta", Xml(f"{day:%Y-%m-%d}T00:00:00Z"), {"property": "dcterms:modified"})


def rights(records: Sequence[Record], code: Language) -> Iterator[Xml]:
    """The publisher in each language, holders of the copyright and licences."""
    journal = records[0].journal
    for name, value in (journal.publisher if journal else {}).items():
        yield dc("publisher", value, name)
    lines = dict.fromkeys(line for record in records for line in imprint_lines(record))
    yield dc("rights", ". ".join(lines))


def collection(record: Record) -> Iterator[Xml]:
    """The journal with its ISSN and the number of the issue; the pages of an article."""
    journal = record.journal
    if not journal or not journal.name:
        return
    first = preferred_language(journal.name, record.language) or "kk"
    attributes = {"property": "belongs-to-collection", "id": "journal", "xml:lang": first}
    yield tag("meta", printable(journal.name[first]), attributes)
    yield about("journal", "series", property="collection-type")
    for number in issns(journal):
        yield about("journal", f"urn:issn:{number}", property="dcterms:identifier")
    if record.issue:
        yield about("journal", position(record), property="group-position")


def issns(journal: JournalFacts) -> list[str]:
    return list(filter(None, (journal.issn_online, journal.issn_print)))


def position(record: Record) -> str:
    """Return the number of the issue in the series, '' if it is no number."""
    number = printed_number(record.issue) if record.issue else ""
    return number if number.isascii() and number.isdigit() else ""
