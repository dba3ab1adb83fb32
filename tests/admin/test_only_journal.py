"""New rows of a journal: the journal is filled in for an editor of one journal."""

import pytest
from django.test import Client

from tests.factories import a_journal, a_member

pytestmark = pytest.mark.django_db
TABLES = ("news", "page", "boardgroup", "contacts", "indexingdatabase", "mailtext", "section")


def initial_journal(client, table):
    form = client.get(f"/admin/articles/{table}/add/").context["adminform"].form
    return form["journal"].value()


@pytest.mark.parametrize("table", TABLES)
def test_a_chief_editor_of_one_journal_need_not_choose_it(table):
    journal, _other = a_journal(), a_journal(slug="other")
    client = Client()
    client.force_login(a_member(journal, "chief_editor"))

    assert initial_journal(client, table) == journal.pk


@pytest.mark.parametrize("table", TABLES)
def test_who_edits_several_journals_chooses_one(admin_client, table):
    a_journal(), a_journal(slug="other")

    assert initial_journal(admin_client, table) is None
