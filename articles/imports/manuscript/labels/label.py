"""Finds the label with which a paragraph begins."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from articles.imports.manuscript.labels.folding import skeleton
from articles.imports.manuscript.labels.phrases import LABELS, Element, LabelLanguage
from articles.imports.manuscript.lines.paragraph import Paragraph

NUMBERING = r"(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]?\s+|[IVX]{1,4}\.\s+)?"
LEAD = re.compile(r"[\s*†✉\"«(\[]*" + NUMBERING)
IN_BRACKETS = re.compile(r"\s*\([^()]{1,60}\)")
ENDS_WITH_DASH = frozenset(("abstract", "keywords", "irsti", "udc", "correspondence", "email"))
CODES = frozenset(("irsti", "udc", "doi", "other_code", "orcid", "pages", "imprint"))
EVENTS = frozenset(("received", "revised", "accepted", "published"))
ALONE = frozenset(("article_type", "references", "romanized"))  # nothing but entries may follow
BEFORE_COLON = frozenset(("title", "authors", "organisation", "pages", "imprint", "statement"))


class Label(msgspec.Struct, frozen=True):
    """What a paragraph calls itself, in which languages, and where its own text begins."""

    element: Element
    languages: tuple[LabelLanguage, ...]
    end: int


Meaning = dict[Element, tuple[LabelLanguage, ...]]


@cache
def _meanings() -> dict[str, Meaning]:
    meanings: dict[str, Meaning] = {}
    for element, by_language in LABELS.items():
        for language, phrases in by_language.items():
            for phrase in phrases:
                meaning = meanings.setdefault(skeleton(phrase), {})
                meaning[element] = (*meaning.get(element, ()), language)
    return meanings


@cache
def _phrases() -> re.Pattern[str]:
    longest_first = sorted(_meanings(), key=len, reverse=True)
    words = (re.escape(phrase).replace(r"\ ", r"[\s\-]{1,3}") for phrase in longest_first)
    return re.compile(rf"(?:{'|'.join(words)})(?!\w)")


def label_of(paragraph: Paragraph) -> Label | None:
    """The label of a paragraph, or None."""
    text = skeleton(paragraph.text[:160])
    start = LEAD.match(text)
    found = _phrases().match(text, start.end() if start else 0)
    if not found:
        return None
    meaning = _meanings()[re.sub(r"[\s\-]{1,3}", " ", found[0])] if _is_spaced(found[0]) else None
    meaning = meaning or _meanings().get(found[0], {})
    for element, languages in meaning.items():
        end = _past_twins(text, found.end(), element)
        if (after := _after(paragraph, text, end, element)) is not None:
            return Label(element, languages, after)
    return None


def _is_spaced(phrase: str) -> bool:
    return re.sub(r"[\s\-]{1,3}", " ", phrase) in _meanings()


def _past_twins(text: str, end: int, element: Element) -> int:
    """`IRSTI/МРНТИ/ХҒТАР`: one label in several languages."""
    while joint := re.compile(r"\s*[/|,]\s*").match(text, end):
        twin = _phrases().match(text, joint.end())
        if not twin or element not in _meanings().get(twin[0], {}):
            break
        end = twin.end()
    return end


def _after(paragraph: Paragraph, text: str, end: int, element: Element) -> int | None:
    """Where the text after the label begins, or None if these words are no label here."""
    if brackets := IN_BRACKETS.match(text, end):
        end = brackets.end()
    rest = paragraph.text[end:].strip()
    if not rest.strip(' .:*»")]'):
        return len(paragraph.text)
    sign = re.compile(r"\s*[\]»\"]?\s*([.:]+)|\s+(-)\s|\s*$").match(text, end)
    if element in ALONE:
        return _before_entries(paragraph, end, element)
    if sign and (sign[1] or element in ENDS_WITH_DASH or element in EVENTS):
        if sign[1] == "." and element in BEFORE_COLON:
            return None
        return sign.end()
    if element == "correspondence" and "@" in paragraph.text:
        return end
    if element in CODES or element in EVENTS or element == "email":
        return end if re.match(r"\s*[\d<(«]|\s+\S*@|\s*https?:|\s+[A-ZА-Я]\d", text[end:]) else None
    return end if _is_set_apart(paragraph, end) else None


def _before_entries(paragraph: Paragraph, end: int, element: Element) -> int | None:
    found = re.compile(r"\s*[.:]?\s*(?=\[?1[\].)]?\s)").match(paragraph.text, end)
    return found.end() if found and element != "article_type" else None


def _is_set_apart(paragraph: Paragraph, end: int) -> bool:
    """Bold or italic letters end where the label ends."""
    lead = paragraph.lead()
    return lead > 0 and abs(lead - end) <= 1 and lead < len(paragraph.text)
