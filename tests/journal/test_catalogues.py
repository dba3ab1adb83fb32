"""The translations in the catalogues: complete, with the same markup, each word in one script."""

import re
from collections import defaultdict

import polib
import pytest

from articles.records.scripts import cyrillic_numerals, mixed_words
from journal.messages.catalogues import (
    CATALOGUES,
    CORRECTS_DJANGO,
    LOCALE,
    PLACEHOLDER,
    is_untranslated,
)

TAG = re.compile(r"</?[a-z][^>]*>")
RUSSIAN_LOOKALIKES = str.maketrans("қғңәөұүһі", "кгнаоуухи")
DIFFERENT_WORDS = {
    frozenset({"тен", "тең"}),  # -тен, the ending after Crossref, and тең, equal
    frozenset({"болу", "бөлу"}),  # to be, and to split
    frozenset({"к", "қ"}),  # signs of buttons: курсив and қалың
    frozenset({"соны", "соңы"}),  # that one, and its end
    frozenset({"он", "оң"}),  # ten, and right
}


def catalogue(language, name):
    return polib.pofile(str(LOCALE / language / "LC_MESSAGES" / f"{name}.po"))


def translations(entry):
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def marks(text):
    return [sorted(pattern.findall(text)) for pattern in (PLACEHOLDER, TAG)]


def words_only(text):
    return TAG.sub(" ", PLACEHOLDER.sub(" ", text))


@pytest.mark.parametrize(("language", "name"), CATALOGUES)
def test_every_message_is_translated(language, name):
    assert [entry.msgid for entry in catalogue(language, name) if is_untranslated(entry)] == []


@pytest.mark.parametrize(("language", "name"), CATALOGUES)
def test_a_translation_has_the_placeholders_and_the_tags_of_its_message(language, name):
    for entry in catalogue(language, name):
        originals = [marks(entry.msgid), marks(entry.msgid_plural)]
        for text in translations(entry):
            assert marks(text) in originals, f"{entry.msgid!r}: {text!r}"


@pytest.mark.parametrize(("language", "name"), CATALOGUES)
def test_no_word_of_a_translation_mixes_latin_and_cyrillic_letters(language, name):
    for entry in catalogue(language, name):
        for text in map(words_only, translations(entry)):
            assert [*mixed_words(text), *cyrillic_numerals(text)] == [], entry.msgid


def test_no_russian_translation_has_a_kazakh_letter():
    for entry in catalogue("ru", "django"):
        for text in translations(entry):
            assert re.findall("[әғқңөұүһі]", text.lower()) == [], entry.msgid


def test_no_kazakh_word_is_also_spelled_without_its_kazakh_letters():
    """«кате» beside «қате»: one of the two was typed on a Russian keyboard."""
    spellings = defaultdict(set)
    for name in ("django", "djangojs"):
        for entry in catalogue("kk", name):
            for text in map(words_only, translations(entry)):
                for word in re.findall("[а-яёәғқңөұүһі]+", text.lower()):
                    spellings[word.translate(RUSSIAN_LOOKALIKES)].add(word)

    several = [words for words in spellings.values() if len(words) > 1]

    assert [words for words in several if frozenset(words) not in DIFFERENT_WORDS] == []


@pytest.mark.parametrize(("language", "wrong"), [("kk", " — "), ("ru", " – ")])
def test_a_language_keeps_to_one_dash(language, wrong):
    entries = [
        entry for entry in catalogue(language, "django") if CORRECTS_DJANGO not in entry.comment
    ]

    assert [entry.msgid for entry in entries if wrong in "".join(translations(entry))] == []
