"""An article in a list: of an issue, an author, a keyword or a search."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.models import Listing
from articles.queries.record_facts import issue_facts
from articles.records.html import EMPTY, markup, soft_markup, text_html, text_list
from articles.records.identifiers import doi_url
from articles.records.languages import LANGUAGES, Language, Text, prefer, preferred_language
from articles.records.markup import flat
from articles.records.names import NO_BREAK, family_first
from articles.records.pages import pages_of
from articles.records.summary import File, Person, Summary
from articles.records.urls import galley_url_path

from .issue_link import issue_label
from .language_names import no_title_notice, short_names
from .status_badge import StatusBadge, status_badge

FEW_AUTHORS, SHOWN_AUTHORS = 4, 3  # so many are all shown; of more, so many


class ArticleInList(NamedTuple):
    """An article in a list; made in Python, not in the template: a list may hold 300 of them."""

    url: str
    badge: StatusBadge | None
    title: SafeString  # or the word for an article without a title
    title_language: Language | Literal[""]  # '' for the language of the page
    no_title: str  # the notice that there is no title in the language of the page
    original_title: SafeString  # below a translated title: the title in the article's language
    collaborations: SafeString  # named before the authors where these are many
    authors: SafeString  # the first of them
    more_authors: str  # `and 297 more`
    place: str  # the pages, or the issue if the list is of several issues
    languages: str  # of the text, and of the abstracts if any is missing
    file: FileLink | None
    doi_url: str
    passage: Passage | None  # why a search found it
    matched: str  # the fields in which it did


class AuthorsInList(NamedTuple):
    """What a list says of the authors: fields of ArticleInList."""

    collaborations: SafeString = EMPTY
    names: SafeString = EMPTY
    more: str = ""


class FileLink(NamedTuple):
    url: str
    label: str
    article_title: str


class Passage(NamedTuple):
    """A stretch of the article's text that shows the words of a search."""

    html: SafeString
    language: Language | Literal[""]  # '' for the language of the page, or for none known
    is_cut_before: bool
    is_cut_after: bool


class ListLabels:
    """Words of a list in the language of the page, looked up once for all of its articles."""

    def __init__(self, reader: Language) -> None:
        self.reader = reader
        self.untitled = markup(_("Untitled"))
        self.no_title = no_title_notice(reader)
        self.text, self.abstract = _("text:"), _("abstract:")
        self.short_names = short_names()

    def languages(self, summary: Summary) -> str:
        """`мәтін: қаз. · аңдатпа: рус., ағыл.`"""
        text = f"{self.text} {self.short_names[summary.language]}"
        if not 0 < len(summary.abstract_languages) < len(LANGUAGES):
            return text
        names = ", ".join(self.short_names[code] for code in summary.abstract_languages)
        return f"{text} · {self.abstract} {names}"


def articles_in_issue(listings: Iterable[Listing], reader: Language) -> list[ArticleInList]:
    """The items of an issue, each with its pages."""
    labels = ListLabels(reader)
    return [article_in_list(listing.summary, labels) for listing in listings]


def articles_of_issues(listings: Iterable[Listing], reader: Language) -> list[ArticleInList]:
    """Items of several issues, each with the issue that it is in."""
    labels = ListLabels(reader)
    return [article_in_list(listing.summary, labels, issue_of(listing)) for listing in listings]


def issue_of(listing: Listing) -> str:
    return issue_label(issue_facts(listing.issue)) if listing.issue else ""


def article_in_list(
    summary: Summary,
    labels: ListLabels,
    issue: str = "",
    titles: Text | None = None,
    passage: Passage | None = None,
    matched: str = "",
) -> ArticleInList:
    """The item of an article; `titles` have the words of a search highlighted.

    A withdrawn article has only its titles, its badge and the DOI.
    """
    reader, own, titles = labels.reader, summary.language, titles or summary.title
    language = preferred_language(titles, reader, own)
    is_translated = language == reader != own and own in titles
    is_withdrawn = summary.status == "withdrawn"
    authors = AuthorsInList() if is_withdrawn else author_list(summary, reader)
    return ArticleInList(
        url=f"/{reader}/articles/{summary.id}/",
        badge=status_badge(summary.status, summary.relations),
        title=soft_markup(titles[language], language) if language else labels.untitled,
        title_language="" if language in (None, reader) else language,
        no_title="" if language in (None, reader) else labels.no_title,
        original_title=text_html({own: titles[own]}, reader, own, soft=True)
        if is_translated
        else EMPTY,
        collaborations=authors.collaborations,
        authors=authors.names,
        more_authors=authors.more,
        place=issue or pages(summary),
        languages=labels.languages(summary),
        file=None if is_withdrawn else file_link(summary, reader),
        doi_url=doi_url(summary.doi) if summary.doi else "",
        passage=passage,
        matched=matched,
    )


def author_list(summary: Summary, reader: Language) -> AuthorsInList:
    """All authors of a short byline, as printed; of a long one the collaborations and a few people.

    Nobody is left out alone: "and 1 more" would take the room of the name.
    """
    authors, own = summary.authors, summary.language
    if len(authors) <= FEW_AUTHORS:
        return AuthorsInList(names=text_list(map(author_name, authors), reader, own))
    people = [author for author in authors if author.names]
    groups = [author for author in authors if not author.names] if people else []
    people = people or list(authors)
    shown = people if len(people) <= FEW_AUTHORS else people[:SHOWN_AUTHORS]
    return AuthorsInList(
        collaborations=text_list(map(author_name, groups), reader, own),
        names=text_list(map(author_name, shown), reader, own),
        more=more_authors(len(people) - len(shown)),
    )


def more_authors(count: int) -> str:
    return _("and %(count)d more") % {"count": count} if count else ""


def author_name(person: Person) -> Text:
    """`Төлегенова Ұ. С.` in each language."""
    names = {code: family_first(name, NO_BREAK, NO_BREAK) for code, name in person.names.items()}
    return names or person.collective


def pages(summary: Summary) -> str:
    return pages_of(summary).listed("–") or summary.article_number


def file_link(summary: Summary, reader: Language) -> FileLink | None:
    file = best_file(summary, reader)
    if file is None:
        return None
    return FileLink(
        url=galley_url_path(summary, file),
        label=file.kind.upper(),
        article_title=flat(prefer(summary.title, reader, summary.language)),
    )


def best_file(summary: Summary, reader: Language) -> File | None:
    """A PDF before others; the reader's language, then the article's; no supplement."""
    ranks = {reader: 0, summary.language: 1}
    best = min(
        summary.files,
        key=lambda file: (file.kind != "pdf", ranks.get(file.language, 2)),
        default=None,
    )
    return None if best is None or best.kind == "supplement" else best
