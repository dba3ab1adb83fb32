"""Reads JATS: our own files without loss, other files as far as they use the same elements."""

from __future__ import annotations

from articles.imports.exceptions import Unreadable
from articles.imports.jats.article import record_of
from articles.imports.jats.parsing import parse_articles
from articles.records.record import Record

__all__ = ["looks_like_xml", "read"]


def looks_like_xml(content: bytes) -> bool:
    """Whether a file begins as XML does."""
    return content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def read(content: bytes) -> list[Record]:
    """Return every article of the file; raises Unreadable for the first that cannot be read."""
    articles = parse_articles(content)
    records = []
    for number, article in enumerate(articles, 1):
        try:
            records.append(record_of(article))
        except Unreadable as error:
            error.record = number if len(articles) > 1 else None
            raise
    return records
