"""The journal that a JATS article names."""

from __future__ import annotations

from lxml.etree import _Element

from articles.imports.named_journal import NamedJournal, named_journal
from articles.imports.xml_texts import plain

TITLES = ("journal-title-group/journal-title", "journal-title")
ISSNS = ("issn", "issn-l", "journal-id[@journal-id-type='issn']")


def journal_of(article: _Element) -> NamedJournal:
    """Its first title and all ISSNs; nothing if the article does not name a journal."""
    meta = article.find("front/journal-meta")
    if meta is None:
        return NamedJournal()
    titles = (plain(title) for path in TITLES for title in meta.iterfind(path))
    return named_journal(
        title=next(filter(None, titles), ""),
        issns=[plain(each) for path in ISSNS for each in meta.iterfind(path)],
    )
