"""A proof: a link to one draft, which ends, is taken back, and says what the author said."""

import re
from datetime import timedelta

import msgspec
import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.editing import save_article, working_record
from articles.models import Proof
from tests.factories import a_member, an_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return an_article(title={"kk": "Құпия дала", "en": "A secret steppe"})


@pytest.fixture
def link(article):
    return sent(article)[0]


def sent(article, **changes):
    client = Client()
    client.force_login(a_member(article.journal, "editor"))
    url = reverse("admin:articles_article_proof", args=[article.pk])
    typed = {"author": "Ұлжан", "email": "a@example.org", "language": "ru", "days": 14, **changes}
    address = client.post(url, typed).context["link"]
    return "/" + address.split("/", 3)[3], client, url


def test_the_link_goes_to_the_author_in_their_language(link):
    (message,) = mail.outbox

    assert message.to == ["a@example.org"]
    assert link in message.body
    assert link.startswith("/ru/proof/")


def test_a_visitor_with_the_link_reads_the_draft_and_no_robot_keeps_it(link):
    response = Client().get(link)

    assert response.status_code == 200
    assert "Құпия дала" in response.content.decode()
    assert response["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert response["Referrer-Policy"] == "no-referrer"
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("what", ["expired", "revoked", "guessed"])
def test_a_link_that_ended_leads_nowhere(what, article):
    link, client, url = sent(article)
    if what == "expired":
        Proof.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    if what == "revoked":
        client.post(url, {"revoke": Proof.objects.get().pk})
    if what == "guessed":
        link = link[:-5] + "AAAA/"

    response = Client().get(link)

    assert response.status_code == 404
    assert not re.search("Құпия", response.content.decode())


def test_remarks_are_kept_beside_their_field_and_shown_in_the_history(link, article):
    Client().post(link, {"title.en": "Not secret.", "confirm": "1"})

    proof = Proof.objects.get()
    client = Client()
    client.force_login(a_member(article.journal, "auditor"))
    history = client.get(reverse("admin:articles_article_history", args=[article.pk]))
    assert [(one.language, one.text, one.version) for one in proof.remarks.all()] == [
        ("en", "Not secret.", 1)
    ]
    assert proof.confirmed_at is None  # remarks are no confirmation
    assert "Not secret." in history.content.decode()


def test_a_confirmation_is_of_the_version_that_was_read(link, article):
    visitor = Client()
    visitor.post(link, {"confirm": "1"})
    first = visitor.get(link).context["is_confirmed"]
    save_article(msgspec.structs.replace(working_record(article), first_page="8"), article=article)

    assert (first, visitor.get(link).context["is_confirmed"]) == (True, False)
    assert Proof.objects.get().confirmed_version == 1


def test_the_link_itself_is_not_in_the_database(link):
    token = link.rstrip("/").rpartition("/")[2]

    assert token not in str(list(Proof.objects.values()))
