"""E-mails over a real mail server, one that is silent, and one that refuses an address."""

import re
import smtplib
from datetime import timedelta

import pytest
from django.core import mail as django_mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.mail import queue_mail, send_waiting_mail, sending
from articles.models import Mail, Membership, Proof, User
from journal.breaker import Breaker
from tests.factories import a_journal, a_member, an_article
from tests.mail.smtp_server import smtp_server
from tests.s3_server import silent_server

pytestmark = pytest.mark.django_db
RESET = Mail.Kind.PASSWORD_RESET


@pytest.fixture(autouse=True)
def _smtp(settings, monkeypatch):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_USE_TLS = False
    settings.EMAIL_TIMEOUT = 0.2
    errors = (OSError, smtplib.SMTPException)
    monkeypatch.setattr(sending, "answering", Breaker("mail server", 0, *errors).guard)


@pytest.fixture
def server(settings):
    with smtp_server() as server:
        settings.EMAIL_PORT = server.port
        yield server


@pytest.fixture
def person():
    return User.objects.create_user(
        "dana", "dana@example.org", "Жусан-2026", is_staff=True, interface_language="ru"
    )


def ask_for_a_link(address):
    return Client().post(reverse("admin_password_reset"), {"email": address})


def test_a_link_is_asked_for_by_the_page_and_sent_by_the_worker(server, person):
    ask_for_a_link("dana@example.org")
    before = list(server.mails)

    send_waiting_mail()

    (message,) = server.mails
    assert (before, message["To"]) == ([], "dana@example.org")
    assert message["Subject"] == "127.0.0.1:8000: новый пароль"
    link = re.search(r"http://127\.0\.0\.1:8000(/admin/reset/\S+)", message.get_content())[1]
    assert Client().get(link, follow=True).context["validlink"] is True
    assert Mail.objects.count() == 0


def test_an_address_without_an_account_is_queued_like_any_other_and_sent_nothing(server, person):
    answers = [ask_for_a_link(address) for address in ("dana@example.org", "no@example.org")]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert Mail.objects.count() == 2
    send_waiting_mail()
    assert [message["To"] for message in server.mails] == ["dana@example.org"]
    assert Mail.objects.count() == 0


@pytest.mark.parametrize("address", ["dana@example.org", "no@example.org"])
def test_the_page_asks_the_database_the_same_for_every_address(
    django_assert_num_queries, person, address
):
    with django_assert_num_queries(2):
        ask_for_a_link(address)


def test_a_mail_that_waits_is_not_queued_twice(person):
    ask_for_a_link("dana@example.org")
    ask_for_a_link("dana@example.org")

    assert Mail.objects.count() == 1


def test_an_invitation_is_written_when_it_is_sent(server):
    journal = a_journal()
    member = a_member(journal, "editor")
    member.interface_language = "kk"
    member.save()
    membership = Membership.objects.get(user=member)
    queue_mail(Mail.Kind.INVITATION, "aigul@example.org", membership=membership.pk)

    send_waiting_mail()

    (message,) = server.mails
    assert message["Subject"].strip() == "Редакция кабинетіне шақыру: Дала ғылымы"


def test_an_invitation_of_a_membership_that_has_ended_is_not_sent(server):
    queue_mail(Mail.Kind.INVITATION, "aigul@example.org", membership=12345)

    send_waiting_mail()

    assert (server.mails, Mail.objects.count()) == ([], 0)


def test_the_queue_holds_no_link_to_a_proof(server):
    article = an_article()
    client = Client()
    client.force_login(a_member(article.journal, "editor"))
    typed = {"author": "Ұлжан", "email": "a@example.org", "language": "ru", "days": 14}

    page = client.post(reverse("admin:articles_article_proof", args=[article.pk]), typed)

    link = page.context["link"]
    token = link.rstrip("/").rpartition("/")[2]
    assert token not in str(Mail.objects.get().facts)
    send_waiting_mail()
    assert link in server.mails[0].get_content()
    assert Proof.objects.open_at(token).article == article


def test_a_silent_mail_server_costs_one_wait_and_the_mail_is_tried_later(settings):
    with silent_server() as settings.EMAIL_PORT:
        queue_mail(RESET, "a@example.org")
        queue_mail(RESET, "b@example.org")
        User.objects.create_user("a", "a@example.org", "Жусан-2026")

        count = send_waiting_mail()

    mail = Mail.objects.get(address="a@example.org")
    assert (count, mail.tries, mail.failure) == (
        0,
        1,
        "SMTPServerDisconnected: Connection unexpectedly closed: timed out",
    )
    pause = mail.due_at - timezone.now()
    assert timedelta(seconds=50) < pause <= timedelta(minutes=1)
    assert User.objects.get().password_reset_at is None  # the link can be sent later
    assert Mail.objects.get(address="b@example.org").tries == 0


def test_the_pauses_grow_and_the_mail_is_given_up_after_two_days(settings, person):
    settings.EMAIL_PORT = 1
    queue_mail(RESET, "dana@example.org")
    pauses = []
    for _attempt in range(9):
        Mail.objects.update(due_at=timezone.now())
        send_waiting_mail()
        pauses.append(round((Mail.objects.get().due_at - timezone.now()).total_seconds() / 60))

    Mail.objects.update(created_at=timezone.now() - timedelta(days=3), due_at=timezone.now())
    send_waiting_mail()

    assert pauses == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    assert Mail.objects.get().failed_at is not None
    assert not Mail.objects.waiting().exists()


def test_an_address_that_the_server_refuses_does_not_keep_back_the_others(server, person):
    User.objects.create_user("gone", "gone@example.org", "Жусан-2026")
    server.refused.add("gone@example.org")
    ask_for_a_link("gone@example.org")
    ask_for_a_link("dana@example.org")

    assert send_waiting_mail() == 2
    assert [message["To"] for message in server.mails] == ["dana@example.org"]
    refused = Mail.objects.get()
    assert (refused.address, refused.failed_at is None) == ("gone@example.org", False)
    assert "no such person" in refused.failure


def test_a_mail_that_cannot_be_written_does_not_keep_back_the_others(server, person, caplog):
    queue_mail(Mail.Kind.PROOF, "a@example.org", wrong="facts")
    ask_for_a_link("dana@example.org")

    send_waiting_mail()

    assert [message["To"] for message in server.mails] == ["dana@example.org"]
    assert Mail.objects.get().failure.startswith("TypeError")


def test_without_a_mail_server_the_mail_is_printed_at_once(settings, person):
    settings.EMAIL_HOST = ""
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

    ask_for_a_link("dana@example.org")

    assert [message.to for message in django_mail.outbox] == [["dana@example.org"]]
    assert Mail.objects.count() == 0


def test_the_administrator_sees_what_failed_and_has_it_tried_again(admin_client):
    mail = Mail.objects.create(
        kind=RESET, address="a@example.org", failed_at=timezone.now(), failure="refused", tries=9
    )
    address = reverse("admin:articles_mail_changelist")

    page = admin_client.get(address).content.decode()
    admin_client.post(address, {"action": "send_again", "_selected_action": [mail.pk]})

    assert "refused" in page
    mail.refresh_from_db()
    assert (mail.failed_at, mail.tries) == (None, 0)


def test_editors_do_not_see_the_queue_of_e_mails():
    client = Client()
    client.force_login(a_member(a_journal(), "editor"))

    assert client.get(reverse("admin:articles_mail_changelist")).status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_e_mails_takes_the_same_queries_for_any_count(
    admin_client, count, django_assert_num_queries
):
    Mail.objects.bulk_create(Mail(kind=RESET, address=f"{n}@example.org") for n in range(count))

    with django_assert_num_queries(6):
        admin_client.get(reverse("admin:articles_mail_changelist"))
