"""The title of the article in each language."""

from __future__ import annotations

from collections.abc import Iterator

from articles.imports.manuscript.header.header import Header
from articles.imports.manuscript.header.markup import meaningful_markup
from articles.imports.manuscript.language import detect_language
from articles.imports.manuscript.lines.paragraph import Paragraph, slice_paragraph
from articles.imports.manuscript.sourced_value import SourcedValue, Sureness
from articles.records.languages import LANGUAGES, Language

LONG_TITLE = 15  # characters; the language of a shorter title is not certain


def title_values(headers: list[Header]) -> Iterator[SourcedValue]:
    """For each language the best title of its headers."""
    for language in LANGUAGES:
        own = [header for header in headers if header.language == language]
        titles = _in_language([title for header in own for title in header.titles], language)
        if titles:
            best = max(titles, key=_rank)
            is_doubtful = len(titles) > 1 and not best.heading
            title = _trim(best)
            yield SourcedValue(
                f"title.{language}",
                title.text,
                title.lines,
                Sureness.DOUBTFUL if is_doubtful else Sureness.CERTAIN,
                meaningful_markup([title]),
            )


def _in_language(titles: list[Paragraph], language: Language) -> list[Paragraph]:
    """Those that are surely in this language, if there are any; long ones before short ones."""
    exact = [title for title in titles if detect_language(title.text) == language]
    return [title for title in exact if len(title.text) > LONG_TITLE] or exact or titles


def _rank(title: Paragraph) -> tuple[bool, float, bool, bool, int]:
    return (title.heading > 0, title.size, title.is_capital, title.is_bold, len(title.text))


def _trim(title: Paragraph) -> Paragraph:
    """The title without the asterisks around it and the full stop after it."""
    text = title.text
    start, end = len(text) - len(text.lstrip("* ")), len(text.rstrip("* "))
    trimmed = slice_paragraph(title, start, end)
    if trimmed.text.endswith(".") and not trimmed.text.endswith(".."):
        return slice_paragraph(trimmed, 0, len(trimmed.text) - 1)
    return trimmed
