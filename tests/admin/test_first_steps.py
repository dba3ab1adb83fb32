"""The checklist of a journal that has published nothing yet."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Section, User
from tests.factories import (
    a_depositing_journal,
    a_journal,
    a_member,
    a_public_article,
    an_article,
    an_issue,
)

pytestmark = pytest.mark.django_db


def checklists(user):
    client = Client()
    client.force_login(user)
    return client.get(reverse("admin:index")).context["checklists"]


def test_an_empty_site_begins_with_the_journal():
    (checklist,) = checklists(User.objects.create_superuser("root", interface_language="en"))

    assert [(step.title, step.is_done, step.url) for step in checklist.steps] == [
        ("Journal", False, reverse("admin:articles_journal_add")),
        ("Issue", False, ""),
        ("Sections", False, ""),
        ("Article", False, ""),
        ("Crossref", False, ""),
    ]


def test_each_step_that_is_done_is_marked_and_the_next_one_leads():
    journal = a_depositing_journal()
    an_issue(journal)
    user = a_member(journal, "chief_editor")

    (checklist,) = checklists(user)

    assert [step.title for step in checklist.steps if step.is_done] == [
        "Journal",
        "Issue",
        "Crossref",
    ]
    assert checklist.next_step.title == "Sections"
    assert checklist.next_step.url == f"/admin/articles/section/add/?journal={journal.pk}"


def test_what_crossref_still_needs_of_the_journal_is_named():
    journal = a_journal(doi_prefix="")

    (checklist,) = checklists(a_member(journal, "chief_editor"))

    missing = [need.label for need in checklist.steps[-1].needs if not need.is_there]
    assert missing == [
        "DOI prefix",
        "Depositor's name",
        "Depositor's email",
        "Registrant",
        "DOI of the Crossmark policy",
    ]


def test_the_checklist_goes_when_all_is_done_or_an_article_is_public():
    complete = a_depositing_journal()
    an_issue(complete)
    Section.objects.create(journal=complete, title_kk="Дала")
    an_article(complete)
    public = a_journal(slug="public")
    a_public_article(public, doi="10.5555/2")

    assert checklists(a_member(complete, username="1", email="1@example.org")) == []
    assert checklists(a_member(public, username="2", email="2@example.org")) == []


@pytest.mark.parametrize(
    ("role", "offered"),
    [
        ("editor", ["Issue", "Sections", "Article"]),
        ("section_editor", ["Article"]),
        ("chief_editor", ["Journal", "Issue", "Sections", "Article", "Crossref"]),
    ],
)
def test_a_step_is_a_link_for_those_who_may_take_it(role, offered):
    (checklist,) = checklists(a_member(a_journal(), role))

    assert [step.title for step in checklist.steps if step.url] == offered


@pytest.mark.parametrize("role", ["translator", "auditor"])
def test_roles_that_enter_no_articles_see_no_checklist(role):
    assert checklists(a_member(a_journal(), role)) == []
