"""The label at the beginning of a paragraph: `Abstract.`, `ӘОЖ 811`, `*Corresponding author:`."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from articles.imports.manuscript.labels.phrases import (
    EVENTS,
    LABELS,
    Element,
    LabelLanguage,
    fold_letters,
    phrase_pattern,
)
from articles.imports.manuscript.lines.paragraph import Paragraph

NUMBERING = r"(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]?\s+|[IVX]{1,4}\.\s+)?"
LEAD = re.compile(r"[\s*†✉\"«(\[]*" + NUMBERING)
IN_BRACKETS = re.compile(r"\s*\([^()]{1,60}\)")
ENDS_WITH_DASH = frozenset(("abstract", "keywords", "irsti", "udc", "correspondence", "email"))
CODES = frozenset(("irsti", "udc", "doi", "other_code", "orcid", "pages", "imprint"))
BARE = frozenset(("article_type", "references", "romanized"))  # only references may follow
BEFORE_COLON = frozenset(("title", "authors", "affiliation", "pages", "imprint", "statement"))


class Label(msgspec.Struct, frozen=True):
    """The element that a label names, its languages, and where the text after it begins."""

    element: Element
    languages: tuple[LabelLanguage, ...]
    end: int


Meaning = dict[Element, tuple[LabelLanguage, ...]]


@cache
def _meanings() -> dict[str, Meaning]:
    meanings: dict[str, Meaning] = {}
    for element, order_by_language in LABELS.items():
        for language, phrases in order_by_language.items():
            for phrase in phrases:
                meaning = meanings.setdefault(_closed(fold_letters(phrase)), {})
                meaning[element] = (*meaning.get(element, ()), language)
    return meanings


@cache
def _phrases() -> re.Pattern[str]:
    words = phrase_pattern(*LABELS).replace(r"\ ", r"[\s\-]{0,3}")
    return re.compile(rf"(?:{words})(?!\w)")


def _closed(phrase: str) -> str:
    """A label without blanks and hyphens, which may be more or fewer than usual."""
    return re.sub(r"[\s\-]", "", phrase)


def find_label(paragraph: Paragraph) -> Label | None:
    """Return the label at the beginning of a paragraph, or None."""
    text = fold_letters(paragraph.text[:160])
    start = LEAD.match(text)
    match = _phrases().match(text, start.end() if start else 0)
    if not match:
        return None
    for element, languages in _meanings()[_closed(match[0])].items():
        end = _past_translations(text, match.end(), element)
        if (text_start := _text_start(paragraph, text, end, element)) is not None:
            return Label(element, languages, text_start)
    return None


def _past_translations(text: str, end: int, element: Element) -> int:
    """Skip the same label in other languages: `IRSTI/МРНТИ/ХҒТАР`."""
    while joint := re.compile(r"\s*[/|,]\s*").match(text, end):
        other = _phrases().match(text, joint.end())
        if not other or element not in _meanings()[_closed(other[0])]:
            break
        end = other.end()
    return end


def _text_start(paragraph: Paragraph, text: str, end: int, element: Element) -> int | None:
    """Return where the text after the label begins, or None if the words are no label here."""
    if brackets := IN_BRACKETS.match(text, end):
        end = brackets.end()
    rest = paragraph.text[end:].strip()
    if not rest.strip(' .:*»")]'):
        return len(paragraph.text)
    sign = re.compile(r"\s*[\]»\"]?\s*([.:]+)|\s+(-)\s|\s*$").match(text, end)
    if element in BARE:
        first = re.compile(r"\s*[.:]?\s*(?=\[?1[\].)]?\s)").match(paragraph.text, end)
        return first.end() if first and element != "article_type" else None
    if sign and (sign[1] or element in ENDS_WITH_DASH or element in EVENTS):
        if sign[1] == "." and element in BEFORE_COLON:
            return None
        return sign.end()
    if element == "correspondence" and "@" in paragraph.text:
        return end
    if element in CODES or element in EVENTS or element == "email":
        return end if re.match(r"\s*[\d<(«]|\s+\S*@|\s*https?:|\s+[A-ZА-Я]\d", text[end:]) else None
    lead = paragraph.emphasised_lead()  # bold or italic letters, which end where the label ends
    is_set_apart = 0 < lead < len(paragraph.text) and abs(lead - end) <= 1
    return end if is_set_apart else None
