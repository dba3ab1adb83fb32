"""The title of the article in each language."""

from __future__ import annotations

from collections.abc import Iterator

from articles.imports.manuscript.header.header import Header
from articles.imports.manuscript.header.markup import meaningful_markup
from articles.imports.manuscript.language import detect_language, journal_language
from articles.imports.manuscript.lines.paragraph import Paragraph, slice_paragraph
from articles.imports.manuscript.sourced_value import SourcedValue, Sureness
from articles.records.languages import LANGUAGES, Language

LONG_TITLE = 15  # characters; the language of a shorter title is not certain


def title_values(headers: list[Header]) -> Iterator[SourcedValue]:
    """For each language the best title of its own block, else one of another block."""
    for language in LANGUAGES:
        own_headers = [header for header in headers if header.language == language]
        titles = [title for header in own_headers for title in _own_titles(header, language)]
        sureness = Sureness.CERTAIN
        if not titles:
            others = (title for header in headers for title in header.titles)
            titles = [title for title in others if _is_title_in(title, language)]
            sureness = Sureness.LIKELY
        if titles:
            best = max(titles, key=_rank)
            is_doubtful = len(titles) > 1 and not best.heading
            title = _trim(best)
            yield SourcedValue(
                f"title.{language}",
                title.text,
                title.lines,
                Sureness.DOUBTFUL if is_doubtful else sureness,
                meaningful_markup([title]),
            )


def _own_titles(header: Header, language: Language) -> list[Paragraph]:
    """The titles of a block that are in its language: certainly, if any are, else possibly."""
    possible = [title for title in header.titles if _can_be_in(title, language)]
    exact = [
        title for title in possible if journal_language(detect_language(title.text)) == language
    ]
    longer = [title for title in exact if len(title.text) > LONG_TITLE]
    return longer or exact or possible


def _can_be_in(title: Paragraph, language: Language) -> bool:
    """Short Kazakh text without Kazakh letters looks Russian."""
    detected = detect_language(title.text)
    return detected in (language, "") or (language == "kk" and detected == "ru")


def _is_title_in(title: Paragraph, language: Language) -> bool:
    return detect_language(title.text) == language and len(title.text) > LONG_TITLE


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
