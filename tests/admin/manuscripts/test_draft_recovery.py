"""What was typed on the review page survives the end of a session, in the fields of the form."""

import pytest

from articles.models import Article, Manuscript
from tests.admin.manuscripts.manuscript_pages import a_read_manuscript, page_of, typed_of
from tests.factories import a_journal

pytestmark = pytest.mark.django_db


def sent_after_the_session(client, user, manuscript, **typed):
    """The form, saved when the session has ended; then the same page after signing in again."""
    page = client.get(page_of(manuscript))
    client.logout()
    token = page.context["editor_token"]
    client.post(
        page_of(manuscript), typed_of(page, editor_token=token, typing="1234", _save="1", **typed)
    )
    client.force_login(user)
    return client.get(page_of(manuscript))


def values(page):
    return {field.name: field.typed for field in page.context["form"].fields}


def test_what_was_typed_is_back_in_its_fields_beside_the_lines(editor, admin_user):
    manuscript = a_read_manuscript(editor, a_journal())
    before = values(editor.get(page_of(manuscript)))

    page = sent_after_the_session(editor, admin_user, manuscript, **{"title.kk": "Дала гүлдері"})

    assert values(page) == {**before, "title.kk": "Дала гүлдері"}
    assert page.context["is_unsaved"]
    assert [line.text for line in page.context["lines"] if "ТҮРЛЕРІ" in line.text]
    assert "Your changes are below but not saved yet." in page.text
    assert not Article.objects.exists()
    assert values(editor.get(page_of(manuscript))) == before  # given back once


def test_text_whose_field_is_gone_is_shown_to_be_copied(editor, admin_user):
    manuscript = a_read_manuscript(editor, a_journal())

    page = sent_after_the_session(
        editor, admin_user, manuscript, **{"authors.7.email": "seventh@example.org"}
    )

    (replaced,) = page.context["replaced"]
    assert (str(replaced.label), replaced.text, replaced.has_field) == (
        "Author 8: email", "seventh@example.org", False,
    )  # fmt: skip


def test_a_value_that_cannot_be_taken_is_back_with_its_error(editor, admin_user):
    manuscript = a_read_manuscript(editor, a_journal())

    page = sent_after_the_session(editor, admin_user, manuscript, **{"authors.0.orcid": "0000"})

    (field,) = page.context["form"].errors()
    assert (field.name, field.typed) == ("authors.0.orcid", "0000")


def test_a_saved_draft_is_forgotten_by_the_browser(editor):
    manuscript = a_read_manuscript(editor, a_journal())
    page = editor.get(page_of(manuscript))

    response = editor.post(page_of(manuscript), typed_of(page, typing="1234", _save="1"))

    assert response.cookies["desk_saved"].value == "1234"
    assert Manuscript.objects.get().state == "saved"
    assert "data-draft-key" not in editor.get(page_of(manuscript)).text
