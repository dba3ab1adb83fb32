"""The queue of uploaded manuscripts: which file is read next."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from articles.intake.manuscripts import queue
from articles.models import Manuscript
from tests.factories import a_journal

pytestmark = pytest.mark.django_db


def a_waiting_file(journal, name):
    path = default_storage.save(f"manuscripts/{name}", ContentFile("Дала".encode()))
    return Manuscript.objects.create(journal=journal, name=name, path=path, size=8)


@pytest.fixture
def files(monkeypatch):
    monkeypatch.setattr(queue, "read_manuscript", lambda manuscript, seconds: None)
    here, there = a_journal(), a_journal(slug="there")
    return [
        a_waiting_file(here, "1.txt"),
        a_waiting_file(there, "2.txt"),
        a_waiting_file(here, "3.txt"),
    ]


def test_the_file_that_waits_longest_is_read_first(files):
    assert queue.read_next() == files[0]


def test_one_file_or_those_of_some_journals_can_be_asked_for(files):
    first, second, third = files

    assert queue.read_next(key=third.pk) == third
    assert queue.read_next(journals=[second.journal_id]) == second
    assert queue.read_next(journals=[first.journal_id], key=second.pk) is None
    assert queue.read_next(journals=[]) is None


def test_what_was_read_waits_no_more(files):
    Manuscript.objects.update(state="read")

    assert queue.read_next() is None
