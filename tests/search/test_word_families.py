"""Where an author took another word of the root, it is found all the same, but never before."""

import pytest

from articles.records.languages import text
from articles.search.public_search import search
from articles.search.word_families import related_words
from tests.factories import a_journal, a_public_article

TOPONYMS = {"топоним", "топонимика", "топонимический", "топонимикалық"}


@pytest.mark.parametrize(
    ("word", "itself"),
    [
        ("топонимика", "топонимика"),
        ("Топонимикой", "топонимика"),
        ("топонимов", "топоним"),
        ("топонимические", "топонимический"),
        ("топонимикалық", "топонимикалық"),
    ],
)
def test_learned_words_of_a_root_lead_to_each_other(word, itself):
    assert TOPONYMS - set(related_words(word)) == {itself}


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("дипломатия", "дипломатиялық"),
        ("исторический", "историк"),
        ("лингвистикалық", "лингвист"),
        ("экономика", "экономический"),
        ("коммунизм", "коммунист"),
    ],
)
def test_examples(word, other):
    assert other in related_words(word)


@pytest.mark.parametrize("word", ["дала", "өзен", "роль", "физика", "steppe", "2024", "", "a-b"])
def test_most_words_have_none(word):
    assert list(related_words(word)) == []


def test_a_doctrine_is_not_its_root():
    assert "журнал" not in related_words("журналист")
    assert "капитал" not in related_words("капитализм")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("топонимика", "топонимах"),
        ("топонимикалық", "топонимах"),
        ("цветная топонимика", "топонимах"),
    ],
)
def test_another_word_of_the_root_is_found_and_marked(typed, printed):
    article = a_public_article(title=text("Жер-су", "Цветовая семантика в топонимах: цветная", ""))

    (result,) = search(typed).articles

    title = result.listing.summary.title["ru"]
    assert result.listing.summary.id == article.pk
    assert printed in [title[left:right] for left, right in result.title_spans["ru"]]


@pytest.mark.django_db
def test_only_where_the_word_itself_finds_nothing():
    journal = a_journal()
    a_public_article(journal, doi="10.5555/1", title=text("", "О топонимах", ""))
    itself = a_public_article(journal, doi="10.5555/2", title=text("", "О топонимике", ""))

    assert [one.listing.summary.id for one in search("топонимика").articles] == [itself.pk]
    assert search("топонимика дала").count == 1
