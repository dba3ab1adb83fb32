"""An issue with its sections, covers, files and articles in the order of its contents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from articles.records import identifiers
from articles.records.languages import LANGUAGES, Language

from .elements import Element
from .file_folders import FileFolders
from .galleys import covers_of, issue_galleys_of
from .issue_numbers import numbers_of
from .locales import Locales
from .numbers import day, whole_number
from .texts import plain_line, plain_lines
from .values import Article, Issue, IssueNumbers, Remark, Section
from .versions import identifier


def issue_of(
    element: Element, articles: list[Article], folders: FileFolders, locales: Locales
) -> Issue:
    own = articles[0].current.record.language if articles else LANGUAGES[0]
    published_on = day(element.text_at("date_published"))
    sections = tuple(sections_of(element, own, locales))
    identification = element.first("issue_identification")
    numbers = numbers_of(identification, own, locales) if identification else IssueNumbers()
    remarks: list[Remark] = []
    return Issue(
        id=element.identifier("internal"),
        numbers=with_year(numbers, published_on),
        is_published=is_published(element, published_on),
        published_on=published_on,
        is_for_subscribers=element.get("access_status") == "2",
        description=locales.texts(element.all("description"), own, plain_lines),
        url_path=element.get("url_path"),
        public_id=element.identifier("public"),
        doi=identifier(element.identifier("doi"), "doi", identifiers.doi, remarks),
        sections=sections,
        covers=tuple(covers_of(element, folders, own, locales)),
        galleys=tuple(issue_galleys_of(element, folders, own, locales)),
        articles=tuple(in_order(articles, sections)),
        remarks=(*remarks, *locales.take_left_out()),
        line=element.line,
    )


def loose_issues(articles: Iterable[Article]) -> Iterator[Issue]:
    """The issues of articles that were exported alone, by what their versions say of them."""
    by_numbers: dict[str, tuple[IssueNumbers, list[Article]]] = {}
    for article in articles:
        numbers = article.current.issue or IssueNumbers()
        by_numbers.setdefault(numbers.label, (numbers, []))[1].append(article)
    for numbers, members in by_numbers.values():
        yield Issue(
            numbers=numbers,
            is_published=True,
            articles=tuple(in_order(members, ())),
            line=members[0].line,
        )


def is_published(element: Element, published_on: date | None) -> bool:
    """OJS always says it; files of other programs may only have the date."""
    said = element.get("published")
    return said in ("1", "true") if said else published_on is not None


def with_year(numbers: IssueNumbers, published_on: date | None) -> IssueNumbers:
    if numbers.year or not published_on:
        return numbers
    return msgspec.structs.replace(numbers, year=published_on.year)


def sections_of(element: Element, own: Language, locales: Locales) -> Iterator[Section]:
    for each in element.all("sections", "section"):
        title = locales.texts(each.all("title"), own, plain_line)
        names = [each.get("ref"), *(plain_line(name.text) for name in each.all("abbrev"))]
        names = list(filter(None, names)) or list(title.values())
        yield Section(
            id=each.identifier("internal") or next(iter(names), ""),
            order=whole_number(each.get("seq")) or 0,
            title=title,
            abbreviations=tuple(dict.fromkeys(names)),
        )


def section_of(article: Article, sections: Iterable[Section]) -> Section | None:
    """The section that the article names, by its abbreviation in any language."""
    named = article.current.section
    return next((section for section in sections if named in section.abbreviations), None)


def in_order(articles: list[Article], sections: tuple[Section, ...]) -> list[Article]:
    """By section, then by the place in it. OJS 3.1 exports them in the order of the contents."""
    if all(article.current.order is None for article in articles):
        return articles

    def place(article: Article) -> tuple[int, int]:
        section = section_of(article, sections)
        return (section.order if section else len(sections)), article.current.order or 0

    return sorted(articles, key=place)
