"""Memberships and users in the admin: roles, invitations, and who sees which users."""

from datetime import UTC, datetime

import pytest
from django.contrib.messages import get_messages
from django.core import mail

from articles.models import Membership
from tests.factories import a_journal, a_member

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/membership/"


@pytest.fixture
def translator():
    user = a_member(a_journal(), "translator", username="dana", email="dana@example.org")
    return user.memberships.get()


@pytest.fixture
def chief_editor(client, translator):
    client.force_login(a_member(translator.journal))
    return client


def test_only_the_role_of_a_membership_can_be_changed(chief_editor, translator):
    other = a_member(a_journal(slug="other"), "auditor", username="other")
    address = f"{LIST}{translator.pk}/change/"

    page = chief_editor.get(address)
    chief_editor.post(
        address,
        {"user": other.pk, "journal": other.memberships.get().journal_id, "role": "editor"},
    )

    form = page.context["adminform"]
    assert list(form.readonly_fields) == ["user", "journal"]
    assert [name for _, options in form.fieldsets for name in options["fields"]] == [
        "user",
        "journal",
        "role",
        "sections",
        "languages",
    ]
    saved = Membership.objects.get(pk=translator.pk)
    assert (saved.user, saved.journal, saved.role) == (
        translator.user,
        translator.journal,
        "editor",
    )


def test_a_new_membership_is_an_invitation(chief_editor):
    form = chief_editor.get(f"{LIST}add/").context["adminform"]

    assert [name for _, options in form.fieldsets for name in options["fields"]] == [
        "email",
        ("first_name", "last_name"),
        "interface_language",
        "journal",
        "role",
        "sections",
        "languages",
    ]
    assert list(form.readonly_fields) == []


def test_invitations_are_sent_again_to_the_selected_users(chief_editor, translator):
    sent = {"action": "invite_again", "_selected_action": [translator.pk]}

    response = chief_editor.post(LIST, sent)

    assert [str(message) for message in get_messages(response.wsgi_request)] == [
        "Invitations sent: 1."
    ]
    assert [message.to for message in mail.outbox] == [["dana@example.org"]]


def test_a_chief_editor_sees_only_users_of_their_journal(chief_editor, translator):
    stranger = a_member(a_journal(slug="other"), "auditor", username="other")

    people = chief_editor.get("/admin/articles/user/").context["cl"].queryset

    assert {person.username for person in people} == {"dana", "chief_editor"}
    page = chief_editor.get(f"/admin/articles/user/{translator.user_id}/change/")
    assert [name for name, _ in page.context["adminform"].fieldsets] == ["Person"]
    assert page.context["inline_admin_formsets"] == []
    assert chief_editor.get(f"/admin/articles/user/{stranger.pk}/change/").status_code == 302
    assert chief_editor.get("/admin/articles/user/add/").status_code == 403


@pytest.mark.parametrize("role", ["auditor", "translator", "section_editor", "editor"])
def test_other_roles_see_no_users(client, role):
    client.force_login(a_member(a_journal(), role))

    assert client.get("/admin/articles/user/").status_code == 403
    assert client.get(LIST).status_code == 403


def test_a_superuser_sees_all_users_with_their_roles(admin_client, translator):
    page = admin_client.get(f"/admin/articles/user/{translator.user_id}/change/")

    assert len(page.context["adminform"].fieldsets) == 3
    assert len(page.context["inline_admin_formsets"]) == 1
    assert admin_client.get("/admin/articles/user/add/").status_code == 200


INVITED = {"email": "dana@example.org", "interface_language": "kk", "role": "editor"}


@pytest.mark.parametrize("taken", ["is_staff", "is_active"])
def test_an_invitation_gives_back_no_right_that_was_taken(chief_editor, translator, taken):
    user = translator.user
    setattr(user, taken, False)
    user.save()

    page = chief_editor.post(f"{LIST}add/", {**INVITED, "journal": translator.journal_id})
    again = chief_editor.post(LIST, {"action": "invite_again", "_selected_action": [translator.pk]})

    user.refresh_from_db()
    closed = "This account was closed. Only the administrator of the site can open it again."
    assert page.context["errors"] == [[closed]]
    assert [str(message) for message in get_messages(again.wsgi_request)] == [
        "Invitations sent: 0.",
        f"dana: {closed}",
    ]
    assert (getattr(user, taken), user.memberships.count(), mail.outbox) == (False, 1, [])


def test_a_second_role_is_given_to_the_same_account(chief_editor, translator):
    chief_editor.post(f"{LIST}add/", {**INVITED, "journal": translator.journal_id})

    roles = translator.user.memberships.order_by("pk").values_list("role", flat=True)
    assert list(roles) == ["translator", "editor"]


@pytest.mark.parametrize(
    ("last_login", "has_link"), [(None, True), (datetime(2026, 1, 1, tzinfo=UTC), False)]
)
def test_a_password_that_was_taken_is_not_offered_again(
    chief_editor, translator, last_login, has_link
):
    translator.user.set_unusable_password()
    translator.user.last_login = last_login
    translator.user.save()

    chief_editor.post(LIST, {"action": "invite_again", "_selected_action": [translator.pk]})

    (message,) = mail.outbox
    assert ("/admin/reset/" in message.body) == has_link
