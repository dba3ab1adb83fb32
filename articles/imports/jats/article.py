"""An article element into a record, part by part."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import msgspec
from django.utils.translation import gettext_lazy as _
from lxml.etree import _Element

from articles.imports.jats.affiliations import affiliations_of
from articles.imports.jats.body import body_of
from articles.imports.jats.contributors import authors_of
from articles.imports.jats.references import references_of
from articles.imports.jats.texts import (
    address_of,
    by_language,
    language_of,
    marked,
    plain,
    squeezed,
)
from articles.imports.problem import Unreadable
from articles.records import identifiers, json
from articles.records.clean import Refused
from articles.records.jats import ARTICLE_TYPES, CODES, HISTORY, RELATED_ARTICLES
from articles.records.languages import Language, Text, tidy
from articles.records.record import Funding, Record, Relation, Statements

ALI_LICENCE = "{http://www.niso.org/schemas/ali/1.0/}license_ref"
TYPES = {name: kind for kind, name in ARTICLE_TYPES.items()}
RELATIONS = {name: kind for kind, name in RELATED_ARTICLES.items()}


def record_of(article: _Element) -> Record:
    """Raises Unreadable with the field of what does not fit."""
    meta = article.find("front/article-meta")
    language = language_of(article)
    if meta is None:
        raise Unreadable(_("The article has no article-meta."))
    if language is None:
        raise Unreadable(
            _("The article does not say that it is in Kazakh, Russian or English (xml:lang)."),
            field="language",
        )
    affiliations, marks = affiliations_of(meta)
    licence, licence_from = licence_of(meta)
    record = Record(
        language=language,
        type=TYPES.get(article.get("article-type", ""), "other"),  # type: ignore[arg-type]
        title=titles(meta, language),
        abstract=abstracts(meta),
        keywords=keywords(meta),
        authors=tuple(authors_of(meta, language, marks)),
        affiliations=affiliations,
        irsti=subjects(meta, "irsti"),
        udc=subjects(meta, "udc"),
        jel=subjects(meta, "jel"),
        edn=identifier(meta, "article-id[@custom-type='edn']", identifiers.edn, "edn"),
        doi=identifier(meta, "article-id[@pub-id-type='doi']", identifiers.doi, "doi"),
        first_page=plain(meta.find("fpage")),
        last_page=plain(meta.find("lpage")),
        article_number=plain(meta.find("elocation-id")),
        received_on=history(meta, "received_on"),
        revised_on=history(meta, "revised_on"),
        accepted_on=history(meta, "accepted_on"),
        published_on=published(meta),
        copyright_holder=by_language(meta.iterfind("permissions/copyright-holder")),
        copyright_year=year(plain(meta.find("permissions/copyright-year"))),
        licence=licence,
        licence_from=licence_from,
        statements=statements(article),
        body=body_of(article),
        references=tuple(references_of(article)),
        funding=tuple(funding(meta)),
        relations=tuple(relations(meta)),
    )
    return json.clean(record)


def titles(meta: _Element, language: Language) -> Text:
    found: dict[Language, str] = {}
    for path in ("title-group/article-title", "title-group/trans-title-group/trans-title"):
        for element in meta.iterfind(path):
            found.setdefault(language_of(element) or language, marked(element))
    return tidy(found)


def abstracts(meta: _Element) -> Text:
    """A paragraph a line; those for pictures or lay readers are others."""
    found: dict[Language, str] = {}
    for element in (*meta.iterfind("abstract"), *meta.iterfind("trans-abstract")):
        code = language_of(element)
        if code and not element.get("abstract-type"):
            found.setdefault(code, "\n".join(filter(None, lines(element))))
    return tidy(found)


def lines(element: _Element) -> Iterator[str]:
    """Paragraphs; the heading of a part of the abstract begins its first one."""
    heading = ""
    for part in element:
        if part.tag == "sec":
            yield from lines(part)
        elif part.tag == "title" and element.tag == "sec":
            heading = f"{marked(part).rstrip('.:')}. "
        elif part.tag == "p":
            yield heading + marked(part)
            heading = ""


def keywords(meta: _Element) -> dict[Language, tuple[str, ...]]:
    found: dict[Language, tuple[str, ...]] = {}
    for group in meta.iterfind("kwd-group"):
        code = language_of(group)
        terms = tuple(filter(None, map(plain, group.iterfind("kwd"))))
        if code and terms:
            found.setdefault(code, terms)
    return found


def subjects(meta: _Element, field: str) -> tuple[str, ...]:
    groups = meta.iterfind("article-categories/subj-group")
    named = (group for group in groups if group.get("subj-group-type") == CODES[field])
    return tuple(filter(None, (plain(each) for group in named for each in group.iter("subject"))))


def identifier(meta: _Element, path: str, normalise: Callable[[str], str], field: str) -> str:
    value = plain(meta.find(path))
    if not value:
        return ""
    try:
        return normalise(value)
    except Refused as refused:
        raise Unreadable(str(refused), field=field) from refused


def history(meta: _Element, field: str) -> date | None:
    return day_of(meta.find(f"history/date[@date-type='{HISTORY[field]}']"))


def published(meta: _Element) -> date | None:
    """The day of the electronic publication, else any that is told in full."""
    dates = meta.findall("pub-date")
    electronic = ("electronic", "epub")
    dates.sort(
        key=lambda each: (each.get("publication-format") or each.get("pub-type")) not in electronic
    )
    return next(filter(None, map(day_of, dates)), None)


def day_of(element: _Element | None) -> date | None:
    if element is None:
        return None
    parts = [plain(element.find(part)) for part in ("year", "month", "day")]
    try:
        return date(*map(int, parts))
    except ValueError:
        return None


def year(written: str) -> int | None:
    return int(written) if written.isdecimal() and len(written) == 4 else None


def licence_of(meta: _Element) -> tuple[str, date | None]:
    element = meta.find("permissions/license")
    if element is None:
        return "", None
    reference = element.find(ALI_LICENCE)
    if reference is None:
        return squeezed(address_of(element)), None
    start = reference.get("start_date", "")
    try:
        return plain(reference), msgspec.convert(start, date) if start else None
    except msgspec.ValidationError:
        return plain(reference), None


def statements(article: _Element) -> Statements:
    def noted(*paths: str) -> Text:
        return by_paragraphs(each for path in paths for each in article.iterfind(f"back/{path}"))

    return Statements(
        contributions=noted("notes[@notes-type='contributions']", "fn-group/fn[@fn-type='con']"),
        conflicts=noted("notes[@notes-type='conflicts']", "fn-group/fn[@fn-type='coi-statement']"),
        data=noted("notes[@notes-type='data-availability']"),
        thanks=noted("ack"),
    )


def by_paragraphs(elements: Iterator[_Element]) -> Text:
    found: dict[Language, str] = {}
    for element in elements:
        if code := language_of(element):
            told = filter(None, (plain(part) for part in element.iter("p")))
            found.setdefault(code, "\n".join(told))
    return tidy(found)


def funding(meta: _Element) -> Iterator[Funding]:
    for group in meta.iterfind("funding-group/award-group"):
        sources = group.findall("funding-source")
        named = [source.find(".//institution") for source in sources]
        names = [
            source if name is None else name for source, name in zip(sources, named, strict=True)
        ]
        yield Funding(
            funder=by_language(
                name for name in names if name.tag == "institution" or not len(name)
            ),
            funder_id=plain(group.find(".//institution-id")),
            award=plain(group.find("award-id")),
        )


def relations(meta: _Element) -> Iterator[Relation]:
    for element in meta.iterfind("related-article"):
        kind = RELATIONS.get(element.get("related-article-type", ""))
        target = address_of(element)
        if kind and identifiers.is_doi(target):
            yield Relation(kind=kind, doi=identifiers.doi(target))  # type: ignore[arg-type]
