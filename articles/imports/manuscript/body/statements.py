"""Funding, acknowledgements, contributions and conflicts: sections outside the article's text."""

from __future__ import annotations

from collections.abc import Iterator

from articles.imports.manuscript.body.sections import Section
from articles.imports.manuscript.classify.layout import STATEMENT_LABELS, Layout
from articles.imports.manuscript.sourced_value import SourcedValue, Sureness
from articles.imports.manuscript.vocabulary import Words

GRANT = Words("grant", exact=r"\b(?:AP|АР|BR)\s?\d{6,}|ИРН|ЖТН|\bIRN\b")


def statement_values(layout: Layout) -> Iterator[SourcedValue]:
    """Each statement with its heading; acknowledgements that name a grant are the funding."""
    statements = _statements(layout)
    funding = [each for each in statements if each.element == "funding" and each.text]
    others = [each for each in statements if each.element != "funding"]
    if not funding:
        funding = [each for each in others if each.element == "thanks" and GRANT.are_in(each.text)]
        others = [each for each in others if each not in funding]
    if not funding:
        yield from _funding_footnote(layout)
    for statement in funding[:1]:
        yield SourcedValue("funding", statement.text, statement.lines, Sureness.CERTAIN)
    for at, statement in enumerate([*others, *funding[1:]]):
        value = {"heading": statement.heading, "text": statement.text}
        yield SourcedValue(f"other_sections.{at}", value, statement.lines)


def _funding_footnote(layout: Layout) -> Iterator[SourcedValue]:
    """A footnote that names a grant, as that of a title often does."""
    for at in layout.places_in(""):
        paragraph = layout.paragraphs[at]
        if paragraph.kind == "footnote" and GRANT.are_in(paragraph.text):
            yield SourcedValue("funding", paragraph.text, paragraph.lines, Sureness.LIKELY)
            return


def _statements(layout: Layout) -> list[Section]:
    statements: list[Section] = []
    for at in layout.places_in("other"):
        paragraph, element = layout.paragraphs[at], layout.element(at)
        if element in STATEMENT_LABELS:
            below = layout.without_label(at)
            heading = paragraph.text_with_label.removesuffix(below.text).strip().rstrip(".: –")
            statements.append(Section(heading, paragraph.lines, element=element))
            paragraph = below
        if statements and paragraph.text:
            statements[-1].paragraphs.append(paragraph)
    return statements
