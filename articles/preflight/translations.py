"""Texts in another language than their field's, and texts repeated in two languages."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from django.utils.translation import gettext_lazy as _

from articles.records.findings import Finding, Level
from articles.records.languages import LANGUAGES, Language
from articles.records.scripts import KAZAKH_LETTERS, is_cyrillic, language_by_letters, words

from .messages import LANGUAGE_NAMES, fill, spot_in
from .subject import Passage, Subject

# A short Kazakh text may have no Kazakh letters; a short Russian one may have Kazakh names.
SURE_WORDS, ENOUGH_WORDS = 12, 6
KAZAKH_SHARE = 0.5  # of the words of a short text, to call it Kazakh


def check_letters_tell_the_language(subject: Subject) -> Iterator[Finding]:
    """A text whose letters show another language than its field's."""
    for passage in (*subject.texts, *subject.names):
        if passage.field.endswith(".names") or not passage.language:
            continue
        actual = detect_other_language(passage)
        if actual:
            yield Finding(
                Level.WARNS,
                passage.field,
                passage.language,
                fill(
                    _("This text looks %(actual)s, but the field is for %(wanted)s."),
                    actual=LANGUAGE_NAMES[actual],
                    wanted=LANGUAGE_NAMES[passage.language],
                ),
                _("Check whether the texts are swapped or a translation is missing."),
                spot=spot_in(passage.text, 0, 0),
            )


def detect_other_language(passage: Passage) -> Language | None:
    """The language that the letters show, if it is certain and not the field's; else None."""
    actual = language_by_letters(passage.text)
    if not actual or actual == passage.language:
        return None
    typed_words = [word.text for word in words(passage.text)]
    if passage.language == "en":
        return actual
    if len(typed_words) < ENOUGH_WORDS or (
        len(typed_words) < SURE_WORDS and _may_be_own_language(actual, typed_words)
    ):
        return None
    return actual


def _may_be_own_language(actual: Language, typed_words: list[str]) -> bool:
    """Whether a short text may be in its field's language although most letters are another's."""
    kazakh = sum(not KAZAKH_LETTERS.isdisjoint(word) for word in typed_words)
    if actual == "ru":
        return kazakh > 0
    if actual == "kk":
        return kazakh < len(typed_words) * KAZAKH_SHARE
    return sum(is_cyrillic(word[0]) for word in typed_words) > 1  # Latin names of species


def check_latin_names(subject: Subject) -> Iterator[Finding]:
    """A Cyrillic letter in an English name."""
    for passage in subject.names:
        if passage.language != "en" or not passage.field.endswith(".names"):
            continue
        if any(map(is_cyrillic, passage.text)):
            yield Finding(
                Level.WARNS,
                passage.field,
                "en",
                fill(_("“%(name)s”: a Cyrillic letter in the English name."), name=passage.text),
                _("Enter it in Latin letters, as the author spells it (ORCID, Scopus)."),
            )


def check_same_text(subject: Subject) -> Iterator[Finding]:
    """The same text in two languages: pasted, and not translated yet."""
    record = subject.record
    fields = {
        "title": record.title,
        "abstract": record.abstract,
        "keywords": {code: " ".join(terms) for code, terms in record.keywords.items()},
    }
    for field, texts in fields.items():
        for one, other in combinations([code for code in LANGUAGES if texts.get(code)], 2):
            if is_same_text(texts[one], texts[other]):
                yield Finding(
                    Level.WARNS,
                    field,
                    other,
                    fill(
                        _("The text is the same in %(one)s and %(other)s."),
                        one=LANGUAGE_NAMES[one],
                        other=LANGUAGE_NAMES[other],
                    ),
                    _("Enter the translation."),
                )


def is_same_text(one: str, other: str) -> bool:
    """Whether the words are the same. One or two words may be a name in every language."""
    mine = [word.text.casefold() for word in words(one)]
    return len(mine) > 2 and mine == [word.text.casefold() for word in words(other)]
