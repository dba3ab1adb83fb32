"""The language of the office: chosen once, kept with the account."""

import pytest

from tests.factories import a_journal, a_member

pytestmark = pytest.mark.django_db
HERE = "/admin/articles/issue/"


@pytest.fixture
def person():
    return a_member(a_journal())


@pytest.fixture
def office(client, person):
    client.force_login(person)
    return client


def choose(client, language, referer=f"http://testserver{HERE}"):
    return client.post("/admin/language/", {"language": language}, headers={"referer": referer})


@pytest.mark.parametrize(("typed", "saved"), [("ru", "ru"), ("kk", "kk"), ("de", "en"), ("", "en")])
def test_one_of_three_languages_is_kept_with_the_account(office, person, typed, saved):
    response = choose(office, typed)

    person.refresh_from_db()
    assert (person.interface_language, response.status_code) == (saved, 302)
    assert response.url == f"http://testserver{HERE}"


@pytest.mark.parametrize("referer", ["", "https://elsewhere.example/", "javascript:alert(1)"])
def test_the_way_back_never_leads_out_of_the_site(office, referer):
    assert choose(office, "ru", referer).url == "/admin/"


def test_a_stranger_chooses_nothing_and_it_is_not_asked_by_get(client, office):
    client.logout()

    assert choose(client, "ru").status_code == 302
    assert office.get("/admin/language/").status_code == 405


def test_the_admin_is_in_the_language_of_the_account_and_the_site_is_not(office, person):
    choose(office, "ru")

    assert '<html lang="ru"' in office.get("/admin/").text
    assert office.get("/en/authors/").text.count('<html lang="en"') == 1
