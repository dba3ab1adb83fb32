"""Search results: articles with the query highlighted, a passage, and the fields that matched."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from articles.records.html import highlighted, highlighted_plain
from articles.records.languages import LANGUAGES, Language, Text
from articles.search import snippets
from articles.search.public_search import SearchResult
from articles.search.snippets import Field

from .article_list import ArticleInList, ListLabels, Passage, article_in_list, issue_of


def search_results(results: Iterable[SearchResult], reader: Language) -> list[ArticleInList]:
    labels = ListLabels(reader)
    return [
        article_in_list(
            result.listing.summary,
            labels,
            issue_of(result.listing),
            titles=highlighted_titles(result),
            passage=passage(result.passage, reader) if result.passage else None,
            matched=matched(result.fields),
        )
        for result in results
    ]


def highlighted_titles(result: SearchResult) -> Text:
    """The title in each language as HTML."""
    return {
        code: highlighted(title, result.title_spans.get(code, ()), code)
        for code, title in result.listing.summary.title.items()
    }


def matched(fields: Iterable[Field]) -> str:
    """`Found in: title, keywords`."""
    labels = field_labels()
    names = ", ".join(labels[field] for field in fields)
    return _("Found in: %(fields)s") % {"fields": names} if names else ""


def field_labels() -> dict[Field, str]:
    return {
        "title": pgettext("found in", "title"),
        "abstract": pgettext("found in", "abstract"),
        "keywords": pgettext("found in", "keywords"),
        "authors": pgettext("found in", "authors"),
        "body": pgettext("found in", "full text"),
        "references": pgettext("found in", "references"),
        "doi": "DOI",
        "orcid": "ORCID",
    }


def passage(result: snippets.Passage, reader: Language) -> Passage:
    language = next((code for code in LANGUAGES if code == result.language), None)
    return Passage(
        html=highlighted_plain(result.text, result.spans, language or "en"),
        language="" if language is None or language == reader else language,
        is_cut_before=result.is_cut_before,
        is_cut_after=result.is_cut_after,
    )
