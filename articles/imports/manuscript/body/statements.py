"""Funding, acknowledgements, contributions and conflicts: sections outside the article's text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.imports.manuscript.classify.layout import STATEMENT_LABELS, Layout
from articles.imports.manuscript.lines.paragraph import Paragraph, slice_paragraph
from articles.imports.manuscript.sourced_value import SourcedValue, Sureness

GRANT = re.compile(
    r"\bгрант|\bgrant|\bAP\s?\d{6,}|\bАР\s?\d{6,}|\bBR\s?\d{6,}|қаржыландыр|финансир|при поддержке"
    r"|funded|supported by|ИРН|ЖТН|\bIRN\b|жоба\w* аясында|в рамках (?:проекта|программы)",
    re.IGNORECASE,
)


class _Statement:
    """A statement under the heading that its label makes."""

    def __init__(self, element: str, heading: str, lines: tuple[int, ...]) -> None:
        self.element, self.heading, self.heading_lines = element, heading, lines
        self.paragraphs: list[Paragraph] = []

    @property
    def text(self) -> str:
        return "\n\n".join(paragraph.text for paragraph in self.paragraphs)

    @property
    def lines(self) -> tuple[int, ...]:
        below = (number for paragraph in self.paragraphs for number in paragraph.lines)
        return tuple(dict.fromkeys((*self.heading_lines, *below)))


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
            statement = _Statement(label.element, heading, paragraph.lines)
            rest = slice_paragraph(paragraph, label.end)
            statement.paragraphs += [rest] if rest.text else []
        elif statement:
            statement.paragraphs.append(paragraph)
    if statement:
        yield statement
