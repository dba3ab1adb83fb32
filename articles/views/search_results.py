"""Articles that a search found: the words of the search highlighted, and a passage with them."""

from __future__ import annotations

from articles.records.html import highlighted, highlighted_plain
from articles.records.languages import LANGUAGES, Language, Text
from articles.search.query import Found
from articles.search.snippets import Passage as FoundPassage

from .article_list import ArticleInList, Passage, article_with_issue


def search_result(found: Found, reader: Language) -> ArticleInList:
    article = article_with_issue(found.listing, reader)
    title = highlighted_titles(found, article.title)
    return article._replace(
        title=title,
        original_title={code: title[code] for code in article.original_title},
        passage=passage(found.passage, reader) if found.passage else None,
    )


def highlighted_titles(found: Found, titles: Text) -> Text:
    """The title in each language as HTML."""
    return {
        code: highlighted(title, found.title_spans.get(code, ()), code)
        for code, title in titles.items()
    }


def passage(found: FoundPassage, reader: Language) -> Passage:
    language = next((code for code in LANGUAGES if code == found.language), None)
    return Passage(
        html=highlighted_plain(found.text, found.spans, language or "en"),
        language="" if language is None or language == reader else language,
        is_cut_before=found.is_cut_before,
        is_cut_after=found.is_cut_after,
    )
