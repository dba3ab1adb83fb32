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
    return [
        DatabaseLink(one.name, one.url, picture_address(one.logo)) for one in indexed_in(journal)
    ]
