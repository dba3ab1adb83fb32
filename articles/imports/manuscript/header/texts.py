"""The title, the abstract and the keywords of each language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.imports.manuscript.classify.layout import Layout
from articles.imports.manuscript.header.header import Header
from articles.imports.manuscript.header.markup import meaningful_markup
from articles.imports.manuscript.language import detect_language
from articles.imports.manuscript.lines.paragraph import Paragraph, join_paragraphs, slice_paragraph
from articles.imports.manuscript.sourced_value import SourcedValue, Sureness
from articles.imports.manuscript.splitting import split_outside_brackets
from articles.records.languages import LANGUAGES, Language

LONG_TITLE = 15  # characters; the language of a shorter title is not certain
LONGEST = 120  # characters of one keyword
# In this order: the first one that the text holds.
SEPARATORS = tuple(map(re.compile, (";", r"[,،]\s*(?!\d)", r"\s/\s", r"\s[–—•·|]\s", r"\n")))


def title_values(headers: list[Header]) -> Iterator[SourcedValue]:
    """For each language the best title of its headers."""
    for language in LANGUAGES:
        own = [title for each in headers if each.language == language for title in each.titles]
        if titles := _in_language(own, language):
            best = max(titles, key=_rank)
            is_doubtful = len(titles) > 1 and not best.heading
            sureness = Sureness.DOUBTFUL if is_doubtful else Sureness.CERTAIN
            title, markup = _trim(best), meaningful_markup(_trim(best))
            yield SourcedValue(f"title.{language}", title.text, title.lines, sureness, markup)


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
    is_stopped = text[:end].endswith(".") and not text[:end].endswith("..")
    return slice_paragraph(title, start, end - is_stopped)


def abstract_and_keyword_values(layout: Layout, headers: list[Header]) -> Iterator[SourcedValue]:
    """Abstract and keywords as printed, without their labels; an abstract is one string."""
    for header in headers:
        if not header.language:
            continue
        paragraphs = [_without_label(layout, at) for at in header.abstract]
        if filled := [paragraph for paragraph in paragraphs if paragraph.text]:
            whole, path = join_paragraphs(filled), f"abstract.{header.language}"
            is_labelled = layout.element(header.abstract[0]) is not None
            sureness = Sureness.CERTAIN if is_labelled else Sureness.LIKELY
            markup = meaningful_markup(whole)
            yield SourcedValue(path, whole.text, _lines(paragraphs), sureness, markup)
        paragraphs = [_without_label(layout, at) for at in header.keywords]
        text = "\n".join(paragraph.text for paragraph in paragraphs if paragraph.text)
        if keywords := split_keywords(text):
            yield SourcedValue(f"keywords.{header.language}", keywords, _lines(paragraphs))


def _without_label(layout: Layout, at: int) -> Paragraph:
    paragraph = layout.without_label(at)
    text = paragraph.text.lstrip("*:.–— ")
    return slice_paragraph(paragraph, len(paragraph.text) - len(text))


def _lines(paragraphs: list[Paragraph]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(number for paragraph in paragraphs for number in paragraph.lines))


def split_keywords(text: str) -> list[str]:
    """Return the keywords in order, each once; separators inside brackets do not count."""
    text = text.strip().rstrip(".;, ")
    lists = (split_outside_brackets(text, separator) for separator in SEPARATORS)
    pieces = next((pieces for pieces in lists if len(pieces) > 1), [text])
    tidy = (piece if piece.endswith("т.б.") else piece.strip(" .,;:–—-*\n") for piece in pieces)
    return list(dict.fromkeys(piece for piece in tidy if piece and len(piece) <= LONGEST))
