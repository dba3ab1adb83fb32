"""One JATS `article` as a record."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from lxml.etree import _Element

from articles.imports.exceptions import Unreadable
from articles.imports.jats.affiliations import affiliations_of
from articles.imports.jats.back import statements
from articles.imports.jats.body import body_of
from articles.imports.jats.contributors import authors_of
from articles.imports.jats.dates import history, published, year
from articles.imports.jats.front import (
    abstracts,
    funding,
    identifier,
    keywords,
    relations,
    section_of,
    status_of,
    subjects,
    titles,
)
from articles.imports.jats.issue import issue_of
from articles.imports.jats.journal import journal_of
from articles.imports.jats.not_taken import not_taken
from articles.imports.jats.notes import move_notes
from articles.imports.jats.references import references_of
from articles.imports.jats.rights import licence_of
from articles.imports.jats.translations import with_translations
from articles.imports.reading import NamedFile, Reading
from articles.imports.xml_texts import XML_LANG, address_of, by_language, language_of, plain
from articles.records import identifiers, json
from articles.records.citation_links import without_citation_links
from articles.records.jats import ARTICLE_TYPES, PERSONALIA
from articles.records.languages import Language
from articles.records.pages import Pages, read_pages
from articles.records.record import ArticleType, Record

TYPES: dict[str, ArticleType] = {name: kind for kind, name in ARTICLE_TYPES.items()}
TYPES |= {"other": "other", "obituary": "personalia"}


def read_article(article: _Element, language: Language | None = None) -> Reading:
    """Return the article; raises Unreadable with the field of a value that cannot be used."""
    set_language(article, language)
    notes = tuple(not_taken(article))
    move_notes(article)
    record = with_translations(record_of(article), article)
    return Reading(
        record=json.clean(record),
        notes=notes,
        files=full_texts(article),
        journal=journal_of(article),
        is_from_elsewhere=True,
    )


def record_of(article: _Element) -> Record:
    """Return the record, without the texts of its translations."""
    meta, language = _required_parts(article)
    affiliations, marks = affiliations_of(meta)
    references = tuple(references_of(article))
    return Record(
        language=language,
        type=type_of(article),
        title=titles(meta, language),
        section=section_of(meta),
        abstract=abstracts(meta),
        keywords=keywords(meta),
        authors=tuple(authors_of(meta, language, marks)),
        affiliations=affiliations,
        issue=issue_of(meta),
        **_codes(meta),
        **_pages(meta),
        **_dates(meta),
        **_rights(meta),
        statements=statements(article),
        body=without_citation_links(body_of(article), references),
        references=references,
        funding=tuple(funding(meta)),
        relations=tuple(relations(meta)),
        status=status_of(meta),
    )


def type_of(article: _Element) -> ArticleType:
    if article.get("specific-use") == PERSONALIA:
        return "personalia"
    return TYPES.get(article.get("article-type", ""), "other")


def set_language(article: _Element, language: Language | None) -> None:
    """Take an article without a language, or in another than ours, for one in `language`."""
    if language and (XML_LANG not in article.attrib or language_of(article) is None):
        article.set(XML_LANG, language)


def full_texts(article: _Element) -> tuple[NamedFile, ...]:
    """The PDFs that the article names as its own, by their file names."""
    addresses = (
        (address_of(each).partition("?")[0].rpartition("/")[2], language_of(each))
        for each in article.iterfind("front/article-meta/self-uri")
    )
    return tuple(
        NamedFile(name=name, language=code)
        for name, code in dict(addresses).items()
        if code and name.lower().endswith(".pdf")
    )


def _required_parts(article: _Element) -> tuple[_Element, Language]:
    """Return the metadata element and the language; raises Unreadable if either is missing."""
    meta = article.find("front/article-meta")
    language = language_of(article)
    if meta is None:
        raise Unreadable(_("The article has no article-meta."))
    if language is None:
        raise Unreadable(
            str(
                _(
                    "The article is in “%(code)s”, not in Kazakh, Russian or English (xml:lang). "
                    "Say with --language which of them to take it for."
                )
            )
            % {"code": article.get(XML_LANG, "")[:40]},
            field="language",
        )
    return meta, language


def _codes(meta: _Element) -> dict[str, Any]:
    return {
        "irsti": subjects(meta, "irsti"),
        "udc": subjects(meta, "udc"),
        "jel": subjects(meta, "jel"),
        "edn": identifier(meta, "article-id[@custom-type='edn']", identifiers.edn, "edn"),
        "doi": identifier(meta, "article-id[@pub-id-type='doi']", identifiers.doi, "doi"),
    }


def _pages(meta: _Element) -> dict[str, Any]:
    """The pages; `page-range` has all ranges, where `lpage` is the last page of the last one."""
    first, last = plain(meta.find("fpage")), plain(meta.find("lpage"))
    listed = read_pages(plain(meta.find("page-range")))
    pages = listed if listed and first in ("", listed.first) else Pages(first, last)
    return {
        "first_page": pages.first,
        "last_page": pages.last,
        "page_ranges": pages.further,
        "article_number": plain(meta.find("elocation-id")),
    }


def _dates(meta: _Element) -> dict[str, Any]:
    return {
        "received_on": history(meta, "received_on"),
        "revised_on": history(meta, "revised_on"),
        "accepted_on": history(meta, "accepted_on"),
        "published_on": published(meta),
    }


def _rights(meta: _Element) -> dict[str, Any]:
    licence, licence_from = licence_of(meta)
    return {
        "copyright_holder": by_language(meta.iterfind("permissions/copyright-holder")),
        "copyright_year": year(plain(_first(meta, "permissions/copyright-year", "copyright-year"))),
        "licence": licence,
        "licence_from": licence_from,
    }


def _first(meta: _Element, *paths: str) -> _Element | None:
    """The first element at any of the paths."""
    return next((found for path in paths if (found := meta.find(path)) is not None), None)
