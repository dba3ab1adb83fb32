"""A DOI answers a browser with the page and a program with the form it asks for."""

import json

import bibtexparser
import pytest

from articles.models import EarlierAddress
from articles.publishing import withdraw_article
from articles.records.languages import text
from tests.factories import a_depositing_journal, a_journal, a_public_article, an_article

pytestmark = pytest.mark.django_db
RIS = "application/x-research-info-systems"
APA = "text/x-bibliography; style=apa"
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
    assert response["Vary"] == "Accept, Accept-Language"


@pytest.mark.parametrize("accept", [BROWSER, "*/*", "", "text/html"])
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_browser_goes_to_the_page_in_the_readers_language(client, doi, accept, language):
    response = ask(client, doi, accept, **{"Accept-Language": language})

    assert response.status_code == 302
    assert response["Location"].startswith(f"/{language}/articles/")
    assert response["Vary"] == "Accept, Accept-Language"


def test_a_cookie_of_another_site_changes_nothing(client, doi):
    client.cookies["django_language"] = "en"

    redirect = ask(client, doi, BROWSER, **{"Accept-Language": "ru"})

    assert redirect["Location"].startswith("/ru/articles/")


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

    assert csl["DOI"] == doi
    assert [entry["doi"] for entry in bibtexparser.parse_string(bibtex).entries] == [doi]


@pytest.mark.parametrize(
    ("accepted", "code"),
    [
        ("", "kk"),  # the article's own
        ("ru-RU, ru;q=0.9, en;q=0.8", "ru"),
        ("de, en-GB;q=0.7", "en"),
        ("en;q=0.2, RU;q=0.9", "ru"),
        ("de, fr;q=0.5", "kk"),
        ("*", "kk"),
        ("ru;q=0, *;q=0.5", "kk"),
        ("ru;q=0, en;q=0.1", "en"),
        ("?", "kk"),
    ],
)
def test_an_entry_is_in_the_best_language_that_is_accepted(client, doi, accepted, code):
    headers = {"Accept-Language": accepted} if accepted else {}
    title = {
        "kk": "Дала өсімдіктері",
        "ru": "Растения степи",
        "en": "Plants of the steppe",
    }[code]

    for accept in ("application/vnd.citationstyles.csl+json", "application/x-bibtex", RIS, APA):
        response = ask(client, doi, accept, **headers)

        assert title in response.content.decode()
        assert response["Content-Language"] == code


def test_an_accepted_language_without_a_title_gives_way_to_the_next_and_to_the_own(client):
    title = text(kk="Дала өсімдіктері", ru="Растения степи")
    article = a_public_article(doi="10.5555/two", language="ru", title=title)

    next_best = ask(client, article.doi, RIS, **{"Accept-Language": "en, kk;q=0.3"})
    own = ask(client, article.doi, RIS, **{"Accept-Language": "en"})
    citation = ask(client, article.doi, f"{APA}; locale=en-US")

    assert ("LA  - kk" in next_best.content.decode(), next_best["Content-Language"]) == (True, "kk")
    assert ("LA  - ru" in own.content.decode(), own["Content-Language"]) == (True, "ru")
    assert ("Растения степи" in citation.content.decode(), citation["Content-Language"]) == (
        True,
        "ru",
    )


def test_the_locale_of_a_citation_wins_over_the_accepted_language(client, doi):
    locales = ("ru-RU", "ru_RU", "de-DE", "")
    answers = [
        ask(client, doi, f"{APA}; locale={locale}", **{"Accept-Language": "en"})
        for locale in locales
    ]

    assert [answer["Content-Language"] for answer in answers] == ["ru", "ru", "en", "en"]


def test_a_form_that_holds_all_languages_is_the_same_for_every_reader(client, doi):
    answers = [
        ask(client, doi, "application/vnd.jats+xml", **{"Accept-Language": code})
        for code in ("ru", "en")
    ]

    assert answers[0].content == answers[1].content
    assert [answer["Content-Language"] for answer in answers] == ["kk, ru, en"] * 2


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
