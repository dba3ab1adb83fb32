"""The statements in the `back` of a JATS article: contributions, conflicts, data, thanks."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from articles.imports.xml_texts import language_of, plain
from articles.records.languages import Language, Text, tidy
from articles.records.record import Statements


def statements(article: _Element) -> Statements:
    """Return the statements in the `ack`, `notes` and `fn` elements."""

    def notes(*paths: str) -> Text:
        return by_paragraphs(each for path in paths for each in article.iterfind(f"back/{path}"))

    return Statements(
        contributions=notes("notes[@notes-type='contributions']", "fn-group/fn[@fn-type='con']"),
        conflicts=notes("notes[@notes-type='conflicts']", "fn-group/fn[@fn-type='coi-statement']"),
        data=notes("notes[@notes-type='data-availability']"),
        thanks=notes("ack"),
    )


def by_paragraphs(elements: Iterator[_Element]) -> Text:
    """Return the first element of each language, one paragraph on each line."""
    texts: dict[Language, str] = {}
    for element in elements:
        if code := language_of(element):
            paragraphs = filter(None, (plain(part) for part in element.iter("p")))
            texts.setdefault(code, "\n".join(paragraphs))
    return tidy(texts)
