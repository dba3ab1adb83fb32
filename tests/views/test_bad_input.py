"""Whatever stands in an address: a page that says so, never a failure of the program."""

import pytest

from tests.factories import a_journal, a_public_article, an_issue

pytestmark = pytest.mark.django_db

LONG = "я" * 20_000


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/kk/articles/0/", 404),
        ("/kk/articles/99999999999999999999/", 404),
        ("/kk/articles/-1/", 404),
        ("/kk/articles/١٢/", 404),
        ("/kk/articles/x/", 404),
        ("/kk/unknown/", 404),
        ("/kk/unknown/issues/", 404),
        ("/kk/steppe-science/issues/999/", 404),
        ("/kk/steppe-science/pages/unknown/", 404),
        ("/kk/authors/999/", 404),
        ("/de/", 404),
        ("/kk/articles/999", 404),
        ("/articles/1/export/unknown", 404),
        ("/articles/1/export/..%2f", 404),
        ("/articles/999/export/ris", 404),
        ("/articles/1/files/999999999999999999/a.pdf", 404),
        ("/doi/", 404),
        ("/doi/10.5555/unknown", 404),
        ("/doi/" + "9" * 3_000, 404),
        ("/kk/keywords/?term=unknown", 404),
        ("/kk/keywords/?term=%00", 400),
        ("/kk/keywords/?term=%01", 400),
        ("/kk/keywords/?page=0", 400),
        ("/kk/keywords/?page=x", 400),
        ("/kk/keywords/?page=9999", 404),
        ("/kk/keywords/?page=٣", 400),
        ("/kk/search/?q=%00", 400),
        ("/kk/search/?page=-1", 400),
        ("/kk/search/?q=a&page=10001", 400),
        ("/kk/search/?q=%ff%fe", 200),
        ("/kk/search/?q=" + "%27%22%3C&page=1", 200),
        ("/kk/search/?q=" + LONG, 200),
        ("/kk/search/?q=!!%26%26%7C%7C():*", 200),
        ("/kk/search/?q=дала&q=тау&unknown=1", 200),
        ("/%00", 400),
        ("/kk/%ff/", 404),
    ],
)
def test_a_broken_address_is_answered(client, address, status):
    journal = a_journal()
    a_public_article(journal, issue_id=an_issue(journal).pk)

    assert client.get(address, follow=True).status_code == status


def test_what_was_searched_for_is_shown_as_text(client):
    a_journal()

    html = client.get('/kk/search/?q="><script>alert(1)</script>').content.decode()

    assert "<script>alert" not in html


@pytest.mark.parametrize("address", ["/kk/", "/kk/search/", "/healthz", "/robots.txt"])
def test_pages_are_only_read(client, address):
    assert client.post(address).status_code == 405


@pytest.mark.parametrize(
    ("languages", "leads_to"),
    [("ru,en;q=0.5", "/ru/"), ("de,en;q=0.5", "/en/"), ("fr", "/kk/"), ("", "/kk/")],
)
def test_the_root_leads_to_the_language_of_the_browser(client, languages, leads_to):
    response = client.get("/", headers={"Accept-Language": languages})

    assert response.status_code == 302
    assert response.headers["Location"] == leads_to


def test_the_root_follows_the_cookie_before_the_browser(client, settings):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"

    response = client.get("/", headers={"Accept-Language": "ru"})

    assert response.headers["Location"] == "/en/"


def test_a_doi_leads_to_the_page_in_any_case(client):
    article = a_public_article(doi="10.5555/Abc.1")

    response = client.get("/doi/10.5555/aBC.1", headers={"Accept-Language": "ru"})

    assert response.headers["Location"] == f"/ru/articles/{article.pk}/"


def test_a_failure_is_told_in_three_languages_without_the_database(client, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr("articles.views.home.site_journals", lambda: 1 / 0)

    response = client.get("/kk/")

    html = response.content.decode()
    assert response.status_code == 500
    words = ("Сервер қатесі", "Ошибка на сервере", "Something went wrong")
    assert [word for word in words if word not in html] == []
