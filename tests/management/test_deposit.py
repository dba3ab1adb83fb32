"""deposit: what it queues and sends when articles are due, and when none are."""

import pytest

from articles.management.commands import deposit
from articles.models import Article, Deposit
from tests.factories import a_depositing_journal, a_public_article, an_article

pytestmark = pytest.mark.django_db
STEPS = (
    "publish_due",
    "delete_expired_uploads",
    "compare_with_deposits",
    "queue_articles",
    "send_next",
)


@pytest.fixture
def steps(monkeypatch):
    """The names of the steps as they are taken, with the articles that they get."""
    taken = []

    def recorder(name):
        return lambda *articles: taken.append((name, *map(list, articles))) or name

    for name in STEPS:
        monkeypatch.setattr(deposit, name, recorder(name))
    return taken


def test_due_articles_are_compared_and_queued_before_one_deposit_is_sent(steps):
    article = a_public_article(a_depositing_journal())

    sent = deposit.Command().queue_and_send()

    assert sent == "send_next"
    assert steps == [
        ("publish_due",),
        ("delete_expired_uploads",),
        ("compare_with_deposits", [article]),
        ("queue_articles", [article]),
        ("send_next",),
    ]


def test_without_due_articles_nothing_is_compared_or_queued(steps):
    an_article(a_depositing_journal())

    sent = deposit.Command().queue_and_send()

    assert sent == "send_next"
    assert steps == [("publish_due",), ("delete_expired_uploads",), ("send_next",)]


def test_expired_uploads_are_deleted_at_most_once_an_hour(steps, monkeypatch):
    seconds = iter([10_000.0, 10_000.0, 13_600.0, 13_601.0, 13_601.0])
    monkeypatch.setattr(deposit, "monotonic", lambda: next(seconds))
    command = deposit.Command()

    counts = []
    for _time in range(3):
        command.sweep_hourly()
        counts.append(len(steps))

    assert counts == [1, 1, 2]


def test_a_due_article_is_queued_once(monkeypatch):
    monkeypatch.setattr(deposit, "send_next", lambda: None)
    article = a_public_article(a_depositing_journal())

    for _time in range(2):
        deposit.Command().queue_and_send()

    deposits = list(Deposit.objects.all())
    articles = [list(row.records.values_list("article", flat=True)) for row in deposits]
    assert articles == [[article.pk]]
    assert Article.objects.get().deposit_state == "queued"
