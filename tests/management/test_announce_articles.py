"""announce_articles: whose datestamps move, and what does not change with them."""

from datetime import UTC, datetime

import pytest
from django.core.management import CommandError, call_command

from articles.dois import compare_with_deposits, due_articles, queue_articles
from articles.models import Article, DepositRecord, Listing, PublicState
from articles.publishing import announcing, withdraw_article
from tests.factories import a_depositing_journal, a_public_article, an_article, an_issue

pytestmark = pytest.mark.django_db
BEFORE = datetime(2026, 1, 1, tzinfo=UTC)


def long_ago():
    Article.objects.update(changed_at=BEFORE)
    Listing.objects.update(changed_at=BEFORE)


def announced():
    moved = Listing.objects.exclude(changed_at=BEFORE)
    return sorted(moved.values_list("article__doi", flat=True))


@pytest.fixture
def articles():
    """Two journals; one article in an issue, one without authors, one withdrawn, one draft."""
    journal, other = a_depositing_journal(), a_depositing_journal(slug="other")
    issue = an_issue(journal)
    a_public_article(journal, doi="10.5555/in-issue", issue_id=issue.pk)
    a_public_article(journal, doi="10.5555/nobody", authors=(), affiliations=())
    a_public_article(other, doi="10.5555/other")
    withdraw_article(a_public_article(journal, doi="10.5555/withdrawn"), reason="mistake")
    an_article(journal, doi="10.5555/draft")
    long_ago()
    return issue


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, ["10.5555/in-issue", "10.5555/nobody", "10.5555/other"]),
        ({"journal": "other"}, ["10.5555/other"]),
        ({"format": "oai_dc"}, ["10.5555/in-issue", "10.5555/nobody", "10.5555/other"]),
        ({"format": "datacite", "journal": "steppe-science"}, ["10.5555/in-issue"]),
    ],
)
def test_the_articles_that_the_options_name_are_announced(articles, capsys, options, expected):
    call_command("announce_articles", **options)

    assert announced() == expected
    assert capsys.readouterr().out == f"Articles announced: {len(expected)}.\n"


def test_an_issue_is_announced_alone(articles):
    call_command("announce_articles", issue=articles.pk)

    assert announced() == ["10.5555/in-issue"]


def test_a_dry_run_counts_and_moves_nothing(articles, capsys):
    call_command("announce_articles", dry_run=True)

    assert announced() == []
    assert capsys.readouterr().out == "Articles that would be announced: 3.\n"


def test_a_harvest_since_then_gets_them_again(articles, client):
    harvest = {"verb": "ListIdentifiers", "metadataPrefix": "oai_dc", "from": "2026-01-02"}
    before = client.get("/oai/", harvest).content

    call_command("announce_articles", journal="other")
    after = client.get("/oai/", harvest).content

    (other,) = Article.objects.filter(journal__slug="other")
    assert (before.count(b"<header>"), b'code="noRecordsMatch"' in before) == (0, True)
    assert after.count(b"<header>") == 1
    assert f":articles/{other.pk}</identifier>".encode() in after


def test_no_deposit_becomes_due_and_no_page_changes():
    article = a_public_article(a_depositing_journal())
    queue_articles(Article.objects.all())
    DepositRecord.objects.update(state="success")
    compare_with_deposits(Article.objects.all())
    states = list(PublicState.objects.values())

    call_command("announce_articles")
    compare_with_deposits(Article.objects.all())

    article.refresh_from_db()
    assert (article.deposit_state, list(due_articles())) == ("registered", [])
    assert list(PublicState.objects.values()) == states


def test_articles_are_announced_batch_by_batch(articles, monkeypatch):
    monkeypatch.setattr(announcing, "BATCH", 2)
    keys = list(Article.objects.order_by("pk").values_list("pk", flat=True)[:3])

    counts = list(announcing.announce_articles(keys))

    moments = (
        Article.objects.filter(pk__in=keys).order_by("pk").values_list("changed_at", flat=True)
    )
    first, second, third = moments
    assert counts == [2, 3]
    assert BEFORE < first == second < third


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"journal": "none"}, "Journal not found: “none”."),
        ({"issue": 999}, "Issue not found: 999."),
    ],
)
def test_what_does_not_exist_is_refused(articles, options, message):
    with pytest.raises(CommandError) as refused:
        call_command("announce_articles", **options)

    assert (str(refused.value), announced()) == (message, [])
