"""Downloading and discarding manuscripts, and who may do it."""

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse

from articles.models import Manuscript, Membership, User
from articles.records import json
from tests.admin.manuscripts.manuscript_pages import TEXT, a_read_manuscript, page_of, upload
from tests.factories import a_journal
from tests.imports.test_full_text import a_manuscript

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", ["auditor", "translator"])
def test_roles_that_may_not_edit_get_403(client, editor, role):
    journal = a_journal()
    manuscript = a_read_manuscript(editor, journal)
    user = User.objects.create_user("reader", password="x", is_staff=True)
    Membership.objects.create(user=user, journal=journal, role=role)
    client.force_login(user)

    pages = [
        client.get(page_of(manuscript)),
        client.get(reverse("admin:articles_manuscript_file", args=[manuscript.pk])),
        client.post(reverse("admin:articles_manuscript_discard", args=[manuscript.pk])),
        upload(client, ("a.txt", b"text"), journal=journal.pk),
    ]

    assert [page.status_code for page in pages] == [403, 403, 403, 403]
    assert Manuscript.objects.count() == 1


def test_an_editor_of_another_journal_does_not_see_the_file(client, editor):
    manuscript = a_read_manuscript(editor, a_journal())
    user = User.objects.create_user("other", password="x", is_staff=True)
    other = a_journal(slug="other", issn_print="")
    Membership.objects.create(user=user, journal=other, role="editor")
    client.force_login(user)

    listed = client.get(reverse("admin:articles_manuscript_changelist"))

    assert client.get(page_of(manuscript)).status_code == 403
    assert listed.context["manuscripts"] == []


def test_without_a_sign_in_the_list_redirects(client):
    assert client.get(reverse("admin:articles_manuscript_changelist")).status_code == 302


def test_the_file_is_a_download_with_its_exact_content(editor):
    manuscript = a_read_manuscript(editor, a_journal())

    response = editor.get(reverse("admin:articles_manuscript_file", args=[manuscript.pk]))

    assert b"".join(response.streaming_content) == TEXT.encode()
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment")


def test_a_discarded_manuscript_is_deleted(editor):
    manuscript = a_read_manuscript(editor, a_journal())

    editor.post(reverse("admin:articles_manuscript_discard", args=[manuscript.pk]))

    assert Manuscript.objects.count() == 0


def test_discarding_a_manuscript_deletes_its_pictures(editor):
    upload(editor, ("a.docx", a_manuscript()), journal=a_journal().pk)
    manuscript = Manuscript.objects.get()
    (picture,) = json.load(manuscript.stored).galleys

    editor.post(reverse("admin:articles_manuscript_discard", args=[manuscript.pk]))

    assert not default_storage.exists(picture.path)
    assert not default_storage.exists(manuscript.path)
