"""What a paragraph looks like: prose, a reference, a heading, a biography."""

from __future__ import annotations

import re

from articles.imports.manuscript.authors.names import Sure, is_name
from articles.imports.manuscript.labels.phrases import HEADING_STEMS
from articles.imports.manuscript.lines.paragraph import Paragraph
from articles.imports.manuscript.vocabulary import DEGREE, ORGANISATION

NUMBER = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[IVX]{1,4}\.)\s+(?=[^\W\d_])")
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
CAPTION = re.compile(
    r"^(?:рис|сурет|\d+-сурет|таблица|кесте|\d+-кесте|table|fig|figure|схема|диаграмма|сызба|chart)"
    r"\w*\.?\s*\d|^\d+\s*-?\s*(?:сурет|кесте)", re.IGNORECASE,
)  # fmt: skip
YEAR = re.compile(r"(?<!\d)(?:1[89]\d\d|20[0-4]\d)(?!\d)")
YEARS = re.compile(r"(?<!\d)(?:1\d|20)\d\d\s?[-–—]\s?(?:1\d|20)?\d\d(?!\d)")  # of what is told
CITED = re.compile(
    r"//|https?:|\bdoi\b|(?<!\w)(?:С|Б|P|Pp|S|B|Т|Vol|No|№|Изд|стр|бб|pp)\.?\s?\d|\d\s?(?:с|б|p|s|бб|бет|pp|стр)\."
    r"|\d\(\d|\[(?:in |Электрон)|\bдис\.|–\s?\d{1,4}\b|,\s\d+[,–-]\s?\d+",
    re.IGNORECASE,
)
ENTRY_START = re.compile(r"^(?:\[(\d{1,3})\]|(\d{1,3})[.)]|(\d{1,3})(?=\s+[^\W\d_a-zа-я]))\s*")
AFTER_NAME = re.compile(r"\s*(?:[-–—]\s|\s[-–—]|,\s|;\s|:\s|\s\()")
LONGEST_STEM = max(map(len, HEADING_STEMS))
TERMINAL = re.compile(r"[.!?…:;»”\"]$")
SENTENCE_END = re.compile(r"(?<=[^\W\d_]{2})[.!?]\s+[^\W\d_]")
PROSE = 230  # characters


def is_prose(paragraph: Paragraph) -> bool:
    """Sentences, and enough of them to be no title."""
    text = paragraph.text
    if len(text) < 120 or paragraph.heading:
        return False
    sentences = len(SENTENCE_END.findall(text))
    return (len(text) > PROSE or sentences >= 2) and not paragraph.is_capital


def is_sentence(paragraph: Paragraph, least: int = 9) -> bool:
    """A full sentence in plain letters: a title has no full stop, or is set apart."""
    text = paragraph.text
    if paragraph.heading or paragraph.is_bold or paragraph.is_capital or "@" in text:
        return False
    ends = re.search(r"[^\W\d_]{3,}[.!?]$|[.!?]\]?\.$", text) is not None
    return ends and len(text.split()) >= least and not ORGANISATION.search(text[-60:])


def entry_number(paragraph: Paragraph) -> int:
    """The running number of a reference, printed or automatic; 0 without."""
    if found := re.search(r"\d{1,3}", paragraph.label):
        return int(found[0])
    found = ENTRY_START.match(paragraph.text)
    return int(next(filter(None, found.groups()), "0")) if found else 0


def is_reference(paragraph: Paragraph) -> bool:
    """A year and a sign of publishing, or a web address."""
    text = paragraph.text
    if "@" in text or "orcid" in text.lower():
        return False
    if len(text) <= 25 or not (YEAR.search(text) or "http" in text):
        return False
    return CITED.search(YEARS.sub(" ", text)) is not None


def known_heading(text: str) -> bool:
    """All words are words of which headings of articles are made."""
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
    """A line that heads a section: by the file's style, by its words, or by its print."""
    text = paragraph.text.strip()
    if not text or CAPTION.match(text) or len(text) > 160 or paragraph.kind != "text":
        return False
    if paragraph.heading or known_heading(paragraph.numbered):
        return True
    if not prose_follows or len(text.split()) > 12 or re.search(r"[;,!?»]$", text):
        return False
    if text.startswith("- ") or paragraph.label == "-":
        return False
    return _stands_out(paragraph, text)


def _stands_out(paragraph: Paragraph, text: str) -> bool:
    words = WORD.findall(text)
    if not words or not re.search(r"[^\W\d_]{3}", text):
        return False
    plain_end = not re.search(r"[.:]$", text)
    if NUMBER.match(paragraph.numbered) and plain_end and len(words) <= 10:
        return text[:1] != text[:1].lower() or text[:1].isdigit()
    if paragraph.is_bold or paragraph.is_capital:
        return True
    first = NUMBER.sub("", text)[:1]
    return paragraph.gap and plain_end and len(words) <= 7 and first.isupper() and "=" not in text


def is_bio(paragraph: Paragraph) -> bool:
    """A name, a dash or a comma, and what that person is."""
    rest = after_name(paragraph.text)
    if len(paragraph.text) < 40 or not rest:
        return False
    return bool(DEGREE.search(rest) or ORGANISATION.search(rest))


def after_name(text: str) -> str:
    """What follows the name at the beginning and its dash or comma, '' where there is no name."""
    text = text.lstrip("*✉•– ")
    for sign in AFTER_NAME.finditer(text, 5, 100):
        if is_full_name(text[: sign.start()]):
            return text[sign.end() :]
    return ""


def is_full_name(text: str) -> bool:
    """A person's name in any order, also `Surname, Given`."""
    return is_name(re.sub(r"[*¹²³⁴⁵\d]", "", text).replace(",", " ").strip()) > Sure.NO
