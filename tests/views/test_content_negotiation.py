"""A DOI answers a browser with the page and a program with the form it asks for."""

import json

import bibtexparser
import pytest

from articles.models import EarlierAddress
from articles.publishing import withdraw_article
from tests.factories import a_depositing_journal, a_journal, a_public_article, an_article

pytestmark = pytest.mark.django_db
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.fixture
def doi():
    journal = a_depositing_journal()
    return a_public_article(journal, doi="10.5555/Steppe(1)").doi


def ask(client, doi, accept, **headers):
    return client.get(f"/doi/{doi}", headers={"Accept": accept, **headers})


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("application/x-bibtex", "application/x-bibtex"),
        ("application/vnd.citationstyles.csl+json", "application/vnd.citationstyles.csl+json"),
        ("application/x-research-info-systems", "application/x-research-info-systems"),
        ("application/ld+json", "application/ld+json"),
        ("application/vnd.crossref.unixsd+xml", "application/vnd.crossref.unixsd+xml"),
        ("text/x-bibliography; style=apa; locale=ru", "text/x-bibliography"),
        ("text/html;q=0.2, application/x-bibtex;q=0.9", "application/x-bibtex"),
        ("application/x-bibtex;q=0.1, application/ld+json", "application/ld+json"),
        ("application/x-unknown, application/json;q=0.5", "application/json"),
    ],
)
def test_a_program_gets_the_form_that_it_asks_for(client, doi, accept, kind):
    response = ask(client, doi, accept)

    assert (response.status_code, response["Content-Type"]) == (200, f"{kind}; charset=utf-8")
    assert response["Vary"] == "Accept, Accept-Language, Cookie"


@pytest.mark.parametrize("accept", [BROWSER, "*/*", "", "text/html"])
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_browser_goes_to_the_page_in_the_readers_language(client, doi, accept, language):
    response = ask(client, doi, accept, **{"Accept-Language": language})

    assert response.status_code == 302
    assert response["Location"].startswith(f"/{language}/articles/")


@pytest.mark.parametrize(
    "accept", ["image/png", "text/x-bibliography; style=nothing", "application/x-bibtex;q=0"]
)
def test_what_is_not_offered_is_406_with_what_is(client, doi, accept):
    response = ask(client, doi, accept)

    assert response.status_code == 406
    assert b"application/x-bibtex" in response.content


def test_the_forms_hold_the_article(client, doi):
    csl = json.loads(ask(client, doi, "application/vnd.citationstyles.csl+json").content)
    bibtex = ask(client, doi, "application/x-bibtex").content.decode()

    assert {one["DOI"] for one in csl} == {doi}
    assert len(bibtexparser.parse_string(bibtex).entries) == 3


def test_a_citation_in_a_style_and_a_language(client, doi):
    kazakh = ask(client, doi, "text/x-bibliography; style=gost-r-7-0-5-2008; locale=kk-KZ")
    english = ask(client, doi, "text/x-bibliography; style=apa; locale=en-US")

    assert "Б. 5–14" in kazakh.content.decode()
    assert "Plants of the steppe" in english.content.decode()
    assert f"https://doi.org/{doi}" in english.content.decode()


def test_link_headers_show_the_way(client, doi):
    links = ask(client, doi, "application/x-bibtex")["Link"].split(", ")

    assert links[0] == f'<https://doi.org/{doi}>; rel="cite-as"'
    assert '<https://creativecommons.org/licenses/by/4.0/>; rel="license"' in links
    assert any('rel="describedby"; type="application/ld+json"' in one for one in links)


@pytest.mark.parametrize("doi", ["10.5555/none", "10.5555/%25", "нет", "10.5555/a/b/c", "%20"])
def test_a_doi_that_is_not_ours_is_not_found(client, doi):
    assert client.get(f"/doi/{doi}").status_code == 404


def test_any_case_of_a_doi_is_the_same(client, doi):
    assert ask(client, doi.upper(), "text/html").status_code == 302


def test_a_draft_answers_nothing_and_a_withdrawn_article_is_gone(client, doi):
    draft = an_article(a_journal(slug="other"), doi="10.5555/draft")
    article = a_public_article(draft.journal, doi="10.5555/gone")
    withdraw_article(article, reason="mistake")

    assert ask(client, "10.5555/draft", "application/x-bibtex").status_code == 404
    assert ask(client, "10.5555/gone", "application/x-bibtex").status_code == 410
    assert ask(client, "10.5555/gone", "text/html").status_code == 302


def test_an_address_of_the_old_site_leads_to_the_article_for_ever(client, doi):
    article = a_public_article(a_journal(slug="other"), doi="10.5555/old")
    EarlierAddress.objects.create(path="/index.php/js/article/view/12", article=article)
    EarlierAddress.objects.create(path="/old.php?id=7", target="https://example.org/7")

    by_path = client.get("/index.php/js/article/view/12")
    by_question = client.get("/old.php?id=7")

    assert by_path.status_code == by_question.status_code == 301
    assert by_path["Location"].endswith(f"/articles/{article.pk}/")
    assert by_question["Location"] == "https://example.org/7"
    assert client.get("/old.php?id=8").status_code == 404


def test_an_old_address_of_a_draft_leads_nowhere(client):
    EarlierAddress.objects.create(path="/old/draft", article=an_article())

    assert client.get("/old/draft").status_code == 404
