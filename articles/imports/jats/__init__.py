"""Reads JATS: our own files without loss, other files as far as they use the same elements."""

from __future__ import annotations

from lxml.etree import _Element

from articles.imports.exceptions import article_of_file
from articles.imports.jats.article import read_article
from articles.imports.jats.parsing import articles_in, is_jats
from articles.imports.reading import Reading
from articles.records.languages import Language

__all__ = ["is_jats", "read"]


def read(root: _Element, language: Language | None = None) -> list[Reading]:
    """Return every article; raises Unreadable for the first that cannot be read.

    `language` is what an article is taken for whose own language is none of ours.
    """
    articles = articles_in(root)
    readings = []
    for number, article in enumerate(articles, 1):
        with article_of_file(number, len(articles)):
            readings.append(read_article(article, language))
    return readings
