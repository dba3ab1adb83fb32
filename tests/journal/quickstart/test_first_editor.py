"""The first person who can sign in."""

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.test import RequestFactory

from journal.quickstart.first_editor import create_first_editor


@pytest.mark.django_db
def test_a_login_is_shown_once_and_works(capsys):
    create_first_editor()
    printed = capsys.readouterr().out
    create_first_editor()

    name, password = printed.splitlines()[1].partition("once:")[2].split("/")
    login = {"username": name.strip(), "password": password.strip()}
    assert authenticate(RequestFactory().post("/"), **login).is_staff
    assert capsys.readouterr().out == ""


@pytest.mark.django_db
def test_no_editor_is_created_when_somebody_can_sign_in(capsys):
    get_user_model().objects.create_user("aigerim", is_staff=True)

    create_first_editor()

    assert capsys.readouterr().out == ""
    assert get_user_model().objects.count() == 1
