"""The language of each line of a header segment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.imports.manuscript.authors.bylines import parse_byline
from articles.imports.manuscript.authors.surnames import has_same_surname
from articles.imports.manuscript.classify.layout import Layout
from articles.imports.manuscript.language import (
    KAZAKH,
    KAZAKH_SHARED,
    DetectedLanguage,
    detect_language,
    journal_language,
)
from articles.imports.manuscript.vocabulary import Words
from articles.records.languages import Language

TEXTS = ("title", "abstract", "keywords")  # their own words tell their language
PEOPLE = ("byline", "affiliation")
SHORT_TITLE = 60  # characters; a Kazakh title of this length may have no Kazakh letter
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
KAZAKH_LATIN = re.compile("[áǵıńúýűşğäöü]")  # with IGNORECASE ı would be any i
RUSSIAN_PATRONYMIC = re.compile(r"(?:[оеь]вич|овна|евна|ична)(?!\w)")
QUOTED = re.compile(r"«[^«»]*»|\"[^\"]*\"|“[^”]*”")
KAZAKH_WORDS, RUSSIAN_WORDS = (Words(f"{name} of organisations") for name in ("Kazakh", "Russian"))


def line_languages(layout: Layout, segment: list[int]) -> dict[int, DetectedLanguage]:
    """Return the language of each place of a segment.

    Titles and abstracts tell it, and the letters of names. Organisations that no names stand
    above are in the language of their words; any other line is in that of the line before it.
    """
    own = dict(_text_languages(layout, segment))
    own |= _short_kazakh_titles(layout, own)
    known = set(own.values())
    names = {at: _names(layout, at) for at in segment if layout.line_type(at) == "byline"}
    told = {at: _language_of_byline(layout, at, names[at], known) for at in names}
    languages: dict[int, DetectedLanguage] = {}
    before: DetectedLanguage = next(iter(own.values()), "")
    types = (layout.line_type(at) for at in segment)
    names_follow = next((each for each in types if each in PEOPLE), "") == "affiliation"
    has_names = False  # above a line, without a text between them
    for at in segment:
        line_type = layout.line_type(at)
        if line_type in (*TEXTS, "byline"):
            has_names = line_type == "byline" and not names_follow
        if line_type == "byline":
            left = _language_left(names, told, at, known, before)
            own[at] = told[at] = told[at] or left
        elif line_type == "affiliation" and not has_names:
            printed = printed_language(layout.paragraphs[at].text, journal_language(before))
            own |= {at: printed} if printed in known else {}
        before = languages[at] = own.get(at, before)
    return languages


def _language_of_byline(
    layout: Layout, at: int, names: list[str], known: set[DetectedLanguage]
) -> DetectedLanguage:
    """By the letters of the names, else of the whole line."""
    texts = ([" ".join(names)] if names else []) + [layout.paragraphs[at].text]
    return next(filter(None, (_language_of_letters(text, known) for text in texts)), "")


def _language_left(
    names: dict[int, list[str]], told: dict[int, DetectedLanguage], at: int,
    known: set[DetectedLanguage], before: DetectedLanguage,
) -> DetectedLanguage:  # fmt: skip
    """One in which the same people are not named elsewhere, where letters do not tell it."""
    same = {told[other] for other in names if _are_same(names[at], names[other])}
    taken = same & {"kk", "ru"}
    free = (known & {"kk", "ru"} or {"kk", "ru"}) - taken
    usual: DetectedLanguage = before if before in ("kk", "ru") else "ru"
    return min(free) if taken and len(free) == 1 else usual


def _text_languages(layout: Layout, segment: list[int]) -> Iterator[tuple[int, DetectedLanguage]]:
    before: DetectedLanguage = ""
    for at in segment:
        if layout.line_type(at) in TEXTS:
            before = _text_language(layout, at) or before
            yield at, before


def _text_language(layout: Layout, at: int) -> DetectedLanguage:
    """By the words of a text; if it is too short, by its label."""
    label, is_title = layout.labels[at], layout.line_type(at) == "title"
    text = layout.without_label(at).text
    detected = detect_language(text, of_names=layout.line_type(at) == "keywords")
    if label and "other" in label.languages and detected != "en":
        return "other"
    decisive = 60 if detected in ("kk", "other") else 150
    if is_title or (detected and len(text) > decisive):
        return detected
    return (label.languages[0] or detected) if label and label.languages else ""


def _short_kazakh_titles(
    layout: Layout, own: dict[int, DetectedLanguage]
) -> dict[int, DetectedLanguage]:
    """Short titles without a Kazakh letter above a Kazakh abstract, where nothing is Russian."""
    titles = (at for at in own if own[at] == "ru" and layout.line_type(at) == "title")
    unclear = [at for at in titles if len(layout.paragraphs[at].text) < SHORT_TITLE]
    sure = {language for at, language in own.items() if at not in unclear}
    return dict.fromkeys(unclear, "kk") if "kk" in sure and "ru" not in sure else {}


def _names(layout: Layout, at: int) -> list[str]:
    byline = parse_byline(layout.paragraphs[at])
    return [person.name for person in byline.people] if byline else []


def _are_same(names: list[str], others: list[str]) -> bool:
    """Whether two bylines name the same people: they are in two languages."""
    return any(has_same_surname(name, other) for name in names for other in others)


def _language_of_letters(text: str, known: set[DetectedLanguage]) -> DetectedLanguage:
    """The language of names by their letters and by the titles that there are, "" if unknown."""
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
    return ""


def printed_language(text: str, header_language: Language | None) -> Language | None:
    """Return the language in which an affiliation is printed, whatever that of its header."""
    bare = QUOTED.sub(" ", text)
    if not CYRILLIC.search(bare):
        return "en" if re.search("[a-z]", bare, re.IGNORECASE) else header_language
    kazakh, russian = KAZAKH_WORDS.are_in(bare), RUSSIAN_WORDS.are_in(bare)
    if kazakh != russian:
        return "kk" if kazakh else "ru"
    if KAZAKH.search(bare.lower()):
        return "kk"
    return header_language if header_language in ("kk", "ru") else "ru"
