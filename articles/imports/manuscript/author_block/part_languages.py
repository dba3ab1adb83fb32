"""The language of each part of an author block."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from articles.imports.manuscript.author_block.parts import ORGANISATION_TYPES, names_at
from articles.imports.manuscript.classify.layout import Layout
from articles.imports.manuscript.header.languages import CYRILLIC, RUSSIAN_PATRONYMIC
from articles.imports.manuscript.header.languages import printed_language as language_of_words
from articles.imports.manuscript.language import KAZAKH, journal_language
from articles.records.languages import Language


def part_languages(
    parts: list[Layout], chosen: Mapping[int, Language] | None = None
) -> list[Language | None]:
    """Return the language of each part; None for a language that an earlier part has.

    `chosen` has the languages that an editor chose, by the place of the part. Cyrillic names
    without any sign of their language are in the first of Kazakh and Russian that is left.
    """
    chosen = chosen or {}
    languages = [chosen.get(at) or _told_language(part) for at, part in enumerate(parts)]
    for at, part in enumerate(parts):
        if languages[at] is None and _names(part):
            languages[at] = next((code for code in ("kk", "ru") if code not in languages), None)
    return [code if code not in languages[:at] else None for at, code in enumerate(languages)]


def _told_language(part: Layout) -> Language | None:
    """By the words of the organisations, else of the labels, else by the letters of the names."""
    votes = Counter(_organisation_languages(part)) or Counter(_label_languages(part))
    if votes:
        return votes.most_common(1)[0][0]
    names = _names(part)
    if not CYRILLIC.search(names):
        return "en"
    if RUSSIAN_PATRONYMIC.search(names):
        return "ru"
    return "kk" if KAZAKH.search(names.lower()) else None


def _organisation_languages(part: Layout) -> Iterator[Language]:
    for paragraph, choice in zip(part.paragraphs, part.choices, strict=True):
        if choice.label in ORGANISATION_TYPES and (code := language_of_words(paragraph.text, None)):
            yield code


def _label_languages(part: Layout) -> Iterator[Language]:
    for label in part.labels:
        if label and len(label.languages) == 1 and (code := journal_language(label.languages[0])):
            yield code


def _names(part: Layout) -> str:
    return " ".join(name for at in range(len(part)) for name in names_at(part, at))
