"""Headings of sections: on a line of their own, or run in at the start of a paragraph."""

from __future__ import annotations

import re

from articles.imports.manuscript.lines.paragraph import Paragraph, slice_paragraph
from articles.imports.manuscript.vocabulary import CAPTION, VOCABULARY

# A Roman number typed on a Kazakh or Russian keyboard has the letters І and Х of its alphabet.
NUMBER = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[IVXІХ]{1,4}\.)\s+(?=[^\W\d_])")
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
RUN_IN = re.compile(r"^(.{3,90}?)[.:]\s+(?=\S)")
HEADING_STEMS = frozenset(VOCABULARY["headings"])
LONGEST_STEM = max(map(len, HEADING_STEMS))


def is_known_heading(text: str) -> bool:
    """Whether all words are words that headings of articles consist of."""
    bare = NUMBER.sub("", text.strip()).strip(" .:*")
    words = [word.lower() for word in WORD.findall(bare)]
    if not words or len(words) > 9 or re.search(r"[,;!?(\d]", bare) or bare[:1].islower():
        return False
    return all(_is_heading_word(word) for word in words) and any(len(word) > 3 for word in words)


def _is_heading_word(word: str) -> bool:
    if word in HEADING_STEMS or word.replace("-", "") in HEADING_STEMS:
        return True
    return any(word[:cut] in HEADING_STEMS for cut in range(4, min(len(word), LONGEST_STEM + 1)))


def is_heading(paragraph: Paragraph, prose_follows: bool = True) -> bool:
    """Whether a paragraph heads a section: by the file's style, by its words, or by its print."""
    text = paragraph.text.strip()
    if not text or CAPTION.begin(text) or len(text) > 160 or paragraph.kind != "text":
        return False
    if paragraph.is_list_item:
        return False
    if paragraph.heading or is_known_heading(paragraph.text_with_label):
        return True
    if not prose_follows or len(text.split()) > 12 or re.search(r"[;,!?»]$", text):
        return False
    return _stands_out(paragraph, text)


def _stands_out(paragraph: Paragraph, text: str) -> bool:
    """Whether a number, bold, capitals or the gap before it set the line apart."""
    words = WORD.findall(text)
    if not words or not re.search(r"[^\W\d_]{3}", text):
        return False
    plain_end = not re.search(r"[.:]$", text)
    if NUMBER.match(paragraph.text_with_label) and plain_end and len(words) <= 10:
        return text[:1] != text[:1].lower() or text[:1].isdigit()
    if paragraph.is_bold or paragraph.is_capital:
        return True
    first = NUMBER.sub("", text)[:1]
    return paragraph.gap and plain_end and len(words) <= 7 and first.isupper() and "=" not in text


def starts_with_run_in_heading(paragraph: Paragraph) -> bool:
    """Whether a paragraph begins with the words of a heading, whatever its print."""
    match = RUN_IN.match(paragraph.text)
    return match is not None and is_known_heading(match[1])


def split_run_in_heading(paragraph: Paragraph) -> tuple[str, Paragraph]:
    """Split `**Введение.** Умение …` into its heading and the rest; ('', paragraph) without one."""
    if match := RUN_IN.match(paragraph.text):
        heading, lead = match[1], paragraph.emphasised_lead()
        is_bold = 0 < lead < len(paragraph.text) - 20 and abs(lead - match.end(1)) <= 2
        if len(heading.split()) <= 8 and (is_bold or is_known_heading(heading)):
            return heading, slice_paragraph(paragraph, match.end())
    return "", paragraph
