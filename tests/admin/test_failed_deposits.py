"""Failed deposits on the dashboard: explained where the reason is known."""

from datetime import UTC, datetime

import pytest

from articles.dois import queue_articles
from articles.models import Article, DepositRecord
from tests.factories import a_depositing_journal, a_journal, a_member, a_public_article

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("message", "shown", "remedy"),
    [
        (
            "Added with conflict",
            "The DOI is registered, but Crossref already has this article under another DOI.",
            "Compare the two; ask Crossref to resolve the conflict.",
        ),
        ("Something else", "", ""),
    ],
)
def test_a_failure_is_told_with_its_remedy(client, message, shown, remedy):
    journal = a_depositing_journal()
    article = a_public_article(journal)
    queue_articles(Article.objects.all(), NOW)
    Article.objects.update(deposit_state="failed")
    DepositRecord.objects.update(state="failure", message=message)
    client.force_login(a_member(journal))

    [row] = client.get("/admin/").context["waiting"]

    assert (row.article, str(row.failure)) == (article, f"{shown} {remedy}".strip())
    assert row.failure.original == message


def test_failures_of_other_journals_are_not_told(client):
    a_public_article(a_depositing_journal())
    queue_articles(Article.objects.all(), NOW)
    Article.objects.update(deposit_state="failed")
    DepositRecord.objects.update(state="failure")
    client.force_login(a_member(a_journal(slug="other")))

    assert list(client.get("/admin/").context["waiting"]) == []
