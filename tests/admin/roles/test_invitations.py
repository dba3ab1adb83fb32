"""Who invites whom into the office, and how an invited person signs in."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from articles.models import User
from tests.admin.roles.office import Office, client_of

pytestmark = pytest.mark.django_db


def test_an_invited_person_chooses_a_password(home):
    client = client_of(home.journal, "chief_editor")

    response = client.post(
        reverse("admin:articles_membership_add"),
        {
            "email": "Dana@Example.org",
            "first_name": "Дана",
            "interface_language": "ru",
            "journal": home.journal.pk,
            "role": "translator",
            "languages": ["kk", "ru"],
        },
    )

    (message,) = mail.outbox
    link = re.search(r"http://\S+(/admin/reset/\S+)", message.body)[1]
    visitor = Client()
    form = visitor.get(link, follow=True)
    visitor.post(
        form.request["PATH_INFO"], {"new_password1": "Жусан-2026", "new_password2": "Жусан-2026"}
    )
    person = User.objects.get(email="dana@example.org")
    assert response.status_code == 302
    assert (message.to, person.username) == (["dana@example.org"], "dana@example.org")
    assert (person.is_staff, person.is_superuser, person.check_password("Жусан-2026")) == (
        True,
        False,
        True,
    )
    assert list(person.memberships.values_list("journal", "role", "languages")) == [
        (home.journal.pk, "translator", ["kk", "ru"])
    ]


def test_a_chief_editor_cannot_invite_into_another_journal(home):
    away = Office("away", 2)
    client = client_of(home.journal, "chief_editor")

    response = client.post(
        reverse("admin:articles_membership_add"),
        {
            "email": "dana@example.org",
            "interface_language": "ru",
            "journal": away.journal.pk,
            "role": "auditor",
        },
    )

    assert set(response.context["adminform"].form.errors) == {"journal"}
    assert (mail.outbox, User.objects.filter(email="dana@example.org").count()) == ([], 0)
