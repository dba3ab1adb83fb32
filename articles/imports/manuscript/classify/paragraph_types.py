"""What a paragraph looks like by itself: prose, a sentence, a reference, a biography."""

from __future__ import annotations

import re

from articles.imports.manuscript.authors.names import NameLikelihood, name_likelihood
from articles.imports.manuscript.lines.paragraph import Paragraph
from articles.imports.manuscript.vocabulary import DEGREE, ORGANISATION
from articles.imports.references import number_of

YEAR = re.compile(r"(?<!\d)(?:1[89]\d\d|20[0-4]\d)(?!\d)")
YEARS = re.compile(r"(?<!\d)(?:1\d|20)\d\d\s?[-–—]\s?(?:1\d|20)?\d\d(?!\d)")  # a period
CITED = re.compile(
    r"//|https?:|\bdoi\b|(?<!\w)(?:С|Б|P|Pp|S|B|Т|Vol|No|№|Изд|стр|бб|pp)\.?\s?\d|\d\s?(?:с|б|p|s|бб|бет|pp|стр)\."
    r"|\d\(\d|\[(?:in |Электрон)|\bдис\.|–\s?\d{1,4}\b|,\s\d+[,–-]\s?\d+",
    re.IGNORECASE,
)
# `Surname, A., 2019. Title`, `Surname, Given, and Given Surname. 2018. Title`
AUTHOR_AND_YEAR = re.compile(
    r"[^\W\d_a-zа-я][\w'’-]+,? .{1,150}?[.,(] ?(?:1[89]|20)\d\d[a-z]?\)?[.,:] ?\S"
)
# The place of a document: `Ф. 44. Оп. 1. Д. 5110`, `44-қор, 1-тізбе, 5110-іс`.
ARCHIVE = re.compile(
    r"\bФ\.\s?[\w-]+[.,]?\s*Оп\.\s?\d|\d+[-–\s]қор\b.{0,9}\d+[-–\s]тізбе\b", re.IGNORECASE
)
VOLUME_AND_PAGES = re.compile(r"\d{1,4}\s?(?:\(\d{1,4}\))?\s?[:,]\s?\d")
AFTER_NAME = re.compile(r"\s*(?:[-–—]\s|\s[-–—]|,\s|;\s|:\s|\s\()")
TERMINAL = re.compile(r"[.!?…:;»”\"]$")
SENTENCE_END = re.compile(r"(?<=[^\W\d_]{2})[.!?]\s+[^\W\d_]")
PROSE = 230  # characters


def is_prose(paragraph: Paragraph) -> bool:
    """Whether a paragraph is running text: long, or of several sentences."""
    text = paragraph.text
    if len(text) < 120 or paragraph.heading:
        return False
    sentences = len(SENTENCE_END.findall(text))
    return (len(text) > PROSE or sentences >= 2) and not paragraph.is_capital


def is_sentence(paragraph: Paragraph, least: int = 9) -> bool:
    """Whether it is a full sentence of at least `least` words in plain letters.

    A title has no full stop, or is bold or in capitals.
    """
    text = paragraph.text
    if paragraph.heading or paragraph.is_bold or paragraph.is_capital or "@" in text:
        return False
    ends = re.search(r"[^\W\d_]{3,}[.!?]$|[.!?]\]?\.$", text) is not None
    return ends and len(text.split()) >= least and not ORGANISATION.are_in(text[-60:])


def entry_number(paragraph: Paragraph) -> int:
    """Return the running number of a reference, printed or automatic; 0 without one."""
    automatic = re.search(r"\d{1,3}", paragraph.label)
    return int(automatic[0]) if automatic else number_of(paragraph.text)


def is_reference(paragraph: Paragraph) -> bool:
    """Whether it cites a work: a year and a sign of publishing, a web address or an archive."""
    text = paragraph.text
    if "@" in text or "orcid" in text.lower():
        return False
    if ARCHIVE.search(text):
        return True
    if len(text) <= 25 or not (YEAR.search(text) or "http" in text):
        return False
    return bool(CITED.search(YEARS.sub(" ", text)) or AUTHOR_AND_YEAR.match(text))


def is_in_brackets(text: str) -> bool:
    """Whether a paragraph is the romanized form of the reference above it: `[Testov A. …]`."""
    return bool(re.match(r"\[\D", text)) and text.rstrip(" .").endswith("]") and len(text) > 40


def continues_reference(text: str, before: str) -> bool:
    """Whether a paragraph without a number continues the reference before it."""
    if text[:1].islower() or text.startswith(("http", "//", "–", "(", "URL", "doi", "DOI")):
        return True
    if is_in_brackets(text) or before.count("[") > before.count("]"):
        return True
    return before[-1:].isalpha() and VOLUME_AND_PAGES.match(text) is not None


def is_biography(paragraph: Paragraph) -> bool:
    """Whether it is a name, a dash or a comma, and a degree, post or organisation."""
    rest = text_after_name(paragraph.text)
    if len(paragraph.text) < 40 or not rest:
        return False
    return bool(DEGREE.are_in(rest) or ORGANISATION.are_in(rest))


def text_after_name(text: str) -> str:
    """Return what follows a name at the beginning and its dash or comma; '' without a name."""
    text = text.lstrip("*✉•– ")
    for sign in AFTER_NAME.finditer(text, 5, 100):
        if is_full_name(text[: sign.start()]):
            return text[sign.end() :]
    return ""


def is_full_name(text: str) -> bool:
    """Whether a text is a person's name in any order, also `Surname, Given`."""
    bare = re.sub(r"[*¹²³⁴⁵\d]", "", text).replace(",", " ").strip()
    return name_likelihood(bare) > NameLikelihood.NO
