"""A journal that moves in from OJS, its chief editor, and an export that is uploaded."""

from __future__ import annotations

import pytest
from django.test import Client

from articles.models import OjsImport
from tests.admin.ojs_imports.moves import EXPORT, send_pieces
from tests.factories import a_journal, a_member


@pytest.fixture
def journal():
    return a_journal()


@pytest.fixture
def office(journal):
    client = Client()
    client.force_login(a_member(journal, "chief_editor"))
    return client


@pytest.fixture
def move(journal):
    return OjsImport.objects.create(
        journal=journal, address="https://old.example.org", slug="vestnik"
    )


@pytest.fixture
def uploaded(office, move):
    send_pieces(office, move, EXPORT)
    return move
