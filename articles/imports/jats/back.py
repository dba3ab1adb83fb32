"""The statements in the `back` of a JATS article: contributions, conflicts, data, thanks."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from articles.imports.xml_texts import language_of, plain
from articles.records.languages import Language, Text, tidy
from articles.records.record import Statements

CONTRIBUTIONS = ("contributions", "con")  # ours of earlier exports, then that of JATS4R
CONFLICTS = ("conflicts", "coi-statement", "COI-statement", "conflict")
STATEMENTS = (*CONTRIBUTIONS, *CONFLICTS, "data-availability")
PLACES = ("back/*", "back/fn-group/fn", "front/article-meta/author-notes/fn")
KINDS = ("notes-type", "fn-type", "sec-type")


def statements(article: _Element) -> Statements:
    """Return the statements of an article, wherever publishers and JATS4R have them."""

    def notes(*kinds: str) -> Text:
        return by_paragraphs(
            each
            for place in PLACES
            for each in article.iterfind(place)
            if each.tag in kinds or kind_of(each) in kinds
        )

    return Statements(
        contributions=notes(*CONTRIBUTIONS),
        conflicts=notes(*CONFLICTS),
        data=notes("data-availability"),
        thanks=notes("ack"),
    )


def kind_of(element: _Element) -> str:
    """Return the kind of a note, a footnote or a section, '' for none."""
    return next((kind for name in KINDS if (kind := element.get(name))), "")


def is_statement(element: _Element) -> bool:
    """Whether this is a statement of the record, and so no footnote and no part of the text."""
    return kind_of(element) in STATEMENTS


def by_paragraphs(elements: Iterator[_Element]) -> Text:
    """Return the first element of each language, one paragraph on each line."""
    texts: dict[Language, str] = {}
    for element in elements:
        if code := language_of(element):
            paragraphs = filter(None, (plain(part) for part in element.iter("p")))
            texts.setdefault(code, "\n".join(paragraphs))
    return tidy(texts)
