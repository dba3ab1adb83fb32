"""The page of the search: what it marks, and that it answers whatever is typed; the admin too."""

import pytest

from articles.models import Article, User
from articles.records.languages import text
from tests.factories import a_journal, a_public_article, an_article
from tests.hostile import LONG, PRINTABLE, WITH_NUL

pytestmark = pytest.mark.django_db


def html_of(client, address, **asked):
    response = client.get(address, asked)
    assert response.status_code == 200
    return response.content.decode().replace("\u00ad", "")


def test_the_own_title_beneath_the_readers_is_marked_too(client):
    a_public_article(title=text("Дала өсімдіктері", "Растения степи", "Plants"))

    html = html_of(client, "/en/search/", q="өсімдік")

    assert '<span lang="kk" dir="auto">Дала <mark>өсімдіктері</mark></span>' in html


@pytest.mark.parametrize(("year", "is_offered"), [("2024", True), ("1999", False)])
def test_an_order_is_offered_where_there_is_something_to_order(client, year, is_offered):
    a_public_article()

    html = html_of(client, "/en/search/", q="plant", year=year)

    assert ('name="sort"' in html) is is_offered


@pytest.mark.parametrize("asked", [{}, {"language": "kk"}])
def test_what_may_have_been_meant_is_offered_with_filters_and_without(client, asked):
    a_public_article()

    html = html_of(client, "/en/search/", q="stpepe", **asked)

    kept = "&amp;language=kk" if asked else ""
    assert f'Did you mean: <a href="?q=steppe{kept}">steppe</a>' in html


@pytest.mark.parametrize("count", [1, 3])
def test_a_search_takes_as_many_queries_for_any_number(client, django_assert_num_queries, count):
    journal = a_journal()
    for number in range(count):
        a_public_article(journal, doi=f"10.5555/{number}")
    client.get("/en/search/", {"q": "дала"})

    with django_assert_num_queries(10):
        html = html_of(client, "/en/search/", q="дала")

    assert html.count("<h3>") == count


def test_suggestions_answer_whatever_is_typed(client):
    a_public_article()

    found = {
        typed: client.get("/kk/search/suggestions/", {"q": typed}).json()["suggestions"]
        for typed in PRINTABLE
    }

    assert found["(дала"] == found["\u202eдала\u200f"] == found['дала"']
    assert [one["label"] for one in found["(дала"]] == ["дала", "Дала өсімдіктері"]
    assert [typed for typed, suggested in found.items() if len(suggested) > 2] == []


@pytest.mark.parametrize("address", ["/kk/search/", "/kk/search/suggestions/"])
@pytest.mark.parametrize("typed", WITH_NUL)
def test_a_nul_byte_is_refused_with_the_reason(client, address, typed):
    response = client.get(address, {"q": typed}, headers={"Accept-Language": "en"})

    assert response.status_code == 400
    assert "NUL" in response.content.decode()


def test_the_list_of_the_admin_answers_whatever_is_typed(client):
    an_article()
    client.force_login(User.objects.create(username="editor", is_staff=True, is_superuser=True))

    for typed in PRINTABLE:
        assert 'id="changelist-form"' in html_of(client, "/admin/articles/article/", q=typed)


@pytest.mark.parametrize("typed", LONG)
def test_a_long_question_is_answered(client, typed):
    a_public_article()

    for address in ("/kk/search/", "/kk/search/suggestions/", "/api/v1/search"):
        html_of(client, address, q=typed)


def test_an_article_of_two_megabytes_is_saved_and_found_by_its_text(client):
    words = "".join(
        f"<p>Өзен{number} жағасындағы ауылдар туралы сөз.</p>" for number in range(30_000)
    )
    article = a_public_article(body=f"<p>Бірегей құмсағыз.</p>{words}")
    client.force_login(User.objects.create(username="editor", is_staff=True, is_superuser=True))

    public = html_of(client, "/kk/search/", q="құмсағызды")
    office = html_of(client, "/admin/articles/article/", q="өсімдік")
    api = client.get("/api/v1/search", {"q": "өзен7 жағасында"}).json()

    assert len(article.body.encode()) > 2_000_000
    assert "<mark>құмсағыз</mark>" in public
    assert f"/admin/articles/article/{article.pk}/change/" in office
    assert [one["article"]["id"] for one in api["results"]] == [article.pk]
    assert Article.objects.count() == 1
