"""Reads Crossref's XML: a deposit, or what Crossref answers about registered DOIs."""

from __future__ import annotations

from lxml.etree import _Element

from articles.imports.crossref.article import read_article
from articles.imports.exceptions import article_of_file
from articles.imports.reading import Reading
from articles.records.languages import Language

__all__ = ["is_crossref", "read"]


def is_crossref(root: _Element) -> bool:
    """Whether the XML describes articles of a journal as Crossref does."""
    return next(root.iter("journal_article"), None) is not None


def read(root: _Element, language: Language | None = None) -> list[Reading]:
    """Return every article, with the issue that it is in.

    `language` is what an article is taken for that names none. Raises Unreadable.
    """
    articles = list(root.iter("journal_article"))
    readings = []
    for number, article in enumerate(articles, 1):
        with article_of_file(number, len(articles)):
            readings.append(read_article(article, language))
    return readings
