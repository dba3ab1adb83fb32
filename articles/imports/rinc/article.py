"""One article in the XML of РИНЦ as a record."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from lxml.etree import _Element

from articles.imports.exceptions import Unreadable
from articles.imports.letters import language_of_letters
from articles.imports.page_labels import without_page_label
from articles.imports.reading import NamedFile, Reading
from articles.imports.references import find_doi, find_url
from articles.imports.retraction_marks import mark_notes, without_marks
from articles.imports.rinc.authors import people_of
from articles.imports.rinc.texts import LANGUAGES, by_language, language_of
from articles.imports.xml_texts import plain
from articles.records import identifiers, json
from articles.records.cleaning import InvalidValue
from articles.records.facts import IssueFacts
from articles.records.languages import LANGUAGES as ORDER
from articles.records.languages import Language, Text
from articles.records.pages import read_pages
from articles.records.record import ArticleType, ExternalFile, Funding, Record, Reference
from articles.records.urls import web_address

TYPES: dict[str, ArticleType] = {
    "RAR": "research", "REV": "review", "SCO": "short", "CNF": "conference", "EDI": "editorial",
    "BRV": "book_review", "COR": "letter", "PER": "personalia",
}  # fmt: skip


def read_article(
    article: _Element,
    issue: IssueFacts | None,
    section: Text,
    position: int,
    language: Language | None,
) -> Reading:
    """Return the article; raises Unreadable with the field of a value that cannot be used."""
    authors, affiliations = people_of(article)
    printed = by_language(article.iterfind("artTitles/artTitle"))
    record = Record(
        language=language_of_text(article, language),
        type=TYPES.get(plain(article.find("artType")), "other"),
        title=without_marks(printed),
        abstract=by_language(article.iterfind("abstracts/abstract")),
        keywords=keywords(article),
        authors=authors,
        affiliations=affiliations,
        issue=issue,
        section=section,
        position=position,
        irsti=texts_at(article, "rubrics/rubric"),
        udc=texts_at(article, "codes/udk"),
        jel=texts_at(article, "codes/jel"),
        edn=identifier(article, "edn"),
        doi=identifier(article, "doi"),
        **pages(article),
        received_on=day(article, "dateReceived"),
        accepted_on=day(article, "dateAccepted"),
        published_on=day(article, "datePublication"),
        references=tuple(map(reference, article.iterfind("references/reference"))),
        funding=tuple(funding(article)),
        external_files=tuple(external_files(article)),
    )
    return Reading(
        record=json.clean(record),
        notes=(*mark_notes(printed), *notes(article)),
        files=tuple(files(article, record.language)),
        is_from_elsewhere=True,
    )


def language_of_text(article: _Element, language: Language | None) -> Language:
    """The language of publication, else of the full text or the first title."""
    named = LANGUAGES.get(plain(article.find("langPubl")).upper())
    texts = (*article.iterfind("text"), *article.iterfind("artTitles/artTitle"))
    found = named or language or next(filter(None, map(language_of, texts)), None)
    if found is None:
        raise Unreadable(
            _("The language of the article is missing (langPubl). Say it with --language."),
            field="language",
        )
    return found


def texts_at(article: _Element, path: str) -> tuple[str, ...]:
    return tuple(filter(None, map(plain, article.iterfind(path))))


def keywords(article: _Element) -> dict[Language, tuple[str, ...]]:
    """Keywords by language; those in `ANY` are in the language that their letters show."""
    found: dict[Language, tuple[str, ...]] = {}
    for group in article.iterfind("keywords/kwdGroup"):
        terms = texts_at(group, "keyword")
        is_any = (group.get("lang") or "").strip().upper() in ("", "ANY")
        code = language_of_letters(" ".join(terms)) if is_any else language_of(group)
        if code and terms:
            found.setdefault(code, terms)
    return {code: found[code] for code in ORDER if code in found}


def identifier(article: _Element, name: str) -> str:
    value = plain(article.find(f"codes/{name}"))
    if not value:
        return ""
    try:
        return identifiers.doi(value) if name == "doi" else identifiers.edn(value)
    except InvalidValue as refused:
        raise Unreadable(str(refused), field=name) from refused


def pages(article: _Element) -> dict[str, Any]:
    """The pages; what is no range of pages is the number of an electronic article."""
    value = without_page_label(plain(article.find("pages")))
    listed = read_pages(value)
    if listed is None:
        return {"article_number": value}
    return {
        "first_page": listed.first,
        "last_page": listed.last,
        "page_ranges": listed.further,
    }


def day(article: _Element, name: str) -> date | None:
    """The day of `31.03.2024` or `2024-03-31`, None for anything else."""
    value = plain(article.find(f"dates/{name}"))
    for form in ("%d.%m.%Y", "%Y-%m-%d"):
        with suppress(ValueError):
            return datetime.strptime(value, form).date()
    return None


def reference(element: _Element) -> Reference:
    """The reference as printed, then its romanized form; older files have the text alone."""
    entries = [plain(each.find("text")) for each in element.iterfind("refInfo")]
    printed, romanized = (*(entries or [plain(element)]), "", "")[:2]
    return Reference(
        text=printed, romanized=romanized, doi=find_doi(printed), url=find_url(printed)
    )


def funding(article: _Element) -> Iterator[Funding]:
    """One funder; the file has its name and award in several languages, not told apart."""
    if text := by_language(article.iterfind("fundings/funding")):
        yield Funding(funder=text)


def files(article: _Element, language: Language) -> Iterator[NamedFile]:
    for each in article.iterfind("files/file"):
        if each.get("desc", "fullText") == "fullText":
            yield NamedFile(name=plain(each), language=language_of(each) or language)


def external_files(article: _Element) -> Iterator[ExternalFile]:
    """Full texts that the file has by their addresses alone."""
    for each in article.iterfind("files/furl"):
        if address := web_address(plain(each)):
            yield ExternalFile(language=language_of(each) or "ru", url=address)


def notes(article: _Element) -> Iterator[str]:
    if plain(article.find("text")):
        yield _("The full text without layout was left out; readers get the PDF.")
    titles = article.iterfind("artTitles/artTitle")
    if codes := sorted({each.get("lang", "–") for each in titles if language_of(each) is None}):
        yield _("Texts in other languages were left out: %(codes)s.") % {"codes": ", ".join(codes)}
