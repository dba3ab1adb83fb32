"""Permissions: what each role allows in its journal."""

import pytest
from django.contrib.auth.models import AnonymousUser

from articles.models import Article, Membership, Section, User
from articles.models.roles import Action, articles_within, can_do, journals_for, languages_of
from tests.factories import a_journal, an_article

pytestmark = pytest.mark.django_db

MATRIX = {
    "auditor": {Action.VIEW},
    "translator": {Action.VIEW, Action.TRANSLATE},
    "section_editor": {Action.VIEW, Action.TRANSLATE, Action.EDIT},
    "editor": set(Action) - {Action.OVERRIDE, Action.MANAGE, Action.INVITE},
    "chief_editor": set(Action),
}


def a_member(journal, role, name="aigul", **columns):
    user = User.objects.create_user(name, is_staff=True)
    Membership.objects.create(user=user, journal=journal, role=role, **columns)
    return user


@pytest.mark.parametrize("role", MATRIX)
def test_a_role_allows_its_actions_in_its_own_journal_only(role):
    journal, other = a_journal(), a_journal(slug="other")
    user = a_member(journal, role)

    assert {action for action in Action if can_do(user, action, journal)} == MATRIX[role]
    assert {action for action in Action if can_do(user, action, other)} == set()
    assert journals_for(user, Action.VIEW) == {journal.pk}


def test_a_section_editor_edits_articles_of_their_sections_only():
    journal = a_journal()
    mine, others = (Section.objects.create(journal=journal, title_kk=title) for title in "АБ")
    user = a_member(journal, "section_editor")
    user.memberships.get().sections.add(mine)
    here = an_article(journal, section_id=mine.pk, doi="10.5555/1")
    there = an_article(journal, section_id=others.pk, doi="10.5555/2")

    assert (can_do(user, Action.EDIT, here), can_do(user, Action.EDIT, there)) == (True, False)


def test_a_translator_has_languages():
    journal = a_journal()
    user = a_member(journal, "translator", languages=["en"])

    assert languages_of(user, journal.pk) == {"en"}


@pytest.mark.parametrize("user", [AnonymousUser(), User(username="x", is_active=False)])
def test_a_user_without_a_role_is_allowed_nothing(user):
    assert [action for action in Action if can_do(user, action)] == []


@pytest.mark.parametrize("taken", ["is_staff", "is_active"])
@pytest.mark.parametrize("is_superuser", [True, False])
def test_whoever_is_no_editor_any_more_is_allowed_nothing(taken, is_superuser):
    journal = a_journal()
    article = an_article(journal)
    user = a_member(journal, "chief_editor")
    user.is_superuser = is_superuser
    before = [action for action in Action if can_do(user, action, article)]
    user = User.objects.get()
    user.is_superuser = is_superuser
    setattr(user, taken, False)

    assert before == list(Action)
    assert [action for action in Action if can_do(user, action, article)] == []
    assert journals_for(user, Action.VIEW) == set()
    assert not Article.objects.filter(articles_within(user, Action.VIEW)).exists()


def test_many_checks_of_permissions_take_two_queries(django_assert_num_queries):
    journal = a_journal()
    user = a_member(journal, "editor")

    with django_assert_num_queries(2):
        assert all(can_do(user, Action.EDIT, journal) for _ in range(5))
