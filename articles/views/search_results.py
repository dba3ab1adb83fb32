"""Articles that a search found: the words of the search highlighted, and a passage with them."""

from __future__ import annotations

from collections.abc import Iterable

from articles.records.html import highlighted, highlighted_plain
from articles.records.languages import LANGUAGES, Language, Text
from articles.search.query import Found
from articles.search.snippets import Passage as FoundPassage

from .article_list import ArticleInList, ListLabels, Passage, article_in_list, issue_of


def search_results(results: Iterable[Found], reader: Language) -> list[ArticleInList]:
    labels = ListLabels(reader)
    return [
        article_in_list(
            found.listing.summary,
            labels,
            issue_of(found.listing),
            titles=highlighted_titles(found),
            passage=passage(found.passage, reader) if found.passage else None,
        )
        for found in results
    ]


def highlighted_titles(found: Found) -> Text:
    """The title in each language as HTML."""
    return {
        code: highlighted(title, found.title_spans.get(code, ()), code)
        for code, title in found.listing.summary.title.items()
    }


def passage(found: FoundPassage, reader: Language) -> Passage:
    language = next((code for code in LANGUAGES if code == found.language), None)
    return Passage(
        html=highlighted_plain(found.text, found.spans, language or "en"),
        language="" if language is None or language == reader else language,
        is_cut_before=found.is_cut_before,
        is_cut_after=found.is_cut_after,
    )
