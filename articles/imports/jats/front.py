"""The `front` of a JATS article: titles, abstracts, keywords, codes, funding, relations."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import reduce

from lxml.etree import _Element

from articles.imports.exceptions import Unreadable
from articles.imports.titles import with_subtitle
from articles.imports.xml_texts import address_of, by_language, language_of, marked_up, plain
from articles.records import identifiers
from articles.records.cleaning import InvalidValue
from articles.records.jats import CODES, EVENTS, RELATED_ARTICLES
from articles.records.languages import Language, Text, tidy
from articles.records.record import Funding, Relation, Status

RELATIONS = {name: kind for kind, name in RELATED_ARTICLES.items()}

TITLES = (
    ("title-group/article-title", "subtitle"),
    ("title-group/trans-title-group/trans-title", "trans-subtitle"),
)
# The types of a group of subjects that is a section; those of eLPub and OJS among them.
SECTIONS = ("heading", "section-heading", "toc-heading")


def titles(meta: _Element, language: Language) -> Text:
    """Return the titles with their markup, each with its subtitles."""
    texts: dict[Language, str] = {}
    for path, name in TITLES:
        for element in meta.iterfind(path):
            code = language_of(element)
            group = element.getparent()
            beside = [] if group is None else group.iterfind(name)
            subtitles = [marked_up(each) for each in beside if language_of(each) == code]
            texts.setdefault(code or language, reduce(with_subtitle, subtitles, marked_up(element)))
    return tidy(texts)


def section_of(meta: _Element) -> Text:
    """Return the section of the contents in which the article stands."""
    groups = meta.iterfind("article-categories/subj-group")
    named = (group for group in groups if group.get("subj-group-type", "heading") in SECTIONS)
    subjects_of_groups = (group.find("subject") for group in named)
    return by_language(each for each in subjects_of_groups if each is not None)


def abstracts(meta: _Element) -> Text:
    """Return the abstracts without an `abstract-type`, one paragraph on each line."""
    texts: dict[Language, str] = {}
    for element in (*meta.iterfind("abstract"), *meta.iterfind("trans-abstract")):
        code = language_of(element)
        if code and not element.get("abstract-type"):
            texts.setdefault(code, "\n".join(filter(None, lines(element))))
    return tidy(texts)


def lines(element: _Element) -> Iterator[str]:
    """The paragraphs; the title of a section is put before its first paragraph."""
    heading = ""
    for part in element:
        if part.tag == "sec":
            yield from lines(part)
        elif part.tag == "title" and element.tag == "sec":
            heading = f"{marked_up(part).rstrip('.:')}. "
        elif part.tag == "p":
            yield heading + marked_up(part)
            heading = ""


def keywords(meta: _Element) -> dict[Language, tuple[str, ...]]:
    """Return the keywords by language."""
    terms_by_language: dict[Language, tuple[str, ...]] = {}
    for group in meta.iterfind("kwd-group"):
        code = language_of(group)
        terms = tuple(filter(None, map(plain, group.iterfind("kwd"))))
        if code and terms:
            terms_by_language.setdefault(code, terms)
    return terms_by_language


def subjects(meta: _Element, field: str) -> tuple[str, ...]:
    """Return the IRSTI, UDC or JEL codes."""
    groups = meta.iterfind("article-categories/subj-group")
    named = (group for group in groups if group.get("subj-group-type") == CODES[field])
    return tuple(filter(None, (plain(each) for group in named for each in group.iter("subject"))))


def identifier(meta: _Element, path: str, normalise: Callable[[str], str], field: str) -> str:
    """Return the identifier at a path, or ''; raises Unreadable for an invalid one."""
    value = plain(meta.find(path))
    if not value:
        return ""
    try:
        return normalise(value)
    except InvalidValue as refused:
        raise Unreadable(str(refused), field=field) from refused


def funding(meta: _Element) -> Iterator[Funding]:
    """The funders, each with its award."""
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
    """The related articles that have a DOI."""
    for element in meta.iterfind("related-article"):
        kind = RELATIONS.get(element.get("related-article-type", ""))
        target = address_of(element)
        if kind and identifiers.is_doi(target):
            yield Relation(kind=kind, doi=identifiers.doi(target))  # type: ignore[arg-type]


def status_of(meta: _Element) -> Status:
    """What became of the article by its `pub-history`; a draft if nothing is said."""
    events = {event.get("event-type", "") for event in meta.iterfind("pub-history/event")}
    return next((status for status, event in EVENTS.items() if event in events), "draft")
