"""A given name typed in full finds who is printed by initials; a word that is no name does not."""

import pytest

from articles.models import Article
from articles.records.names import Name
from articles.search.drafts import found_among
from articles.search.initials import initial_codes
from articles.search.query import search
from tests.factories import a_public_article, an_author

pytestmark = pytest.mark.django_db


@pytest.fixture
def by():
    """An article of one author, by the name in each language."""

    def by(**names):
        return a_public_article(authors=(an_author(names=names),))

    return by


@pytest.fixture
def mubasheva(by):
    return by(
        kk=Name("Мубашева", "К.", "Б."),
        ru=Name("Мубашева", "К.", "Б."),
        en=Name("Mubasheva", "K.", "B."),
    )


@pytest.mark.parametrize(
    "typed",
    [
        "Мубашева Камила",
        "Камила Мубашева",
        "Мубашева Камила Бейбитовна",
        "Камила Бейбитовна Мубашева",
        "Мубашева, Камила Бейбітқызы",
        "МУБАШЕВА Камила",
        "Mubasheva Kamila",
        "Kamila Beibitovna Mubasheva",
        "Mubasheva, Kamila",
        "мубашева камила",
        "mubasheva kamila",
        "мубашева камила бейбитовна",
        "МУБАШЕВА КАМИЛА",
        "Мубашева Қамила",
        "өсімдік Камила Мубашева",
        "Өсімдік Мубашева Камила",
        "Мубашева К.Б.",
        "К. Мубашева",
    ],
)
def test_a_name_in_full_finds_the_initials(mubasheva, typed):
    (found,) = search(typed).found

    assert found.listed.summary.id == mubasheva.pk
    assert list(found_among(Article.objects.all(), typed)) == [mubasheva]


@pytest.mark.parametrize(
    "typed",
    [
        "Мубашева Анна",  # another initial
        "Мубашева Камила Асановна",  # another patronymic
        "Мубашева кеңес",
        "мубашева кеңес",
        "Мубашева камила",  # as one writes of something else
        "Камила Бейбитовна",
        "Мубашева және Камила",
        "Ахметова Камила",
    ],
)
def test_who_is_not_meant_is_not_found(mubasheva, typed):
    assert search(typed).count == 0


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        (Name("Есеркепова", "Ж.", "О."), "Есеркепова Жанар"),
        (Name("Yesserkepova", "Zh.", "O."), "Yesserkepova Zhanar"),
        (Name("Yesserkepova", "Zh.", "O."), "Ессеркепова Жанар"),
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

    assert [one.listed.summary.id for one in search(typed).found] == [article.pk]


@pytest.mark.parametrize("typed", ["Ахметова тарих", "ахметова тарих", "тарих Ахметова"])
def test_a_subject_is_not_taken_for_a_name(by, typed):
    by(kk=Name("Ахметова", "Т.", ""))

    assert search(typed).count == 0


def test_who_is_printed_in_full_somewhere_is_not_found_by_another_name(by):
    article = by(kk=Name("Мубашева", "К.", ""), en=Name("Mubasheva", "Karina", ""))

    assert search("Мубашева Камила").count == 0
    assert [one.listed.summary.id for one in search("Мубашева Карина").found] == [article.pk]


def test_the_family_name_is_marked(mubasheva):
    (found,) = search("Мубашева Камила").found

    assert [found.passage.text[left:right] for left, right in found.passage.spans] == ["Мубашева"]


@pytest.mark.parametrize("given", ["", " ", ".", "-", "Камила", "К.Камила"])
def test_only_initials_are_kept_as_such(given):
    assert list(initial_codes(an_author(names={"kk": Name("Мубашева", given, "Б.")}))) == []
