"""Translations as they stand in the catalogues: whole, marked up alike, spelled in one script."""

import re
from collections import defaultdict

import polib
import pytest

from articles.records.scripts import cyrillic_numerals, mixed_words
from journal.messages import CATALOGUES, FOREIGN, LOCALE, PLACEHOLDER, is_wanting

TAG = re.compile(r"</?[a-z][^>]*>")
UNKAZAKH = str.maketrans("қғңәөұүһі", "кгнаоуухи")
TWO_WORDS = {frozenset({"тен", "тең"})}  # -тен, the ending after Crossref, and тең, equal


def catalogue(language, name):
    return polib.pofile(str(LOCALE / language / "LC_MESSAGES" / f"{name}.po"))


def translations(entry):
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def bare(text):
    return TAG.sub(" ", PLACEHOLDER.sub(" ", text))


@pytest.mark.parametrize(("language", "name"), CATALOGUES)
def test_every_message_is_translated(language, name):
    assert [entry.msgid for entry in catalogue(language, name) if is_wanting(entry)] == []


@pytest.mark.parametrize(("language", "name"), CATALOGUES)
def test_a_translation_has_the_placeholders_and_the_tags_of_its_message(language, name):
    for entry in catalogue(language, name):
        wanted = [sorted(found.findall(entry.msgid)) for found in (PLACEHOLDER, TAG)]
        plural = [sorted(found.findall(entry.msgid_plural)) for found in (PLACEHOLDER, TAG)]
        for text in translations(entry):
            found = [sorted(found.findall(text)) for found in (PLACEHOLDER, TAG)]
            assert found in (wanted, plural), f"{entry.msgid!r}: {text!r}"


@pytest.mark.parametrize(("language", "name"), CATALOGUES)
def test_no_word_of_a_translation_mixes_latin_and_cyrillic_letters(language, name):
    for entry in catalogue(language, name):
        for text in map(bare, translations(entry)):
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
            for text in map(bare, translations(entry)):
                for word in re.findall("[а-яёәғқңөұүһі]+", text.lower()):
                    spellings[word.translate(UNKAZAKH)].add(word)

    several = [words for words in spellings.values() if len(words) > 1]

    assert [words for words in several if frozenset(words) not in TWO_WORDS] == []


@pytest.mark.parametrize(("language", "wrong"), [("kk", " — "), ("ru", " – ")])
def test_a_language_keeps_to_one_dash(language, wrong):
    entries = [one for one in catalogue(language, "django") if FOREIGN not in one.comment]

    assert [one.msgid for one in entries if wrong in "".join(translations(one))] == []
