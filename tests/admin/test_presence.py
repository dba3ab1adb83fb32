"""Who has an article open now: told quietly, for two minutes, without touching the session."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Presence
from tests.factories import a_journal, a_member, an_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return an_article(a_journal())


def client_of(article, name, role="editor"):
    client = Client()
    person = a_member(article.journal, role, username=name, email=f"{name}@e.org", first_name=name)
    client.force_login(person)
    return client


def ask(client, article):
    return client.post(reverse("admin:articles_article_presence", args=[article.pk]))


def test_each_is_told_of_the_others_and_not_of_oneself(article):
    first, second = client_of(article, "Дана"), client_of(article, "Айгерім")

    alone = ask(first, article)
    answers = [ask(second, article), ask(first, article), ask(first, article)]

    assert alone.text.strip() == ""
    assert "Дана" in answers[0].text
    assert "Айгерім" not in answers[0].text
    assert "Айгерім" in answers[1].text
    assert Presence.objects.count() == 2


def test_whoever_is_silent_for_two_minutes_is_gone(article):
    first, second = client_of(article, "Дана"), client_of(article, "Айгерім")
    ask(first, article)
    Presence.objects.update(seen_at=timezone.now() - timedelta(seconds=121))

    assert ask(second, article).text.strip() == ""
    assert Presence.objects.count() == 1


def test_another_article_has_other_readers(article):
    first, second = client_of(article, "Дана"), client_of(article, "Айгерім")
    ask(first, article)

    assert ask(second, an_article(article.journal, doi="10.5555/2")).text.strip() == ""


def test_asking_does_not_prolong_the_session_and_is_no_activity(article):
    client = client_of(article, "Дана")
    ends = timezone.now() + timedelta(minutes=5)
    Session.objects.update(expire_date=ends)
    user = article.journal.memberships.get().user

    answer = ask(client, article)

    user_after = type(user).objects.get(pk=user.pk)
    assert Session.objects.get().expire_date == ends
    assert "sessionid" not in answer.cookies
    assert user_after.last_login == user.last_login
    assert answer.status_code == 200


def test_asking_takes_the_same_queries_for_any_number_of_editors(
    article, django_assert_num_queries
):
    client = client_of(article, "Дана")
    others = [a_member(article.journal, "editor", username=f"e{n}", email="") for n in range(30)]
    for other in others[:1]:
        Presence.objects.mark(article, other)
    with django_assert_num_queries(8):
        ask(client, article)
    for other in others:
        Presence.objects.mark(article, other)
    with django_assert_num_queries(8):
        ask(client, article)


def test_nobody_asks_without_a_session_and_by_get(article):
    client = client_of(article, "Дана")

    assert ask(Client(), article).status_code == 302
    assert client.get(ask_address(article)).status_code == 405


def ask_address(article):
    return reverse("admin:articles_article_presence", args=[article.pk])
