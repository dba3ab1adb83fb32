"""The first page of the office: what waits for whom, and what went wrong."""

from datetime import date

import msgspec
import pytest
from django.test import Client
from django.urls import reverse

from articles.editing import save_article, working_record
from articles.models import Delivery
from tests.factories import (
    a_journal,
    a_member,
    a_public_article,
    a_record,
    an_article,
    an_issue,
)

pytestmark = pytest.mark.django_db


def board(journal, role, **more):
    client = Client()
    client.force_login(a_member(journal, role, **more))
    return client.get(reverse("admin:index")).context


def test_what_waits_for_each_role():
    journal = a_journal()
    draft = an_article(journal, title={"kk": "Дала"}, doi="10.5555/1")
    ready = an_article(journal, status="ready", doi="10.5555/2")
    an_article(a_journal(slug="other"), doi="10.5555/3")

    waiting = {
        role: [(one.label, one.articles) for one in board(journal, role, **more)["waiting"]]
        for role, more in {
            "translator": {"languages": ["ru"]},
            "editor": {},
            "auditor": {},
        }.items()
    }

    assert waiting == {
        "translator": [("To be translated", [draft])],
        "editor": [("Drafts", [draft]), ("Ready to be published", [ready])],
        "auditor": [],
    }


def test_issues_say_what_they_lack_and_deliveries_when_they_are_due():
    journal = a_journal()
    issue = an_issue(journal, published_on=None, planned_on=date(2020, 1, 1))
    an_article(journal, issue_id=issue.pk, first_page="", last_page="", doi="")
    an_article(journal, issue_id=issue.pk, status="ready")
    delivery = Delivery.objects.create(issue=issue, receiver="Кітап палатасы")

    context = board(journal, "auditor")

    (one,) = context["preparing"]
    assert (one.issue, one.articles, one.drafts, one.without_pages, one.without_doi) == (
        issue,
        2,
        1,
        1,
        1,
    )
    assert one.is_late
    assert context["deliveries"] == [delivery]


def test_what_was_changed_since_its_release_is_listed():
    article = a_public_article()
    record = msgspec.structs.replace(working_record(article), title={"kk": "Басқа"})
    save_article(record, article=article)
    a_public_article(article.journal, doi="10.5555/same")

    context = board(article.journal, "editor")

    assert context["changed"] == [article]
    assert context["states"] == [("due", "to be sent", 2)]


def test_charts_say_their_numbers_to_everybody():
    article = an_article(title={"kk": "Дала"})

    days, languages, complete = board(article.journal, "auditor")["charts"]

    assert 'aria-label="0–30: 0; 31–60: 1; 61–90: 0; 91–180: 0; &gt; 180: 0"' in days.picture
    assert 'aria-label="Kazakh: 1; Russian: 0; English: 0"' in languages.picture
    assert 'aria-label="Kazakh: 1; Russian: 0; English: 0"' in complete.picture


@pytest.mark.parametrize("count", [1, 3])
def test_the_board_asks_the_same_for_any_number(count, django_assert_num_queries):
    journal = a_journal()
    for number in range(count):
        issue = an_issue(journal, number=str(number), published_on=None)
        Delivery.objects.create(issue=issue, receiver="Кітап палатасы")
        an_article(journal, issue_id=issue.pk, doi=f"10.5555/{number}")
        a_public_article(journal, doi=f"10.5555/p{number}", abstract=a_record().abstract)
    client = Client()
    client.force_login(a_member(journal, "editor"))

    with django_assert_num_queries(13):
        client.get(reverse("admin:index"))
