"""Keywords that do not appear in the text, and several keywords typed as one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from html import unescape

from django.utils.translation import gettext_lazy as _

from articles.records.findings import Finding, Level
from articles.records.languages import Language
from articles.records.scripts import words

from .messages import fill
from .subject import Subject

WHERE = ("title", "abstract", "body")
TEXT_WORDS = 300  # a shorter text is not the whole article
SOFTENED = {"к": "г", "қ": "ғ", "п": "б"}  # өсімдік, өсімдігі
HARDENED = {soft: hard for hard, soft in SOFTENED.items()}
POSSESSIVE = re.compile("(?:[аеәиуяі]с[ыі]|(?<![бвгғдзкқлмнңпрстфхцчшщ][лдт])[ыі])$")  # not цифрлі
ENDING = {"ru": 3, "en": 2}  # letters that another form of the word may change
STEM = 4
SEPARATOR = re.compile(r"\s*(?:[;；|•\n\t、،]|(?<=\s)[/·](?=\s))\s*")
IN_BRACKETS = r"(?![^()]*\))"
COMMA = re.compile(rf"\s*[,，](?:\s+|(?<=[^\W\d_]{{3}},)(?=[^\W\d_]{{3}})){IN_BRACKETS}")


def check_joined_keywords(subject: Subject) -> Iterator[Finding]:
    """Several keywords in one: almost sure at semicolons and in longer lists, else a note."""
    for code, terms in subject.record.keywords.items():
        for term in terms:
            parts, is_list = split_term(term)
            if len(parts) > 1:
                is_sure = is_list or (len(terms) == 1 and all(map(_is_word, parts)))
                yield Finding(
                    Level.WARNS if is_sure else Level.NOTES,
                    "keywords",
                    code,
                    fill(_("“%(term)s” may be several keywords."), term=term),
                    fill(_("Split it: %(parts)s."), parts="; ".join(parts)),
                )


def split_term(term: str) -> tuple[list[str], bool]:
    """The keywords in a term, and whether it is surely a list: divided by more than one comma.

    Formulas such as 2,4-D and words in brackets are not divided; Ca, Mg is no sure list.
    """
    text = unescape(term)  # &amp; ends with a semicolon
    pieces = [piece for piece in SEPARATOR.split(text) if piece.strip()]
    parts = [part.strip() for piece in pieces for part in COMMA.split(piece) if part.strip()]
    is_list = len(pieces) > 1 or (len(parts) > 2 and all(map(_is_word, parts)))
    return parts, is_list


def _is_word(part: str) -> bool:
    """Whether it has a word of three letters: not an element, an initial or a number."""
    return any(len(word.text) > 2 and word.text.isalpha() for word in words(part))


def check_keywords_in_text(subject: Subject) -> Iterator[Finding]:
    """Each word of a keyword appears in title, abstract or full text, in some form."""
    language = subject.record.language
    parts = [part for part in subject.texts_in(language) if part.field in WHERE]
    text = [word.text.casefold() for part in parts for word in subject.words(part)]
    if len(text) < TEXT_WORDS:
        return
    forms = sorted({half for word in text for half in (word, *word.split("-"))})
    for term in subject.record.keywords.get(language, ()):
        if missing := [word for word in _words_of(term) if not _appears(word, forms, language)]:
            yield Finding(
                Level.NOTES,
                "keywords",
                language,
                fill(
                    _("“%(term)s”: “%(word)s” does not appear in the text."),
                    term=term,
                    word=missing[0],
                ),
                _("Choose one spelling, or a term that the article uses."),
            )


def _words_of(term: str) -> list[str]:
    return [word.text.casefold() for word in words(term) if len(word.text) > 2]


def _appears(word: str, forms: list[str], language: Language) -> bool:
    """Whether one of the sorted forms begins with a stem of the word."""
    for stem in _stems(word, language):
        at = bisect_left(forms, stem)
        if at < len(forms) and forms[at].startswith(stem):
            return True
    return False


def _stems(word: str, language: Language) -> tuple[str, ...]:
    if language == "kk":
        return tuple(_kazakh_stems(word))
    return (word[: max(STEM, len(word) - ENDING[language])],)


def _kazakh_stems(word: str) -> Iterator[str]:
    """The word, the word with its last letter softened, and without a possessive ending."""
    yield word
    if word[-1] in SOFTENED:
        yield word[:-1] + SOFTENED[word[-1]]
    if ending := POSSESSIVE.search(word):  # түрі, мәселесі
        stem = word[: ending.start()] + ending[0][:-2]
        yield stem
        if stem[-1:] in HARDENED:
            yield stem[:-1] + HARDENED[stem[-1]]
