"""The search of the API finds, filters, counts and marks as the page does, and no drafts."""

import pytest

from articles.models import Section
from articles.publishing import withdraw_article
from articles.records.languages import text
from articles.search.public_search import SearchResults
from tests.factories import a_journal, a_public_article, an_article, an_issue
from tests.hostile import PRINTABLE, WITH_NUL

pytestmark = pytest.mark.django_db


def found(client, path="", **asked):
    response = client.get(f"/api/v1/search{path}", asked)
    assert response.status_code == 200, response.content
    return response.json()


def texts_of(marks):
    return [one["text"] for one in marks]


@pytest.mark.parametrize(
    ("typed", "language", "printed"),
    [
        ("өсімдік", "kk", "өсімдіктері"),
        ("растение", "ru", "Растения"),
        ("plant", "en", "Plants"),
    ],
)
def test_a_word_finds_the_article_and_its_places_are_marked(client, typed, language, printed):
    article = a_public_article()

    (one,) = found(client, q=typed, reader=language)["results"]

    (mark,) = one["title_marks"][language]
    title = one["article"]["title"][language]
    assert one["article"] == client.get("/api/v1/articles/").json()["results"][0]
    assert one["article"]["id"] == article.pk
    assert (mark["text"], title[mark["start"] : mark["end"]]) == (printed, printed)
    assert one["passage"]["language"] == language


def test_marks_of_a_title_count_characters_without_markup(client):
    a_public_article(title=text(en="On <i>Stipa</i> and the steppe"))

    (one,) = found(client, q="stipa", reader="en")["results"]

    assert one["title_marks"] == {"en": [{"start": 3, "end": 8, "text": "Stipa"}]}


def test_a_passage_is_in_the_readers_language_if_the_word_is_there(client):
    a_public_article(
        title=text("Мақала", "Статья", "Article"),
        abstract=text("Технология туралы.", "О технологиях.", ""),
    )

    passages = [
        found(client, q="технология", reader=reader)["results"][0]["passage"]
        for reader in ("kk", "ru", "en")
    ]

    assert [(one["language"], texts_of(one["marks"])) for one in passages] == [
        ("kk", ["Технология"]),
        ("ru", ["технологиях"]),
        ("kk", ["Технология"]),
    ]


def test_facets_have_counts_and_mark_the_chosen_values(client):
    journal = a_journal()
    a_public_article(journal)
    a_public_article(journal, doi="10.5555/2", language="ru")

    answer = found(client, q="степь", language="ru", reader="ru")

    facets = {facet["kind"]: facet["values"] for facet in answer["facets"]}
    languages = {one["value"]: (one["articles"], one["is_chosen"]) for one in facets["language"]}
    assert answer["count"] == 1
    assert languages == {"kk": (1, False), "ru": (1, True)}
    assert facets["journal"][0]["label"]["en"] == "Steppe Science"
    assert facets["keyword"][0] == {
        "value": "растение",
        "label": {"ru": "растение"},
        "articles": 1,
        "is_chosen": False,
    }
    assert found(client, q="степь", has_facets="false")["facets"] == []


def test_a_filter_takes_the_values_of_its_facet(client):
    journal = a_journal()
    issue = an_issue(journal)
    section = Section.objects.create(journal=journal, title_kk="Тіл")
    a_public_article(journal, issue_id=issue.pk, section_id=section.pk)

    facets = found(client, q="дала")["facets"]

    kinds = {facet["kind"]: facet["values"][0]["value"] for facet in facets}
    assert list(kinds) == ["journal", "year", "language", "section", "author", "keyword"]
    assert [found(client, **{kind: value})["count"] for kind, value in kinds.items()] == [1] * 6


def test_pages_and_orders(client, monkeypatch):
    monkeypatch.setattr("articles.search.public_search.PAGE", 2)
    journal = a_journal()
    keys = [a_public_article(journal, doi=f"10.5555/{number}").pk for number in range(3)]

    def page(**asked):
        answer = found(client, q="дала", **asked)
        return [one["article"]["id"] for one in answer["results"]], answer["next"]

    assert page(sort="oldest") == (keys[:2], 2)
    assert page(sort="oldest", page=2) == (keys[2:], None)
    assert page(sort="newest") == (keys[:0:-1], 2)
    assert page(page=3) == ([], None)


def test_a_count_that_stops_early_says_so(client, monkeypatch):
    for module in ("hits", "public_search"):
        monkeypatch.setattr(f"articles.search.{module}.HITS", 2)
    journal = a_journal()
    for number in range(4):
        a_public_article(journal, doi=f"10.5555/{number}")

    answer = found(client, q="дала")

    assert (answer["count"], answer["is_capped"]) == (2, True)


def test_a_correction_of_the_words_is_suggested(client):
    a_public_article()

    mistyped, too_many = found(client, q="stpepe"), found(client, q="steppe camel")

    assert mistyped["meant"] == {"q": "steppe", "articles": 1, "is_capped": False}
    assert too_many["words"] == [{"q": "steppe", "articles": 1, "is_capped": False}]


def test_drafts_and_withdrawn_articles_are_not_found(client):
    journal = a_journal()
    an_article(journal, title=text("Құпия", "Тайна", "Secret"))
    withdraw_article(a_public_article(journal, doi="10.5555/2"), reason="Қате")

    assert found(client, q="құпия") == found(client, q="құпия", has_facets="false")
    assert [found(client, q=typed)["count"] for typed in ("құпия", "дала")] == [0, 0]
    assert found(client, "/suggestions", q="құп")["suggestions"] == []


def test_the_beginning_of_a_word_has_suggestions(client):
    article = a_public_article()

    assert found(client, "/suggestions", q="өсім")["suggestions"] == [
        {
            "kind": "keyword",
            "label": "өсімдік",
            "language": "kk",
            "article_id": article.pk,
            "author_id": None,
        }
    ]


def test_suggestions_of_a_journal_come_from_its_own_articles(client):
    a_public_article(keywords={"en": ("steppe",)})
    second = a_journal(slug="second")
    a_public_article(second, doi="10.5555/2", keywords={"en": ("steppes",)})

    def labels(**asked):
        answer = found(client, "/suggestions", q="stepp", **asked)
        return [one["label"] for one in answer["suggestions"] if one["kind"] == "keyword"]

    assert labels() == ["steppe", "steppes"]
    assert labels(journal="second") == ["steppes"]
    assert labels(journal="no-such-journal") == []


def test_a_journal_that_no_address_can_have_is_refused(client):
    response = client.get("/api/v1/search/suggestions", {"q": "a", "journal": "a b"})

    assert response.status_code == 422
    assert "journal" in response.json()["detail"][0]["where"]


@pytest.mark.parametrize("count", [1, 3])
def test_a_search_takes_as_many_queries_for_any_number(client, django_assert_num_queries, count):
    journal = a_journal()
    for number in range(count):
        a_public_article(journal, doi=f"10.5555/{number}")

    with django_assert_num_queries(8):
        answer = found(client, q="дала")

    assert answer["count"] == count


def test_any_text_can_be_searched_for(client):
    a_public_article()

    for typed in PRINTABLE:
        named = typed[:300] or "x"
        assert found(client, q=typed, author=named, keyword="'")["count"] == 0
        assert found(client, q=typed, has_facets="false")["count"] <= 1
        assert len(found(client, "/suggestions", q=typed)["suggestions"]) <= 2


@pytest.mark.parametrize("typed", WITH_NUL)
@pytest.mark.parametrize("path", ["", "/suggestions"])
def test_a_nul_byte_is_refused_with_the_reason(client, typed, path):
    response = client.get(f"/api/v1/search{path}", {"q": typed}, headers={"Accept-Language": "en"})

    assert response.status_code == 400
    assert response.content.decode().startswith("The request contains a NUL character")


@pytest.mark.parametrize(
    "asked",
    [{"page": "0"}, {"page": "10001"}, {"language": "tr"}, {"sort": "rank"}, {"year": "x"}],
)
def test_invalid_parameters_of_a_search_are_refused(client, asked):
    response = client.get("/api/v1/search", {"q": "дала", **asked})

    assert response.status_code == 422
    assert next(iter(asked)) in response.json()["detail"][0]["where"]


def test_a_search_that_takes_too_long_is_an_error(client, monkeypatch):
    monkeypatch.setattr(
        "articles.api.search.search", lambda *_, **__: SearchResults(is_given_up=True)
    )

    response = client.get("/api/v1/search", {"q": "дала"})

    assert response.status_code == 503
    assert response.json()["detail"].startswith("The search took too long.")
