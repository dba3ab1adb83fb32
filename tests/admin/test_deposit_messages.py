"""Messages of deposits lead to the field, or say whom to ask, by the role of the editor."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.dois import queue_articles
from articles.models import Article, DepositRecord, Journal, User
from tests.factories import a_depositing_journal, a_member, a_public_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    article = a_public_article(a_depositing_journal())
    queue_articles(Article.objects.all())
    return article


def told(article, role, message, **columns):
    """What the page of the DOI says to this role of a failed deposit."""
    DepositRecord.objects.update(state="failure", message=message, **columns)
    client = Client()
    client.force_login(a_member(article.journal, role, languages=["ru"]))
    (sent,) = client.get(reverse("admin:articles_article_crossref", args=[article.pk])).context[
        "sent"
    ]
    return sent.advice


ADMINISTRATOR = "Ask your administrator: an editor cannot change this."
WRONG_NAME = "cvc-complex-type.2.4.a: in person_name"
WRONG_TITLE = "the title does not match"


def test_a_name_leads_to_the_authors_of_the_article(article):
    place = told(article, "editor", WRONG_NAME).place

    form = reverse("admin:articles_article_change", args=[article.pk])
    assert (place.label, place.url, place.ask) == ("Authors", f"{form}#authors", "")


def test_who_may_not_change_the_article_is_told_whom_to_ask(article):
    place = told(article, "auditor", WRONG_NAME).place

    assert (place.url, place.ask) == ("", "Ask an editor of the journal to change it.")


@pytest.mark.parametrize(
    ("role", "ask"),
    [("chief_editor", ""), ("editor", "Ask a chief editor of the journal to change it.")],
)
def test_a_title_leads_to_the_form_of_the_journal(article, role, ask):
    advice = told(article, role, WRONG_TITLE)

    form = reverse("admin:articles_journal_change", args=[article.journal_id])
    assert advice.place.label == "Journal: title registered at Crossref"
    assert advice.place.url == ("" if ask else f"{form}#id_crossref_title")
    assert advice.ask == ask


@pytest.mark.parametrize("code", ["login_refused", "no_login", "unreachable", "busy"])
def test_what_is_no_editors_to_change_is_the_administrators(article, code):
    values = {"detail": "HTTP 401", "login": "L", "password": "P"}
    columns = {"message_code": code, "message_values": values}

    assert told(article, "chief_editor", "", **columns).ask == ADMINISTRATOR
    User.objects.update(is_superuser=True)
    client = Client()
    client.force_login(User.objects.get())
    page = client.get(reverse("admin:articles_article_crossref", args=[article.pk]))
    assert page.context["sent"][0].advice.ask == ""


def test_a_file_that_waits_says_what_holds_it_up_and_asks_nobody(article):
    record = DepositRecord.objects.get()
    record.deposit.message_code = "unreachable"
    record.deposit.message_values = {"detail": "ConnectError"}
    record.deposit.save()
    client = Client()
    client.force_login(a_member(article.journal, "editor"))

    page = client.get(reverse("admin:articles_article_crossref", args=[article.pk]))

    (sent,) = page.context["sent"]
    assert str(sent.advice) == (
        "Crossref could not be reached (ConnectError). It is sent again by itself. "
        "If this lasts for a day, the administrator has to look."
    )


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("kk", "Crossref-пен байланыс орнамады (ConnectError)."),
        ("ru", "Не удалось связаться с Crossref (ConnectError)."),
    ],
)
def test_a_message_is_told_in_the_language_of_the_reader(article, language, message):
    columns = {"message_code": "unreachable", "message_values": {"detail": "ConnectError"}}
    a_member(article.journal, "editor", interface_language=language)
    DepositRecord.objects.update(state="failure", **columns)
    client = Client()
    client.force_login(User.objects.get())

    page = client.get(reverse("admin:articles_article_crossref", args=[article.pk]))

    assert message in page.content.decode()


def test_a_refusal_before_sending_leads_to_the_field(article):
    Journal.objects.update(depositor_email="")
    client = Client()
    client.force_login(a_member(article.journal))
    page = reverse("admin:articles_article_crossref", args=[article.pk])

    answer = client.post(page, {"do": "send"})

    form = reverse("admin:articles_journal_change", args=[article.journal_id])
    (refused,) = answer.context["refused"]
    assert refused.place.label == "Journal: depositor's email"
    assert f'href="{form}#id_depositor_email"' in answer.content.decode()


def test_the_list_of_deposits_says_what_a_message_means(article):
    deposit = DepositRecord.objects.get().deposit
    deposit.message_code, deposit.message_values = "busy", {"detail": "HTTP 503"}
    deposit.save()
    client = Client()
    client.force_login(a_member(article.journal))

    for page in (
        reverse("admin:articles_deposit_changelist"),
        reverse("admin:articles_deposit_change", args=[deposit.pk]),
    ):
        assert (
            "Crossref takes no files at the moment (HTTP 503)." in client.get(page).content.decode()
        )
