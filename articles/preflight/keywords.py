"""Keywords that do not appear in the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

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
