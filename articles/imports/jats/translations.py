"""Translations of an article that JATS holds as sub-articles: titles, abstracts, names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

import msgspec
from lxml.etree import _Element

from articles.imports.jats.contributors import names
from articles.imports.jats.front import abstracts, keywords, titles
from articles.imports.xml_texts import language_of
from articles.records.languages import LANGUAGES, Language
from articles.records.record import Authorship, Record

Value = TypeVar("Value")


def with_translations(record: Record, article: _Element) -> Record:
    """Return the record with the texts of its translations, where it has none of its own."""
    for translation in translations(article):
        meta, language = front_of(translation), language_of(translation)
        if meta is not None and language:
            record = translated(record, meta, language)
    return record


def translations(article: _Element) -> Iterator[_Element]:
    yield from article.iterfind("sub-article[@article-type='translation']")


def front_of(translation: _Element) -> _Element | None:
    """The metadata, which are in a shorter form where the journal's are not repeated."""
    stub = translation.find("front-stub")
    return stub if stub is not None else translation.find("front/article-meta")


def translated(record: Record, meta: _Element, language: Language) -> Record:
    return msgspec.structs.replace(
        record,
        title=added(record.title, titles(meta, language)),
        abstract=added(record.abstract, abstracts(meta)),
        keywords=added(record.keywords, keywords(meta)),
        authors=tuple(with_names(record.authors, meta, language)),
    )


def with_names(
    authors: tuple[Authorship, ...], meta: _Element, language: Language
) -> Iterator[Authorship]:
    """The authors with their names as the translation prints them, if it has as many authors."""
    contributors = list(meta.iterfind("contrib-group/contrib"))
    if len(contributors) != len(authors):
        yield from authors
        return
    for author, contributor in zip(authors, contributors, strict=True):
        printed = names(contributor, language)
        yield msgspec.structs.replace(author, names=added(author.names, printed))


def added(own: Mapping[Language, Value], more: Mapping[Language, Value]) -> dict[Language, Value]:
    """The values by language, its own first."""
    together = {**more, **own}
    return {code: together[code] for code in LANGUAGES if code in together}
