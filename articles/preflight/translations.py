"""Whether each text is in the language of its field, and no text stands in two of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from django.utils.translation import gettext_lazy as _

from articles.records.findings import Finding, Level
from articles.records.languages import LANGUAGES, Language
from articles.records.scripts import KAZAKH_LETTERS, is_cyrillic, language_by_letters, words

from .messages import LANGUAGE_NAMES, fill, spot_in
from .subject import Passage, Subject

# Short Kazakh texts may do without Kazakh letters, and short Russian ones name Kazakh things.
SURE_WORDS, ENOUGH_WORDS = 12, 6
KAZAKH_SHARE = 0.5  # of the words of a short text, to call it Kazakh


def check_letters_tell_the_language(subject: Subject) -> Iterator[Finding]:
    """A text whose letters say another language than its field's."""
    for passage in (*subject.texts, *subject.names):
        if passage.field.endswith(".names") or not passage.language:
            continue
        told = detect_other_language(passage)
        if told:
            yield Finding(
                Level.WARNS,
                passage.field,
                passage.language,
                fill(
                    _("This text looks %(told)s, but the field is for %(wanted)s."),
                    told=LANGUAGE_NAMES[told],
                    wanted=LANGUAGE_NAMES[passage.language],
                ),
                _("Check whether the texts are swapped or a translation is missing."),
                spot=spot_in(passage.text, 0, 0),
            )


def detect_other_language(passage: Passage) -> Language | None:
    """What its letters tell, if that is certain and another language."""
    told = language_by_letters(passage.text)
    if not told or told == passage.language:
        return None
    found = [word.text for word in words(passage.text)]
    if passage.language == "en":
        return told
    if len(found) < ENOUGH_WORDS or (len(found) < SURE_WORDS and _may_be(told, found)):
        return None
    return told


def _may_be(told: Language, found: list[str]) -> bool:
    """Whether a short text may be in its field's language, whatever most letters tell."""
    kazakh = sum(not KAZAKH_LETTERS.isdisjoint(word) for word in found)
    if told == "ru":
        return kazakh > 0
    if told == "kk":
        return kazakh < len(found) * KAZAKH_SHARE
    return sum(is_cyrillic(word[0]) for word in found) > 1  # Latin names of species


def check_latin_names(subject: Subject) -> Iterator[Finding]:
    """A Cyrillic letter in the English form of a name."""
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
    """One text in two languages: pasted, and not yet translated."""
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
    """The same words; one or two of them may be a name that no language changes."""
    mine = [word.text.casefold() for word in words(one)]
    return len(mine) > 2 and mine == [word.text.casefold() for word in words(other)]
