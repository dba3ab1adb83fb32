"""Funding, thanks, contributions and conflicts: the sections that are no part of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.imports.manuscript.classify.layout import SECTIONS, Outline
from articles.imports.manuscript.lines.paragraph import Paragraph, part
from articles.imports.manuscript.sourced_value import Found, Sureness

GRANT = re.compile(
    r"\bгрант|\bgrant|\bAP\s?\d{6,}|\bАР\s?\d{6,}|\bBR\s?\d{6,}|қаржыландыр|финансир|при поддержке"
    r"|funded|supported by|ИРН|ЖТН|\bIRN\b|жоба\w* аясында|в рамках (?:проекта|программы)",
    re.IGNORECASE,
)


class _Statement:
    def __init__(self, element: str, heading: str, lines: tuple[int, ...]) -> None:
        self.element, self.heading, self.lines = element, heading, lines
        self.parts: list[Paragraph] = []

    @property
    def text(self) -> str:
        return "\n\n".join(each.text for each in self.parts)


def statement_values(outline: Outline) -> Iterator[Found]:
    """Each statement with its heading; a thanks paragraph that names a grant is the funding."""
    statements = list(_statements(outline))
    funding = [each for each in statements if each.element == "funding" and each.text]
    others = [each for each in statements if each.element != "funding"]
    if not funding:
        funding = [each for each in others if each.element == "thanks" and GRANT.search(each.text)]
        others = [each for each in others if each not in funding]
    for each in funding[:1]:
        yield Found("funding", each.text, _lines(each), Sureness.CERTAIN)
    for at, each in enumerate([*others, *funding[1:]]):
        value = {"heading": each.heading, "text": each.text}
        yield Found(f"other_sections.{at}", value, _lines(each))


def _lines(statement: _Statement) -> tuple[int, ...]:
    lines = [*statement.lines, *(n for each in statement.parts for n in each.lines)]
    return tuple(dict.fromkeys(lines))


def _statements(outline: Outline) -> Iterator[_Statement]:
    statement: _Statement | None = None
    for at in outline.members("other"):
        paragraph = outline.paragraphs[at]
        label = outline.labels[at]
        if label is not None and label.element in SECTIONS:
            if statement:
                yield statement
            heading = paragraph.numbered[
                : label.end + len(paragraph.numbered) - len(paragraph.text)
            ]
            heading = heading.strip().rstrip(".: –")
            statement = _Statement(label.element, heading, paragraph.lines)
            rest = part(paragraph, label.end)
            statement.parts += [rest] if rest.text else []
        elif statement:
            statement.parts.append(paragraph)
    if statement:
        yield statement
