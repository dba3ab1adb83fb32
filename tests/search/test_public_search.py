"""What a reader types finds what is public, in every language and spelling, and marks it."""

import pytest

from articles.publishing import withdraw_article
from articles.records.languages import text
from articles.records.names import Name
from articles.search.filters import Filters
from articles.search.public_search import search
from tests.factories import a_journal, a_public_article, an_article, an_author
from tests.hostile import EVERYTHING, PRINTABLE

pytestmark = pytest.mark.django_db


def marked(results, language="kk"):
    """Printed words that are marked in titles and passages."""
    found = []
    for one in results.articles:
        for code, spans in one.title_spans.items():
            found += [one.listing.summary.title[code][a:b] for a, b in spans]
        if one.passage:
            found += [one.passage.text[a:b] for a, b in one.passage.spans]
    return found


@pytest.fixture
def article():
    return a_public_article(
        title=text(
            "Қазіргі Қазақстан дипломатиясындағы технологиялардың рөлі",
            "Роль технологий в дипломатии современного Казахстана",
            "The role of technologies in the diplomacy of modern Kazakhstan",
        ),
        authors=(
            an_author(
                names={
                    "kk": Name("Есеркепова", "Жанар", "Оңғарқызы"),
                    "ru": Name("Есеркепова", "Жанар", "Онгаровна"),
                    "en": Name("Yesserkepova", "Zhanar", ""),
                },
                orcid="0000-0002-1825-0097",
            ),
        ),
    )


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("дипломатия", "дипломатиясындағы"),
        ("дипломатии", "дипломатии"),
        ("diplomacy", "diplomacy"),
        ("казакстан", "Қазақстан"),
        ("qazaqstan", "Қазақстан"),
        ("«современный Казахстан»", "современного"),
        ('"role of technologies"', "role"),
        ("роль в дипломатии", "дипломатии"),
        ("дипл*", "дипломатиясындағы"),
        ("Есеркепова Ж.О.", "Есеркепова"),
        ("Жанар Есеркепова", "Есеркепова"),
        ("Yesserkepova", "Yesserkepova"),
        ('"Ж. Есеркепова"', "Есеркепова"),
        ("өсімдіктер", "өсімдіктерінің"),
    ],
)
def test_what_is_typed_finds_the_article_and_marks_the_printed_form(article, typed, printed):
    results = search(typed)

    assert [one.listing.summary.id for one in results.articles] == [article.pk]
    assert printed in marked(results)


def test_initials_find_but_mark_no_letter_of_a_text():
    a_public_article(
        abstract=text("", "Наблюдения с весны.", ""),
        authors=(an_author(names={"ru": Name("Полынин", "Глеб", "Саввич")}),),
    )

    assert marked(search("Polynin G.S."), "ru") == ["Полынин"]
    assert marked(search("с"), "ru") == ["с"]


@pytest.mark.parametrize(
    "typed",
    [
        "10.5555/0000-0000/2024-1-1",
        "https://doi.org/10.5555/0000-0000/2024-1-1",
        "doi:10.5555/0000-0000/2024-1-1",
        "0000-0002-1825-0097",
        "https://orcid.org/0000-0002-1825-0097",
    ],
)
def test_a_code_finds_its_article(article, typed):
    assert [one.listing.summary.id for one in search(typed).articles] == [article.pk]


@pytest.mark.parametrize(
    "typed",
    ["дипломатия -технология", '"Казахстана современного"', "түйе", "-дипломатия", "10.5555/none"],
)
def test_what_does_not_fit_is_not_found(article, typed):
    assert search(typed).articles == ()


@pytest.mark.parametrize("typed", EVERYTHING)
def test_anything_may_be_typed(article, typed):
    assert search(typed).count <= 1


@pytest.mark.parametrize("typed", PRINTABLE)
def test_the_page_answers_whatever_is_typed(article, client, typed):
    names = ("q", "year", "author", "section", "sort", "journal", "language", "keyword")

    response = client.get("/kk/search/", dict.fromkeys(names, typed))

    assert response.status_code == 200


def test_a_correction_is_offered_for_a_mistyped_word(article):
    wrong = search("tehcnologies diplomacy")

    assert wrong.correction is not None
    assert (wrong.correction.typed, wrong.correction.count) == ("technologies diplomacy", 1)


def test_words_that_find_nothing_together_are_offered_one_by_one(article):
    results = search("дипломатия түйе")

    assert [(hint.typed, hint.count) for hint in results.single_words] == [("дипломатия", 1)]


def test_facets_count_what_is_found_and_a_filter_does_not_narrow_its_own(article):
    journal = a_journal(slug="other")
    a_public_article(journal, doi="10.5555/2", language="ru")

    both, one = search("степь"), search("степь", Filters(language=("ru",)))

    languages = {value.value: value.count for value in facet(both, "language").values}
    assert languages == {"kk": 1, "ru": 1}
    assert one.count == 1
    assert {value.value: value.count for value in facet(one, "language").values} == languages
    assert [value.count for value in facet(one, "journal").values] == [1]
    assert [(value.label, value.count) for value in facet(both, "keyword").values] == [
        ("дала", 2),
        ("өсімдік", 2),
    ]


@pytest.mark.parametrize(
    ("kind", "chosen", "label"),
    [
        ("keyword", "Steppe", "steppe"),
        ("author", "есеркепова, жанар оңғарқызы", "Есеркепова, Жанар Оңғарқызы"),
    ],
)
def test_what_was_chosen_in_another_language_is_counted_too(article, kind, chosen, label):
    results = search("", Filters(**{kind: (chosen,)}), reader="ru")

    (value,) = [one for one in facet(results, kind).values if one.is_selected]
    assert (value.label, value.count) == (label, results.count) == (label, 1)


def facet(results, kind):
    return next(one for one in results.facets if one.kind == kind)


def test_drafts_and_withdrawn_articles_are_not_found(article):
    an_article(a_journal(slug="drafts"), doi="10.5555/3", title=text("Құпия", "Тайна", "Secret"))
    withdraw_article(article, reason="Қате")

    assert search("құпия").count == 0
    assert search("дипломатия").count == 0
