"""An article in a list: of an issue, of an author or keyword, of what was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from html import escape
from urllib.parse import quote

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.models import Listing
from articles.queries.record_facts import issue_facts
from articles.records.html import Shown, marked, shown, title_html
from articles.records.identifiers import doi_url
from articles.records.languages import LANGUAGES, Language, preferred
from articles.records.markup import flat
from articles.records.names import NO_BREAK, Name, family_first
from articles.records.summary import File, Person, Summary

from .issue_link import issue_label
from .part import Items, Part
from .words import no_title, short


class Standing(Part, frozen=True):
    """The mark of an article that readers must not take as it first was."""

    kind: str  # the class of the stylesheet
    word: str

    def __html__(self) -> str:
        return f'<span class="st {self.kind}">{escape(self.word)}</span> '


class Entry(Part, frozen=True):
    """Three pieces of HTML: a list may hold three hundred, and a template would be slow."""

    heading: SafeString
    beneath: SafeString
    meta: SafeString

    def __str__(self) -> SafeString:
        """As an item of a list."""
        meta = f'<p class="meta">{self.meta}</p>'
        return SafeString(f"<li><h3>{self.heading}</h3>{self.beneath}{meta}</li>\n")


def entry(summary: Summary, reader: Language, place: str = "") -> Entry:
    """`place` where a list runs over several issues; else the pages stand there."""
    title = shown(summary.title, reader, summary.language, soft=True)
    is_withdrawn = summary.status == "withdrawn"
    return Entry(
        heading=heading(summary, title, reader),
        beneath=beneath(summary, title, original(summary, reader), reader, is_withdrawn),
        meta=SafeString("".join(meta(summary, reader, place or pages(summary), is_withdrawn))),
    )


def listed(articles: Iterable[Listing], reader: Language) -> Items[Entry]:
    """Articles of several issues, each with its issue."""
    return Items(
        entry(one.summary, reader, issue_label(issue_facts(one.issue)) if one.issue else "")
        for one in articles
    )


def heading(summary: Summary, title: Shown | None, reader: Language) -> SafeString:
    mark = standing(summary.status, summary.relations)
    url = f"/{reader}/articles/{summary.id}/"
    words = title or Shown(marked(_("Untitled")))
    link = f'<a href="{url}"{words.lang}>{words}'
    return SafeString(f"{mark.__html__() if mark else ''}{link}</a>")


def beneath(
    summary: Summary,
    title: Shown | None,
    first: Shown | None,
    reader: Language,
    is_withdrawn: bool,
) -> SafeString:
    """That the title is not translated, or how it reads in the language of the text; authors."""
    lines = []
    if title and title.language:
        lines.append(f'<p class="lng">{no_title(reader)}</p>')
    if first is not None:
        lines.append(f'<p class="alt"><span{first.lang}>{first}</span></p>')
    if not is_withdrawn and (names := people(summary.authors, reader, summary)):
        lines.append(f"<p>{names}</p>")
    return SafeString("".join(lines))


def meta(summary: Summary, reader: Language, place: str, is_withdrawn: bool) -> Iterator[str]:
    if place:
        yield f'<span class="pp num">{escape(place)}</span>'
    yield f"<span>{languages(summary.language, summary.abstract_languages, reader)}</span>"
    if not is_withdrawn and (file := best_file(summary, reader)):
        url = f"/articles/{summary.id}/files/{file.id}/{quote(file.name, safe='')}"
        of = escape(plain_title(summary, reader))
        yield f'<a href="{url}">{file.kind.upper()}<span class="sr">: {of}</span></a>'
    if summary.doi:
        url = escape(doi_url(summary.doi))
        yield f'<a class="doi" href="{url}">{url}</a>'


@cache
def languages(own: Language, abstracts: tuple[Language, ...], reader: Language) -> str:
    """`мәтін: қаз. · аңдатпа: рус., ағыл.`: the abstracts where not all three are there."""
    text, abstract = _("text:"), _("abstract:")
    said = f"{text} {short([own])}"
    is_partial = 0 < len(abstracts) < len(LANGUAGES)
    return f"{said} · {abstract} {short(abstracts)}" if is_partial else said


def original(summary: Summary, reader: Language) -> Shown | None:
    """The title in the language of the text, beneath the reader's."""
    code = summary.language
    if code == reader or reader not in summary.title or code not in summary.title:
        return None
    return Shown(title_html(summary.title[code], code), code)


def standing(status: str, relations: tuple[str, ...]) -> Standing | None:
    if status == "withdrawn":
        return Standing("bad", _("Withdrawn"))
    if status == "retracted":
        return Standing("bad", _("Retracted"))
    if "concern_expressed_by" in relations:
        return Standing("warn", _("Expression of concern"))
    return Standing("warn", _("Corrected")) if "corrected_by" in relations else None


def people(persons: tuple[Person, ...], reader: Language, summary: Summary) -> SafeString:
    """`Төлегенова Ұ. С., …`, each with its language where it is not the page's."""
    return SafeString(", ".join(filter(None, (person(one, reader, summary) for one in persons))))


def person(one: Person, reader: Language, summary: Summary) -> str:
    code = preferred(one.names or one.collective, reader, summary.language)
    if code is None:
        return ""
    name = name_html(one.names[code]) if one.names else marked(one.collective[code])
    return name if code == reader else f'<span lang="{code}">{name}</span>'


@lru_cache(maxsize=4_096)
def name_html(name: Name) -> SafeString:
    """`Төлегенова Ұ. С.`: people stand in one list after another."""
    return marked(family_first(name, NO_BREAK, NO_BREAK))


def pages(summary: Summary) -> str:
    return "–".join(dict.fromkeys(filter(None, (summary.first_page, summary.last_page)))) or (
        summary.article_number
    )


def best_file(summary: Summary, reader: Language) -> File | None:
    """A PDF before others; the reader's language, then the article's."""
    wanted = {reader: 0, summary.language: 1}
    ranked = sorted(summary.files, key=lambda one: (one.kind != "pdf", wanted.get(one.language, 2)))
    return ranked[0] if ranked and ranked[0].kind != "supplement" else None


def plain_title(summary: Summary, reader: Language) -> str:
    code = preferred(summary.title, reader, summary.language)
    return flat(summary.title[code]) if code else ""
