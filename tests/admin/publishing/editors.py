"""Editors who publish, and the addresses of what they publish."""

from django.test import Client
from django.urls import reverse

from tests.factories import a_member


def signed_in(journal, role="chief_editor"):
    client = Client()
    client.force_login(a_member(journal, role))
    return client


def page(name, thing):
    return reverse(f"admin:articles_{name}", args=[thing.pk])
