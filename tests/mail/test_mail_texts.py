"""Texts of e-mails in a journal's own words: used, checked, previewed, and taken back."""

from secrets import token_hex

import pytest
from django.core import mail as outbox
from django.test import Client
from django.urls import reverse

from articles.mail.messages import WRITERS
from articles.mail.texts import EDITABLE_MAILS, SITE_MAILS, WrittenText, filled
from articles.models import Mail, MailText, Membership, Proof, User
from tests.factories import a_journal, a_member, an_article

pytestmark = pytest.mark.django_db
ADD = "admin:articles_mailtext_add"


@pytest.fixture
def journal():
    return a_journal()


@pytest.fixture
def chief(journal):
    client = Client()
    client.force_login(a_member(journal, "chief_editor", interface_language="en"))
    return client


def an_invitation(journal, language):
    user = a_member(journal, "editor", username="e", email="e@b.kz", interface_language=language)
    return {"membership": Membership.objects.get(user=user).pk}


def a_proof(journal, language):
    row = Proof.objects.create(
        article=journal.articles.first() or an_article(journal),
        author="Үлгіева А.", language=language,
        expires_at="2026-12-31T00:00Z", digest=token_hex(16),
    )  # fmt: skip
    return {"proof": row.pk, "nonce": "nonce"}


FACTS = {Mail.Kind.INVITATION: an_invitation, Mail.Kind.PROOF: a_proof}


def written(kind, journal, language="ru"):
    (message,) = WRITERS[kind]("e@b.kz", **FACTS[kind](journal, language))
    return message


def test_every_kind_of_mail_is_a_journals_or_the_sites():
    assert set(EDITABLE_MAILS) | SITE_MAILS == set(Mail.Kind) == set(WRITERS)
    assert not set(EDITABLE_MAILS) & SITE_MAILS


@pytest.mark.parametrize("kind", EDITABLE_MAILS)
def test_each_mail_of_the_list_is_sent_in_the_words_of_the_journal(kind, journal):
    names = [one.name for one in EDITABLE_MAILS[kind].placeholders]
    MailText.objects.create(
        journal=journal, kind=kind, subject_ru="Тема {journal}",
        body_ru="\n".join(f"{name}={{{name}}}" for name in names),
    )  # fmt: skip

    message = written(kind, journal)

    assert message.subject == "Тема Наука степи"
    lines = dict(line.partition("=")[::2] for line in message.body.splitlines() if "=" in line)
    assert [name for name in names if lines[name] and "{" not in lines[name]] == names


@pytest.mark.parametrize("kind", EDITABLE_MAILS)
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_language_without_words_of_the_journal_keeps_the_built_in_text(kind, journal, language):
    usual = written(kind, journal, language)
    Membership.objects.filter(user__username="e").delete()
    a_journal(slug="second").mail_texts.create(kind=kind, subject_kk="A", body_ru="A", body_en="A")

    User.objects.filter(username="e").delete()
    again = written(kind, journal, language)

    assert again.subject == usual.subject
    assert "{" not in usual.subject + usual.body
    assert "{" not in again.body


def test_a_value_is_never_read_as_a_text():
    text = WrittenText("{author}\n{x", "{author} {link} {0.__class__} %(author)s {")

    done = filled(text, {"author": "{link}", "link": "<b>"})

    assert done == ("{link} {x", "{link} <b> {0.__class__} %(author)s {\n")


def typed(journal, **changes):
    return {"journal": journal.pk, "kind": "proof", **changes}


@pytest.mark.parametrize(
    ("field", "text", "message"),
    [
        (
            "body_ru",
            "Ссылка: {lnik}",
            "“{lnik}” is no placeholder of this e-mail. Possible: {journal}, {author}, {link}, "
            "{day}.",
        ),
        ("body_ru", "Нет ссылки", "{link} is missing: the author's own link to the proof."),
        (
            "body_ru",
            "{link} <a href='x'>тут</a>",
            "An e-mail is plain text: “<a href='x'>” would be sent as it stands. Remove it.",
        ),
        (
            "subject_kk",
            "{role} {",
            "“{role}” is no placeholder of this e-mail. Possible: {journal}, {author}, {link}, "
            "{day}.",
        ),
        (
            "subject_kk",
            "{author.__class__}",
            "“{author.__class__}” is no placeholder of this e-mail. Possible: {journal}, "
            "{author}, {link}, {day}.",
        ),
    ],
)
def test_a_text_that_could_not_be_sent_is_refused_by_name(chief, journal, field, text, message):
    response = chief.post(reverse(ADD), typed(journal, **{field: text}))

    errors = response.context["adminform"].form.errors
    assert list(errors) == [field]
    assert message in errors[field]
    assert not MailText.objects.exists()


def test_a_text_is_saved_used_and_taken_back(chief, journal):
    body = "Смотрите <https://example.org/> и {link}"
    assert chief.post(reverse(ADD), typed(journal, body_ru=body)).status_code == 302
    row = MailText.objects.get()
    sent = written(Mail.Kind.PROOF, journal).body
    assert sent.startswith("Смотрите <https://example.org/> и http")
    again = chief.post(reverse(ADD), typed(journal)).context["adminform"].form.errors
    assert again == {"__all__": ["The journal already has its own text of this e-mail."]}

    page = chief.get(reverse("admin:articles_mailtext_change", args=[row.pk])).text
    delete = reverse("admin:articles_mailtext_delete", args=[row.pk])
    assert delete in page
    chief.post(delete, {"post": "yes"})

    assert "Смотрите" not in written(Mail.Kind.PROOF, journal).body


def test_the_preview_has_sample_values_and_saves_nothing(chief, journal):
    address = reverse("admin:articles_mailtext_preview")

    form = typed(journal, body_kk="Құрметті {author}, {lnik}", subject_ru="<i>")
    page = chief.post(address, form)

    texts = {text.language: text for text in page.context["texts"]}
    assert texts["kk"].body == "Құрметті Үлгіева А. А., {lnik}\n"
    assert len(texts["kk"].problems) == 2
    assert texts["ru"].subject == "<i>"
    assert "&lt;i&gt;" in page.text
    assert texts["en"].subject == "Proof of your article: Steppe Science"
    assert not MailText.objects.exists()
    assert outbox.outbox == []
    assert chief.get(address).status_code == 404
