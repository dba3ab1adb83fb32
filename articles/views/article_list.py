"""An article in a list: of an issue, an author, a keyword or a search."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple
from urllib.parse import quote

from django.utils.safestring import SafeString

from articles.models import Listing
from articles.queries.record_facts import issue_facts
from articles.records.identifiers import doi_url
from articles.records.languages import LANGUAGES, Language, Text, prefer
from articles.records.markup import flat
from articles.records.names import NO_BREAK, family_first
from articles.records.summary import File, Person, Summary

from .issue_link import issue_label
from .language_names import no_title_notice, short_names
from .status_badge import StatusBadge, status_badge


class ArticleInList(NamedTuple):
    id: int
    language: Language
    badge: StatusBadge | None
    title: Text
    no_title: str  # that there is no title in the language of the page
    original_title: Text  # beneath a translated title: the title in the language of the text
    authors: list[Text]
    place: str  # the pages, or the issue where a list runs over several
    text_language: str
    abstract_languages: str  # where the abstracts are not in all three
    file: FileLink | None
    doi_url: str
    passage: Passage | None = None  # why a search found it


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


def articles_in_issue(listings: Iterable[Listing], reader: Language) -> list[ArticleInList]:
    """Each with its pages."""
    return [article_in_list(listing.summary, reader) for listing in listings]


def articles_of_issues(listings: Iterable[Listing], reader: Language) -> list[ArticleInList]:
    """Each with the issue that it is in."""
    return [article_with_issue(listing, reader) for listing in listings]


def article_with_issue(listing: Listing, reader: Language) -> ArticleInList:
    issue = issue_facts(listing.issue) if listing.issue else None
    return article_in_list(listing.summary, reader, issue_label(issue) if issue else "")


def article_in_list(summary: Summary, reader: Language, place: str = "") -> ArticleInList:
    """Of a withdrawn article only the title, that it was withdrawn, and the DOI."""
    title, own = summary.title, summary.language
    is_withdrawn = summary.status == "withdrawn"
    is_translated = own != reader and reader in title and own in title
    is_partial = 0 < len(summary.abstract_languages) < len(LANGUAGES)
    return ArticleInList(
        id=summary.id,
        language=own,
        badge=status_badge(summary.status, summary.relations),
        title=title,
        no_title=no_title_notice(reader) if title and reader not in title else "",
        original_title={own: title[own]} if is_translated else {},
        authors=[] if is_withdrawn else list(filter(None, map(author_names, summary.authors))),
        place=place or pages(summary),
        text_language=short_names([own]),
        abstract_languages=short_names(summary.abstract_languages) if is_partial else "",
        file=None if is_withdrawn else file_link(summary, reader),
        doi_url=doi_url(summary.doi) if summary.doi else "",
    )


def author_names(person: Person) -> Text:
    """`Төлегенова Ұ. С.` in each language."""
    names = {code: family_first(name, NO_BREAK, NO_BREAK) for code, name in person.names.items()}
    return names or person.collective


def pages(summary: Summary) -> str:
    numbers = dict.fromkeys(filter(None, (summary.first_page, summary.last_page)))
    return "–".join(numbers) or summary.article_number


def file_link(summary: Summary, reader: Language) -> FileLink | None:
    file = best_file(summary, reader)
    if file is None:
        return None
    return FileLink(
        url=f"/articles/{summary.id}/files/{file.id}/{quote(file.name, safe='')}",
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
