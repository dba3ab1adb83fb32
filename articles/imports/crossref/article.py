"""One `journal_article` of Crossref's XML as a record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from lxml.etree import _Element

from articles.imports.crossref.contributors import people_of
from articles.imports.exceptions import Unreadable
from articles.imports.issue_numbers import issue_facts
from articles.imports.jats.dates import year
from articles.imports.letters import language_of_letters
from articles.imports.named_journal import NamedJournal, named_journal
from articles.imports.reading import Reading
from articles.imports.references import find_doi, find_url
from articles.imports.retraction_marks import mark_notes, without_marks
from articles.imports.titles import with_subtitle
from articles.imports.xml_texts import LANGUAGES, XML_LANG, marked_up, plain
from articles.records import identifiers, json
from articles.records.cleaning import InvalidValue
from articles.records.facts import IssueFacts
from articles.records.languages import Language, Text, tidy
from articles.records.pages import ranges_in
from articles.records.record import Funding, Record, Reference
from articles.records.urls import web_address

# Crossref wants the word with the number of a part; we store the number alone.
NUMBERED_PART = re.compile(r"^p(ar)?t\.? (?=\d)", re.IGNORECASE)

OTHER_CYRILLIC: dict[Language, Language] = {"kk": "ru", "ru": "kk"}


def read_article(article: _Element, language: Language | None) -> Reading:
    """Return the article; raises Unreadable for an invalid DOI."""
    own = language_of_article(article, language)
    printed, left_out = titles(article, own)
    authors, affiliations = people_of(article)
    record = Record(
        language=own,
        title=without_marks(printed),
        abstract=abstracts(article, own),
        authors=authors,
        affiliations=affiliations,
        issue=issue_of(article),
        doi=doi_of(article),
        **pages(article),
        published_on=published(article),
        accepted_on=day_of(article.find("acceptance_date")),
        licence=licence(article),
        references=tuple(map(reference, article.iterfind("citation_list/citation"))),
        funding=tuple(funding(article)),
    )
    return Reading(
        record=json.clean(record),
        notes=(*mark_notes(printed), *notes(left_out)),
        journal=journal_of(article),
        address=web_address(plain(article.find("doi_data/resource"))),
        is_from_elsewhere=True,
    )


def language_of_article(article: _Element, language: Language | None) -> Language:
    """The language that is registered, else the one that the letters of the title show."""
    named = LANGUAGES.get((article.get("language") or "").lower())
    title = plain(article.find("titles/title"))
    return named or language or language_of_letters(title)


def titles(article: _Element, own: Language) -> tuple[Text, list[str]]:
    """The titles, and those whose language another one has already.

    The first title is in the article's language; the others show theirs by their letters.
    """
    texts: dict[Language, str] = {}
    left_out: list[str] = []
    for element in article.iterfind("titles/*"):
        title = marked_up(element)
        if element.tag == "subtitle":
            add_subtitle(texts, title, own)
            continue
        code = language_of_title(element, own) if texts else own
        if not title or code is None:
            continue
        if texts.setdefault(code, title) != title:
            left_out.append(title)
    return tidy(texts), left_out


def add_subtitle(texts: dict[Language, str], subtitle: str, own: Language) -> None:
    """A subtitle belongs to the first title, which is in the article's language."""
    if own in texts:
        texts[own] = with_subtitle(texts[own], subtitle)


def language_of_title(element: _Element, own: Language) -> Language | None:
    """The language of another title; what looks like the article's own Cyrillic is the other."""
    if element.tag == "original_language_title":
        return LANGUAGES.get(element.get("language", ""))
    code = language_of_letters(plain(element))
    return OTHER_CYRILLIC.get(own, code) if code == own else code


def notes(left_out: list[str]) -> Iterator[str]:
    for title in left_out:
        yield _("A title was left out, since its language cannot be told: “%(title)s”.") % {
            "title": title
        }


def abstracts(article: _Element, language: Language) -> Text:
    texts: dict[Language, str] = {}
    for element in article.iterfind("abstract"):
        named = element.get(XML_LANG)
        code = LANGUAGES.get(named.lower().partition("-")[0]) if named else language
        if code:
            texts.setdefault(code, "\n".join(filter(None, map(marked_up, element.iter("p")))))
    return tidy(texts)


def issue_of(article: _Element) -> IssueFacts | None:
    """The issue stands before its articles; without one the year is that of publication."""
    issue = article.getparent().find("journal_issue")  # type: ignore[union-attr]  # is inside one
    if issue is None:
        return None
    return issue_facts(
        year=year(plain(issue.find("publication_date/year"))),
        volume=plain(issue.find("journal_volume/volume")),
        number=plain(issue.find("issue")),
        part=NUMBERED_PART.sub("", plain(issue.find("special_numbering"))),
    )


def journal_of(article: _Element) -> NamedJournal:
    """The journal stands before its issues and articles."""
    meta = article.getparent().find("journal_metadata")  # type: ignore[union-attr]  # is inside one
    if meta is None:
        return NamedJournal()
    return named_journal(
        title=plain(meta.find("full_title")), issns=map(plain, meta.iterfind("issn"))
    )


def doi_of(article: _Element) -> str:
    try:
        return identifiers.doi(plain(article.find("doi_data/doi")))
    except InvalidValue as refused:
        raise Unreadable(str(refused), field="doi") from refused


def pages(article: _Element) -> dict[str, Any]:
    return {
        "first_page": plain(article.find("pages/first_page")),
        "last_page": plain(article.find("pages/last_page")),
        "page_ranges": tuple(filter(None, ranges_in(plain(article.find("pages/other_pages"))))),
        "article_number": plain(
            article.find("publisher_item/item_number[@item_number_type='article_number']")
        ),
    }


def published(article: _Element) -> date | None:
    """The day online, else any whole day."""
    dates = article.findall("publication_date")
    dates.sort(key=lambda each: each.get("media_type") != "online")
    return next(filter(None, map(day_of, dates)), None)


def day_of(element: _Element | None) -> date | None:
    """The date, or None if it is not complete."""
    if element is None:
        return None
    try:
        return date(*(int(plain(element.find(part))) for part in ("year", "month", "day")))
    except ValueError:
        return None


def licence(article: _Element) -> str:
    addresses = (web_address(plain(each)) for each in article.iter("license_ref"))
    return next(filter(None, addresses), "")


def reference(citation: _Element) -> Reference:
    """The citation as printed, else the parts that are registered."""
    doi = plain(citation.find("doi"))
    printed = plain(citation.find("unstructured_citation")) or parts_of(citation)
    return Reference(
        text=printed,
        type=citation.get("type", ""),
        doi=doi if identifiers.is_doi(doi) else find_doi(printed),
        url=find_url(printed),
    )


def parts_of(citation: _Element) -> str:
    names = ("author", "article_title", "journal_title", "volume_title", "cYear", "volume",
             "issue", "first_page")  # fmt: skip
    return ". ".join(filter(None, (plain(citation.find(name)).rstrip(".") for name in names)))


def funding(article: _Element) -> Iterator[Funding]:
    """The funders; a name with its identifier inside it, and the number of the award."""
    for group in article.iter("assertion"):
        if group.get("name") == "fundgroup":
            parts = {each.get("name", ""): each for each in group.iter("assertion")}
            name, ror = parts.get("funder_name"), plain(parts.get("ror"))
            text = " ".join((name.text or "").split()) if name is not None else ""
            if text or ror:
                code = language_of_letters(text)
                yield Funding(
                    funder={code: text} if text else {},
                    funder_id=ror or plain(parts.get("funder_identifier")),
                    award=plain(parts.get("award_number")),
                )
