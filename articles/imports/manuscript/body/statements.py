"""Funding, acknowledgements, contributions and conflicts: sections outside the article's text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.imports.manuscript.body.sections import Section
from articles.imports.manuscript.classify.layout import STATEMENT_LABELS, Layout
from articles.imports.manuscript.lines.paragraph import slice_paragraph
from articles.imports.manuscript.sourced_value import SourcedValue, Sureness

GRANT = re.compile(
    r"\bгрант|\bgrant|\bAP\s?\d{6,}|\bАР\s?\d{6,}|\bBR\s?\d{6,}|қаржыландыр|финансир|при поддержке"
    r"|funded|supported by|ИРН|ЖТН|\bIRN\b|жоба\w* аясында|в рамках (?:проекта|программы)",
    re.IGNORECASE,
)


@dataclass
class _Statement(Section):
    """A statement under the heading that its label makes."""

    element: str = ""


def statement_values(layout: Layout) -> Iterator[SourcedValue]:
    """Each statement with its heading; acknowledgements that name a grant are the funding."""
    statements = list(_statements(layout))
    funding = [each for each in statements if each.element == "funding" and each.text]
    others = [each for each in statements if each.element != "funding"]
    if not funding:
        funding = [each for each in others if each.element == "thanks" and GRANT.search(each.text)]
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
        if paragraph.kind == "footnote" and GRANT.search(paragraph.text):
            yield SourcedValue("funding", paragraph.text, paragraph.lines, Sureness.LIKELY)
            return


def _statements(layout: Layout) -> Iterator[_Statement]:
    statement: _Statement | None = None
    for at in layout.places_in("other"):
        paragraph = layout.paragraphs[at]
        label = layout.labels[at]
        if label is not None and label.element in STATEMENT_LABELS:
            if statement:
                yield statement
            printed = paragraph.text_with_label
            heading = printed[: label.end + len(printed) - len(paragraph.text)]
            heading = heading.strip().rstrip(".: –")
            statement = _Statement(heading, paragraph.lines, element=label.element)
            rest = slice_paragraph(paragraph, label.end)
            statement.paragraphs += [rest] if rest.text else []
        elif statement:
            statement.paragraphs.append(paragraph)
    if statement:
        yield statement
