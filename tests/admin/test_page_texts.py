"""The editor of a journal's page in each language."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Page
from tests.factories import a_journal, a_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return Page.objects.create(
        journal=a_journal(), slug="rules", title_en="Rules", text_kk="<p>Ереже.</p>\r\n"
    )


@pytest.fixture
def chief(page):
    client = Client()
    client.force_login(a_member(page.journal, "chief_editor", interface_language="en"))
    return client


def url(page, language="kk"):
    return reverse("admin:articles_page_text", args=[page.pk, language])


def typed(response, **changes):
    form = response.context["form"]
    return {name: form[name].value() or "" for name in ("body", "base_version")} | changes


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_plain_text_is_saved_as_paragraphs_of_this_language_alone(chief, page, language):
    form = typed(chief.get(url(page, language)), body="Бір.\n\nЕкі.", _save="1")

    response = chief.post(url(page, language), form, follow=True)

    page.refresh_from_db()
    others = {code: getattr(page, f"text_{code}") for code in ("kk", "ru", "en")}
    assert others.pop(language) == "<p>Бір.</p>\n<p>Екі.</p>"
    assert [text for text in others.values() if text] == (
        [] if language == "kk" else ["<p>Ереже.</p>\r\n"]
    )
    assert [str(each) for each in response.context["messages"]] == [
        "Saved. Readers see the new text."
    ]


def test_opening_and_saving_changes_nothing(chief, page):
    chief.post(url(page), typed(chief.get(url(page)), _save="1"))

    page.refresh_from_db()
    assert page.text_kk == "<p>Ереже.</p>\r\n"


def test_the_preview_is_that_of_the_public_page(chief, page):
    form = typed(chief.get(url(page)), body="<h2>A</h2><script>1</script>", _preview="1")

    answer = chief.post(url(page), form)

    assert answer.context["text"] == "<h2>A</h2>"
    assert [loss.name for loss in answer.context["losses"]] == ["script"]


def test_a_text_that_another_editor_saved_meanwhile_is_shown_beside_mine(chief, page):
    form = typed(chief.get(url(page)), body="<p>Менікі.</p>", _save="1")
    Page.objects.filter(pk=page.pk).update(text_kk="<p>Олардікі.</p>")

    conflict = chief.post(url(page), form)

    page.refresh_from_db()
    assert (conflict.status_code, page.text_kk) == (409, "<p>Олардікі.</p>")
    assert conflict.context["form"]["body"].value() == "<p>Менікі.</p>"
    assert conflict.context["theirs"] == "<p>Олардікі.</p>"

    chief.post(url(page), typed(conflict, _save="1"))

    page.refresh_from_db()
    assert page.text_kk == "<p>Менікі.</p>"


def test_there_is_no_editor_of_another_language(chief, page):
    assert chief.get(url(page, "de")).status_code == 404


def test_an_editor_may_not_write_pages(page):
    client = Client()
    client.force_login(a_member(page.journal, "editor"))

    assert client.get(url(page)).status_code == 403
    assert client.post(url(page), {"_save": "1", "body": "x"}).status_code == 403


def test_the_stock_form_of_a_page_leads_to_the_editor_and_cleans_as_it_does(chief, page):
    change = reverse("admin:articles_page_change", args=[page.pk])
    stock = chief.get(change)
    initial = stock.context["adminform"].form.initial
    values = {name: value for name, value in initial.items() if value is not None}

    chief.post(change, {**values, "text_ru": "Жай мәтін"})

    page.refresh_from_db()
    assert url(page) in stock.content.decode()
    assert (page.text_kk, page.text_ru) == ("<p>Ереже.</p>\r\n", "<p>Жай мәтін</p>")
