"""The language of the interface: a setting of the account."""

import pytest
from django.utils import translation

from articles.models import Section
from tests.factories import a_journal, a_member, an_issue

pytestmark = pytest.mark.django_db
HERE = "/admin/articles/issue/"


@pytest.fixture
def person():
    return a_member(a_journal())


@pytest.fixture
def editor(client, person):
    client.force_login(person)
    return client


def choose(client, language, referer=f"http://testserver{HERE}"):
    return client.post("/admin/language/", {"language": language}, headers={"referer": referer})


@pytest.mark.parametrize(("typed", "saved"), [("ru", "ru"), ("kk", "kk"), ("de", "en"), ("", "en")])
def test_the_language_is_saved_with_the_account(editor, person, typed, saved):
    response = choose(editor, typed)

    person.refresh_from_db()
    assert (person.interface_language, response.status_code) == (saved, 302)
    assert response.url == f"http://testserver{HERE}"


@pytest.mark.parametrize("referer", ["", "https://elsewhere.example/", "javascript:alert(1)"])
def test_the_redirect_never_leaves_the_site(editor, referer):
    assert choose(editor, "ru", referer).url == "/admin/"


def test_choosing_needs_a_sign_in_and_a_post(client, editor):
    client.logout()

    assert choose(client, "ru").status_code == 302
    assert editor.get("/admin/language/").status_code == 405


def test_the_sign_in_page_is_in_the_language_that_was_chosen_on_it(client):
    choose(client, "ru")

    page = client.get("/admin/login/").text

    assert '<html lang="ru"' in page
    assert page.count('name="language"') == 3


def test_the_sign_in_page_keeps_the_language_of_the_account(editor, person):
    person.interface_language = "en"
    person.save()
    editor.get("/admin/")
    editor.post("/admin/logout/")

    assert '<html lang="en"' in editor.get("/admin/login/", headers={"accept-language": "ru"}).text


def test_the_language_of_the_account_applies_to_the_admin_only(editor, person):
    choose(editor, "ru")

    assert '<html lang="ru"' in editor.get("/admin/").text
    assert editor.get("/en/authors/").text.count('<html lang="en"') == 1


@pytest.mark.parametrize(
    ("language", "name"),
    [("kk", "Дала ғылымы"), ("ru", "Наука степи"), ("en", "Steppe Science")],
)
def test_journals_issues_and_sections_are_named_in_the_language_of_the_interface(language, name):
    journal = a_journal()
    section = Section(journal=journal, title_kk="Тау", title_ru="Гора")

    with translation.override(language):
        names = str(journal), str(an_issue(journal)), str(section)

    assert names[0] == name
    assert names[1].startswith(f"{name}, 2024")
    assert names[2] == {"kk": "Тау", "ru": "Гора", "en": "Тау"}[language]
