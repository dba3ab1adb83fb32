"""Each role walks the whole office: every link opens, every button answers, on a phone."""

import pytest
from django.db import transaction
from django.test import Client

from articles.models.roles import ACTIONS
from tests.factories import a_member
from tests.office import an_office

from .admin_session import PASSWORD, signed_in
from .office_walk import Walk

PHONE = 390
START = "/admin/"


@pytest.mark.parametrize("role", ACTIONS)
@pytest.mark.django_db(transaction=True)
def test_every_link_and_button_of_a_role_works(browser, live_server, role):
    user = a_member_with_password(role)

    with signed_in(browser, live_server, user, START, width=PHONE) as page:
        walk = Walk(page, live_server.url)
        walk.run(START)

    assert (walk.faults, refused(user, walk.buttons.values())) == ({}, {})
    assert len(walk.opened) > FEWEST_PAGES
    assert walk.buttons


FEWEST_PAGES = 10  # a walk that stops at the start page would find no fault


def a_member_with_password(role):
    journal = an_office()
    user = a_member(journal, role, languages=["ru"])
    user.set_password(PASSWORD)
    user.save()
    user.memberships.get().sections.set(journal.sections.all())
    return user


def refused(user, buttons):
    """Buttons that are answered by an error, with the status; what they change is undone.

    422 is the form again, with what is missing in it.
    """
    answers = {button: pressed(user, button) for button in map(as_key, buttons)}
    return {key: status for key, status in answers.items() if status >= 400 and status != 422}


def as_key(button):
    return button._replace(fields=tuple(map(tuple, button.fields)))


def pressed(user, button):
    with transaction.atomic():
        client = Client()
        client.force_login(user)
        status = client.post(button.address, values(button.fields)).status_code
        transaction.set_rollback(True)
    return status


def values(fields):
    """The form as the client takes it: a list of values by name."""
    by_name = {}
    for name, value in fields:
        by_name.setdefault(name, []).append(value)
    return by_name
