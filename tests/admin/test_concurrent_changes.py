"""Two editors on one stock form: the second is told, and nothing is overwritten unseen."""

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from lxml import html

from articles.models import Issue, Journal, Organisation, Page, TitlePeriod
from tests.editing.test_web_pictures import a_picture
from tests.factories import a_journal, a_member, an_issue

pytestmark = pytest.mark.django_db


@pytest.fixture
def journal():
    return a_journal()


def signed_in(journal, name):
    client = Client()
    client.force_login(
        a_member(journal, "chief_editor", username=name, email=f"{name}@e.org", first_name=name)
    )
    return client


@pytest.fixture
def first(journal):
    return signed_in(journal, "Дана")


@pytest.fixture
def second(journal):
    return signed_in(journal, "Айгерім")


def address(row):
    return reverse(f"admin:articles_{row._meta.model_name}_change", args=[row.pk])


def as_opened(response):
    page = html.document_fromstring(response.content.decode())
    form = next(form for form in page.forms if "opened_values" in form.fields)
    return {
        # A text area begins with a line break that is no part of its text.
        name: value.removeprefix("\n")
        for name, value in form.form_values()
        if name != "csrfmiddlewaretoken"
    }


def errors(response):
    page = html.document_fromstring(response.content.decode())
    return [each.text_content() for each in page.xpath("//ul[contains(@class, 'errorlist')]/li")]


def messages(response):
    return [str(message) for message in response.context["messages"]]


def test_a_value_that_both_changed_is_shown_with_the_other_one_and_not_overwritten(
    journal, first, second
):
    page = Page.objects.create(journal=journal, slug="about", text_kk="Ескі мәтін")
    mine = as_opened(second.get(address(page)))
    first.post(address(page), {**as_opened(first.get(address(page))), "text_kk": "Дананың мәтіні"})

    answer = second.post(address(page), {**mine, "text_kk": "Айгерімнің мәтіні"})

    page.refresh_from_db()
    assert page.text_kk == "<p>Дананың мәтіні</p>"
    assert len(errors(answer)) == 1
    assert "“<p>Дананың мәтіні</p>”" in errors(answer)[0]
    assert as_opened(answer)["text_kk"] == "Айгерімнің мәтіні"
    assert messages(answer) == [
        "Nothing is saved yet: Дана has saved this page since you opened it."
    ]


def test_a_second_save_keeps_the_value_knowingly(journal, first, second):
    page = Page.objects.create(journal=journal, slug="about", text_kk="Ескі мәтін")
    mine = as_opened(second.get(address(page)))
    first.post(address(page), {**as_opened(first.get(address(page))), "text_kk": "Дананың мәтіні"})
    shown_again = second.post(address(page), {**mine, "text_kk": "Айгерімнің мәтіні"})

    answer = second.post(address(page), as_opened(shown_again))

    page.refresh_from_db()
    assert answer.status_code == 302
    assert page.text_kk == "<p>Айгерімнің мәтіні</p>"


def test_changes_of_different_fields_are_both_kept_and_told(journal, first, second):
    page = Page.objects.create(journal=journal, slug="about", title_kk="Атау", text_kk="Мәтін")
    mine = as_opened(second.get(address(page)))
    first.post(address(page), {**as_opened(first.get(address(page))), "title_ru": "Название"})

    answer = second.post(address(page), {**mine, "text_en": "Text"}, follow=True)

    page.refresh_from_db()
    assert (page.title_ru, page.text_en) == ("Название", "<p>Text</p>")
    assert any("they are kept: Title: Русский" in message for message in messages(answer))


@pytest.mark.parametrize(
    ("make", "field", "theirs", "mine"),
    [
        (lambda journal: journal, "publisher_kk", "Бірінші", "Екінші"),
        (lambda journal: an_issue(journal), "print_run", "200", "300"),
        (lambda journal: an_issue(journal), "published_on", "2020-01-02", "2020-01-03"),
        (lambda journal: journal.sections.create(title_kk="Тау"), "order", "5", "6"),
        (lambda journal: Organisation.objects.create(name_kk="Ұйым"), "country", "UZ", "KG"),
    ],
)
def test_every_stock_form_refuses_to_overwrite(journal, first, second, make, field, theirs, mine):
    row = make(journal)
    opened = as_opened(second.get(address(row)))
    saved = first.post(address(row), {**as_opened(first.get(address(row))), field: theirs})
    row.refresh_from_db()
    stored = getattr(row, field)

    answer = second.post(address(row), {**opened, field: mine})

    row.refresh_from_db()
    assert (saved.status_code, answer.status_code) == (302, 200)
    assert getattr(row, field) == stored
    assert len(errors(answer)) == 1


def test_rows_below_the_form_are_checked_too(journal, first, second):
    period = TitlePeriod.objects.create(
        journal=journal, name_kk="Ескі", from_on="2000-01-01", until_on="2001-01-01"
    )
    mine = as_opened(second.get(address(journal)))
    name = next(key for key in mine if key.endswith("-0-name_kk"))
    first.post(address(journal), {**as_opened(first.get(address(journal))), name: "Бірінші"})

    answer = second.post(address(journal), {**mine, name: "Екінші"})

    period.refresh_from_db()
    assert period.name_kk == "Бірінші"
    assert "“Бірінші”" in "".join(errors(answer))


def test_the_same_change_of_both_is_no_conflict(journal, first, second):
    page = Page.objects.create(journal=journal, slug="about", text_kk="Мәтін")
    mine = as_opened(second.get(address(page)))
    same = {"text_kk": "Бірдей\r\nмәтін"}
    first.post(address(page), {**as_opened(first.get(address(page))), **same})

    assert second.post(address(page), {**mine, **same}).status_code == 302


def test_a_form_that_is_wrong_elsewhere_still_remembers_what_it_was_opened_with(
    journal, first, second
):
    page = Page.objects.create(journal=journal, slug="about", text_kk="Мәтін")
    mine = as_opened(second.get(address(page)))
    wrong = second.post(address(page), {**mine, "slug": "", "text_kk": "Айгерім"})
    first.post(address(page), {**as_opened(first.get(address(page))), "text_kk": "Дана"})

    answer = second.post(address(page), {**as_opened(wrong), "slug": "about"})

    page.refresh_from_db()
    assert page.text_kk == "<p>Дана</p>"
    assert "“<p>Дана</p>”" in "".join(errors(answer))


def test_the_log_names_only_what_the_editor_changed(journal, first, second):
    page = Page.objects.create(journal=journal, slug="about", title_kk="Атау", text_kk="Мәтін")
    mine = as_opened(second.get(address(page)))
    first.post(address(page), {**as_opened(first.get(address(page))), "title_ru": "Название"})

    second.post(address(page), {**mine, "text_en": "Text"})

    changes = [entry.get_change_message() for entry in LogEntry.objects.order_by("pk")]
    assert ["Русский" in change for change in changes] == [True, False]


def test_the_text_is_shown_if_the_row_was_deleted_meanwhile(journal, first, second):
    page = Page.objects.create(journal=journal, slug="about", text_kk="Мәтін")
    mine = as_opened(second.get(address(page)))
    page_address = address(page)
    page.delete()

    answer = second.post(page_address, {**mine, "text_kk": "Айгерімнің мәтіні"})

    assert answer.status_code == 403
    assert "Айгерімнің мәтіні</textarea>" in answer.text
    assert "It has been deleted" in answer.text


def test_an_uploaded_file_is_not_lost_to_another_one(journal, first, second):
    issue = an_issue(journal)
    mine = as_opened(second.get(address(issue)))
    Issue.objects.filter(pk=issue.pk).update(cover="covers/other.png")
    cover = SimpleUploadedFile("mine.png", a_picture((30, 40), "PNG").read(), "image/png")

    answer = second.post(address(issue), {**mine, "cover": cover})

    issue.refresh_from_db()
    assert issue.cover.name == "covers/other.png"
    assert "covers/other.png" in "".join(errors(answer))


def test_forms_without_digests_are_saved_as_before(journal, first):
    page = Page.objects.create(journal=journal, slug="about", text_kk="Мәтін")
    mine = as_opened(first.get(address(page)))
    del mine["opened_values"]

    first.post(address(page), {**mine, "text_kk": "Жаңа"})

    page.refresh_from_db()
    assert page.text_kk == "<p>Жаңа</p>"


def test_the_journal_itself_is_found_by_its_digests(journal, first):
    assert Journal.objects.count() == 1
    assert set(as_opened(first.get(address(journal)))) >= {"opened_values", "editor_token"}
