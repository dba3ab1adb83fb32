"""A given name typed in full finds who is printed by initials; a word that is no name does not."""

import pytest

from articles.models import Article
from articles.records.names import Name
from articles.search.editors_search import matching_articles
from articles.search.initials import initial_codes
from articles.search.public_search import search
from tests.factories import a_public_article, an_author

pytestmark = pytest.mark.django_db


@pytest.fixture
def by():
    """An article of one author, by the name in each language."""

    def by(**names):
        return a_public_article(authors=(an_author(names=names),))

    return by


@pytest.fixture
def kovylina(by):
    return by(
        kk=Name("Ковылина", "А.", "Т."),
        ru=Name("Ковылина", "А.", "Т."),
        en=Name("Kovylina", "A.", "T."),
    )


@pytest.mark.parametrize(
    "typed",
    [
        "Ковылина Арина",
        "Арина Ковылина",
        "Ковылина Арина Тимуровна",
        "Арина Тимуровна Ковылина",
        "Ковылина, Арина Тимурқызы",
        "КОВЫЛИНА Арина",
        "Kovylina Arina",
        "Arina Timurovna Kovylina",
        "Kovylina, Arina",
        "ковылина арина",
        "kovylina arina",
        "ковылина арина тимуровна",
        "КОВЫЛИНА АРИНА",
        "өсімдік Арина Ковылина",
        "Өсімдік Ковылина Арина",
        "Ковылина А.Т.",
        "А. Ковылина",
    ],
)
def test_a_name_in_full_finds_the_initials(kovylina, typed):
    (result,) = search(typed).articles

    assert result.listing.summary.id == kovylina.pk
    assert list(matching_articles(Article.objects.all(), typed)) == [kovylina]


@pytest.mark.parametrize(
    "typed",
    [
        "Ковылина Берта",  # another initial
        "Ковылина Арина Асановна",  # another patronymic
        "Ковылина аймақ",
        "ковылина аймақ",
        "Ковылина арина",  # as one writes of something else
        "Арина Тимуровна",
        "Ковылина және Арина",
        "Ахметова Арина",
    ],
)
def test_who_is_not_meant_is_not_found(kovylina, typed):
    assert search(typed).count == 0


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        (Name("Жусанова", "Ж.", "О."), "Жусанова Жанар"),
        (Name("Zhussanova", "Zh.", "O."), "Zhussanova Zhanar"),
        (Name("Zhussanova", "Zh.", "O."), "Жуссанова Жанар"),
        (Name("Ыбыраев", "Ы.", ""), "Ыбыраев Ыбырай"),
        (Name("Юсупова", "Ю.", ""), "Юсупова Юлия Ивановна"),
        (Name("Yusupova", "Yu.", ""), "Юсупова Юлия"),
        (Name("Ғабитов", "Ғ.", "Ә."), "Габитов Галым Алиевич"),
        (Name("Ахметова-Сейіт", "С.", ""), "Ахметова-Сейіт Сәуле"),
        (Name("Müller", "J.", ""), "Müller Jürgen"),
        (Name("Sartre", "J.-P.", ""), "Jean-Paul Sartre"),
    ],
)
def test_in_any_script_and_order(by, name, typed):
    article = by(en=name)

    assert [one.listing.summary.id for one in search(typed).articles] == [article.pk]


@pytest.mark.parametrize("typed", ["Ахметова тарих", "ахметова тарих", "тарих Ахметова"])
def test_a_subject_is_not_taken_for_a_name(by, typed):
    by(kk=Name("Ахметова", "Т.", ""))

    assert search(typed).count == 0


def test_who_is_printed_in_full_somewhere_is_not_found_by_another_name(by):
    article = by(kk=Name("Ковылина", "А.", ""), en=Name("Kovylina", "Anna", ""))

    assert search("Ковылина Арина").count == 0
    assert [one.listing.summary.id for one in search("Ковылина Анна").articles] == [article.pk]


def test_the_family_name_is_marked(kovylina):
    (result,) = search("Ковылина Арина").articles

    assert [result.passage.text[left:right] for left, right in result.passage.spans] == ["Ковылина"]


@pytest.mark.parametrize("given", ["", " ", ".", "-", "Арина", "А.Арина"])
def test_only_initials_are_kept_as_such(given):
    assert list(initial_codes(an_author(names={"kk": Name("Ковылина", given, "Т.")}))) == []
