"""What asking Crossref about a file returns and leaves in its row, answer by answer."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from articles.dois import queue_articles
from articles.dois.client import MayHaveArrived
from articles.dois.polling import poll_next
from articles.dois.sending import LEASE, MOST_TRIES
from articles.models import Article, Deposit
from tests.factories import a_depositing_journal, a_public_article

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
COMPLETED = (
    b'<doi_batch_diagnostic status="completed"><record_diagnostic status="Success">'
    b"<doi>10.5555/asked</doi><msg> Successfully added </msg></record_diagnostic>"
    b"</doi_batch_diagnostic>"
)


@pytest.fixture
def sent():
    """A file that was sent and is due to be asked about."""
    a_public_article(a_depositing_journal(), doi="10.5555/asked")
    (deposit,) = queue_articles(Article.objects.all(), NOW).deposits
    Deposit.objects.update(state="sent", tries=1, due_at=NOW)
    return deposit


def answering(body):
    """A client that gives this answer, or raises it, and notes the names that it is asked for."""

    def result(name):
        asked.append(name)
        if isinstance(body, Exception):
            raise body
        return body

    asked = []
    make = lambda deposit: SimpleNamespace(result=result)  # noqa: E731
    make.asked = asked
    return make


def status(word):
    return answering(f'<doi_batch_diagnostic status="{word}"/>'.encode())


def row(deposit):
    deposit.refresh_from_db()
    return deposit.state, deposit.message, deposit.due_at - NOW, deposit.polls


def test_without_a_due_deposit_nothing_is_polled(sent):
    client = answering(COMPLETED)

    assert poll_next(NOW - timedelta(seconds=1), client) is None
    assert client.asked == []


@pytest.mark.parametrize("state", ["queued", "done", "failed"])
def test_only_sent_deposits_are_polled(sent, state):
    Deposit.objects.update(state=state)

    assert poll_next(NOW, answering(COMPLETED)) is None


@pytest.mark.parametrize("state", ["sent", "sending"])
def test_a_completed_file_is_returned_with_what_crossref_says(sent, state):
    Deposit.objects.update(state=state)
    client = answering(COMPLETED)

    polled = poll_next(NOW, client)

    assert (polled, client.asked) == (sent, [sent.name])
    assert row(sent) == ("done", "", LEASE, 1)
    assert (sent.answer, sent.records.get().message) == (COMPLETED.decode(), "Successfully added")
    assert Article.objects.get().deposit_state == "registered"


def test_the_deposit_that_waits_longest_is_polled_first(sent):
    later = Deposit.objects.get(pk=sent.pk)
    later.pk, later.name = None, "later.xml"
    later.due_at = NOW - timedelta(minutes=1)
    later.save()

    assert poll_next(NOW, status("queued")) == later
    assert poll_next(NOW, status("queued")) == sent
    assert poll_next(NOW, status("queued")) is None


@pytest.mark.parametrize("word", ["queued", "in_process"])
def test_a_deposit_in_process_is_polled_with_growing_delays(sent, word):
    waits = []
    for _ in range(12):
        Deposit.objects.update(due_at=NOW)
        assert poll_next(NOW, status(word)) == sent
        waits.append(row(sent)[2])

    assert waits[:4] == [timedelta(seconds=seconds) for seconds in (30, 60, 120, 240)]
    assert waits[-3:] == [timedelta(seconds=15360), timedelta(hours=6), timedelta(hours=6)]
    assert row(sent)[:2] == ("sent", "")


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (MayHaveArrived("unclear", "ReadTimeout"), "ReadTimeout"),
        (b'<doi_batch_diagnostic status="odd"/>', "<doi_batch_diagnostic status='odd'>"),
        (b'<html status="completed"/>', "<html status='completed'>"),
    ],
)
def test_an_unusable_answer_is_saved_as_the_reason_for_waiting(sent, answer, message):
    assert poll_next(NOW, answering(answer)) == sent
    assert row(sent) == ("sent", message, timedelta(seconds=30), 1)


def test_a_file_unknown_twice_is_sent_again(sent):
    poll_next(NOW, status("unknown_submission"))
    after_first = row(sent)
    Deposit.objects.update(due_at=NOW)
    poll_next(NOW, status("unknown_submission"))

    assert after_first == ("sent", "unknown_submission", timedelta(seconds=30), 1)
    assert row(sent) == ("queued", "unknown_submission", timedelta(minutes=1), 2)
    assert sent.unknowns == 2


@pytest.mark.parametrize(("tries", "state"), [(MOST_TRIES - 1, "queued"), (MOST_TRIES, "failed")])
def test_a_file_sent_too_often_fails_when_it_is_unknown_again(sent, tries, state):
    Deposit.objects.update(unknowns=1, tries=tries)

    poll_next(NOW, status("unknown_submission"))

    assert row(sent)[:2] == (state, "unknown_submission")
