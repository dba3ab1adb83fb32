"""The first person who can sign in."""

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.test import RequestFactory

from journal.first_editor import welcome_first_editor


@pytest.mark.django_db
def test_a_login_is_shown_once_and_works(capsys):
    welcome_first_editor()
    said = capsys.readouterr().out
    welcome_first_editor()

    name, password = said.splitlines()[1].partition("once:")[2].split("/")
    login = {"username": name.strip(), "password": password.strip()}
    assert authenticate(RequestFactory().post("/"), **login).is_staff
    assert capsys.readouterr().out == ""


@pytest.mark.django_db
def test_nobody_is_made_beside_people_who_can_sign_in(capsys):
    get_user_model().objects.create_user("aigerim", is_staff=True)

    welcome_first_editor()

    assert capsys.readouterr().out == ""
    assert get_user_model().objects.count() == 1
