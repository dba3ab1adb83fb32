"""The dashboard: tasks by role, coming issues, deposits and charts."""

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


def dashboard(journal, role, **more):
    client = Client()
    client.force_login(a_member(journal, role, **more))
    return client.get(reverse("admin:index")).context


def test_each_role_sees_its_own_tasks():
    journal = a_journal()
    draft = an_article(journal, title={"kk": "Дала"}, doi="10.5555/1")
    ready = an_article(journal, status="ready", doi="10.5555/2")
    an_article(a_journal(slug="other"), doi="10.5555/3")

    waiting = {
        role: [(tasks.label, tasks.articles) for tasks in dashboard(journal, role, **more)["tasks"]]
        for role, more in {
            "translator": {"languages": ["ru"]},
            "editor": {},
            "auditor": {},
        }.items()
    }

    assert waiting == {
        "translator": [("Needs translation", [draft])],
        "editor": [("Drafts", [draft]), ("Ready to publish", [ready])],
        "auditor": [],
    }


def test_coming_issues_show_what_they_lack_and_deliveries_when_they_are_due():
    journal = a_journal()
    issue = an_issue(journal, published_on=None, planned_on=date(2020, 1, 1))
    an_article(journal, issue_id=issue.pk, first_page="", last_page="", doi="")
    an_article(journal, issue_id=issue.pk, status="ready")
    delivery = Delivery.objects.create(issue=issue, receiver="Кітап палатасы")

    context = dashboard(journal, "auditor")

    (coming,) = context["coming_issues"]
    lacks = (coming.issue.draft_count, coming.issue.without_pages, coming.issue.without_doi)
    assert (coming.issue, coming.issue.article_count, lacks) == (issue, 2, (1, 1, 1))
    assert coming.is_late
    assert context["deliveries"] == [delivery]


def test_articles_changed_since_their_release_are_listed():
    article = a_public_article()
    record = msgspec.structs.replace(working_record(article), title={"kk": "Басқа"})
    save_article(record, article=article)
    a_public_article(article.journal, doi="10.5555/same")

    context = dashboard(article.journal, "editor")

    assert context["changed"] == [article]
    assert context["states"] == [("due", "to be sent", 2)]


def test_charts_give_their_numbers_as_text_too():
    article = an_article(title={"kk": "Дала"})

    client = Client()
    client.force_login(a_member(article.journal, "auditor"))

    response = client.get(reverse("admin:index"))

    charts, page = response.context["charts"], response.content.decode()

    assert [chart.description for chart in charts] == [
        "0–30: 0; 31–60: 1; 61–90: 0; 91–180: 0; > 180: 0",
        "Kazakh: 1; Russian: 0; English: 0",
        "Kazakh: 1; Russian: 0; English: 0",
    ]
    assert page.count('<svg viewBox="0 0 420') == 3
    assert 'aria-label="0–30: 0; 31–60: 1; 61–90: 0; 91–180: 0; &gt; 180: 0"' in page


@pytest.mark.parametrize("count", [1, 3])
def test_the_dashboard_takes_the_same_queries_for_any_number(count, django_assert_num_queries):
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
