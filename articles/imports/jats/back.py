"""The statements at the back of a JATS article: who did what, conflicts, data, thanks."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from articles.imports.jats.texts import language_of, plain
from articles.records.languages import Language, Text, tidy
from articles.records.record import Statements


def statements(article: _Element) -> Statements:
    def noted(*paths: str) -> Text:
        return by_paragraphs(each for path in paths for each in article.iterfind(f"back/{path}"))

    return Statements(
        contributions=noted("notes[@notes-type='contributions']", "fn-group/fn[@fn-type='con']"),
        conflicts=noted("notes[@notes-type='conflicts']", "fn-group/fn[@fn-type='coi-statement']"),
        data=noted("notes[@notes-type='data-availability']"),
        thanks=noted("ack"),
    )


def by_paragraphs(elements: Iterator[_Element]) -> Text:
    found: dict[Language, str] = {}
    for element in elements:
        if code := language_of(element):
            told = filter(None, (plain(part) for part in element.iter("p")))
            found.setdefault(code, "\n".join(told))
    return tidy(found)
