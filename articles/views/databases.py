"""The databases that index a journal, on its home page and the page about it."""

from __future__ import annotations

from typing import NamedTuple

from articles.models import Journal
from articles.queries.board import indexed_in
from articles.records.languages import Text

from .pictures import picture_address


class DatabaseLink(NamedTuple):
    name: Text
    url: str
    logo_url: str


def databases(journal: Journal) -> list[DatabaseLink]:
    """Those that index the journal, as links; no query where there are none."""
    rows = indexed_in(journal) if journal.has_databases else []
    return [DatabaseLink(one.name, one.url, picture_address(one.logo)) for one in rows]
