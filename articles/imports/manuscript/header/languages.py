"""The language of each line of a header segment."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from articles.imports.manuscript.authors.bylines import parse_byline
from articles.imports.manuscript.authors.surnames import is_same_person
from articles.imports.manuscript.classify.layout import Layout
from articles.imports.manuscript.language import (
    KAZAKH,
    KAZAKH_SHARED,
    DetectedLanguage,
    detect_language,
)
from articles.imports.manuscript.vocabulary import Words
from articles.records.languages import Language

TEXTS = ("title", "abstract", "keywords")  # their own words tell their language
SHORT_TITLE = 60  # characters; a Kazakh title of this length may have no Kazakh letter
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
KAZAKH_LATIN = re.compile("[áǵıńúýűşğäöü]")  # with IGNORECASE ı would be any i
RUSSIAN_PATRONYMIC = re.compile(r"(?:[оеь]вич|овна|евна|ична)(?!\w)")
QUOTED = re.compile(r"«[^«»]*»|\"[^\"]*\"|“[^”]*”")
KAZAKH_WORDS, RUSSIAN_WORDS = (Words(f"{name} of organisations") for name in ("Kazakh", "Russian"))


def line_languages(layout: Layout, segment: list[int]) -> dict[int, DetectedLanguage]:
    """Return the language of each place of a segment.

    Titles and abstracts tell it; a byline is in the language of a title that it agrees with, and
    any other line in that of the line before it.
    """
    own = dict(_text_languages(layout, segment))
    own |= dict(_short_kazakh_titles(layout, own))
    known = set(own.values())
    languages: dict[int, DetectedLanguage] = {}
    named: dict[DetectedLanguage, list[str]] = defaultdict(list)  # the names so far
    before: DetectedLanguage = next(iter(own.values()), "")
    is_organisation_first = layout.choices[segment[0]].label == "affiliation"
    for place, at in enumerate(segment):
        follows_text = place and layout.choices[segment[place - 1]].label in TEXTS
        if at in own:
            before = own[at]
        elif layout.choices[at].label == "affiliation" and is_organisation_first and follows_text:
            before = next((own[each] for each in segment[place:] if each in own), before)
        elif layout.choices[at].label == "byline":
            names = _names(layout, at)
            before = _byline_language(" ".join(names), known, before)
            others = known & {"kk", "ru"} - {before}
            if others and not named[min(others)] and _are_known(names, named[before]):
                before = min(others)
            named[before] += names
        languages[at] = before
    return languages


def _text_languages(layout: Layout, segment: list[int]) -> Iterator[tuple[int, DetectedLanguage]]:
    before: DetectedLanguage = ""
    for at in segment:
        if layout.choices[at].label in TEXTS:
            before = _text_language(layout, at) or before
            yield at, before


def _text_language(layout: Layout, at: int) -> DetectedLanguage:
    """By the words of a text; if it is too short, by its label."""
    label, is_title = layout.labels[at], layout.choices[at].label == "title"
    text = layout.paragraphs[at].text[label.end if label else 0 :]
    detected = detect_language(text, of_names=layout.choices[at].label == "keywords")
    if label and "other" in label.languages and detected != "en":
        return "other"
    decisive = 60 if detected in ("kk", "other") else 150
    if is_title or (detected and len(text) > decisive):
        return detected
    return (label.languages[0] or detected) if label and label.languages else ""


def _short_kazakh_titles(
    layout: Layout, own: dict[int, DetectedLanguage]
) -> Iterator[tuple[int, DetectedLanguage]]:
    """Short titles without a Kazakh letter above a Kazakh abstract, where nothing is Russian."""
    unclear = [
        at
        for at, language in own.items()
        if language == "ru"
        and layout.choices[at].label == "title"
        and len(layout.paragraphs[at].text) < SHORT_TITLE
    ]
    sure = {language for at, language in own.items() if at not in unclear}
    if "kk" in sure and "ru" not in sure:
        yield from ((at, "kk") for at in unclear)


def _names(layout: Layout, at: int) -> list[str]:
    byline = parse_byline(layout.paragraphs[at])
    return [person.name for person in byline.people] if byline else []


def _are_known(names: list[str], named: list[str]) -> bool:
    """Whether people of a byline have been named before: it is that of another language."""
    return any(is_same_person(name, other) for name in names for other in named)


def _byline_language(
    text: str, known: set[DetectedLanguage], before: DetectedLanguage
) -> DetectedLanguage:
    """Names have no words of a language: their letters, and the titles that there are, decide."""
    if not CYRILLIC.search(text):
        if known == {"other"} or (KAZAKH_LATIN.search(text.lower()) and "kk" in known):
            return "other" if known == {"other"} else "kk"
        return "en"
    if len(possible := known & {"kk", "ru", "other"}) == 1:
        return next(iter(possible))
    if RUSSIAN_PATRONYMIC.search(text):
        return "ru"
    if KAZAKH.search(text.lower()) or ("kk" in known and KAZAKH_SHARED.search(text.lower())):
        return "kk"
    return before if before in ("kk", "ru") else "ru"


def printed_language(text: str, header_language: Language | None) -> Language | None:
    """Return the language in which an affiliation is printed, whatever that of its header."""
    bare = QUOTED.sub(" ", text)
    if not CYRILLIC.search(bare):
        return "en" if re.search("[a-z]", bare, re.IGNORECASE) else header_language
    kazakh, russian = KAZAKH_WORDS.are_in(bare), RUSSIAN_WORDS.are_in(bare)
    if kazakh != russian:
        return "kk" if kazakh else "ru"
    if KAZAKH.search(bare.lower()) and not russian:
        return "kk"
    return header_language if header_language in ("kk", "ru") else "ru"
