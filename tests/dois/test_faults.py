"""What can go wrong between us and Crossref, each over real HTTP; afterwards every state is true.

In every case: the DOI's state is what Crossref holds, no file was sent twice without need, and
none was forgotten.
"""

from datetime import UTC, datetime, timedelta

import pytest

from articles.dois import due_articles, queue_articles
from articles.dois.client import Client
from articles.dois.polling import claim_deposit as claim_to_poll
from articles.dois.polling import poll_next
from articles.dois.sending import LEASE, claim_deposit, send_next
from articles.dois.service import credentials
from articles.dois.stand_in import Fault
from articles.models import Article, Deposit, DepositRecord
from tests.factories import a_depositing_journal, a_public_article

pytestmark = pytest.mark.django_db(transaction=True)
NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
NEXT_DAY = NOW + timedelta(days=1)


def impatient(deposit):
    return Client(deposit.host, credentials("10.5555"), seconds=0.4)


def articles(count=1, **changes):
    journal = a_depositing_journal()
    return [
        a_public_article(journal, doi=f"10.5555/fault-{number}", **changes)
        for number in range(1, count + 1)
    ]


def queue():
    (deposit,) = queue_articles(Article.objects.all(), NOW).deposits
    return deposit


def states():
    return list(Article.objects.order_by("pk").values_list("deposit_state", flat=True))


def work_through(now, rounds=12):
    """Both workers, again and again, each round an hour later."""
    for number in range(rounds):
        at = now + timedelta(hours=number)
        while send_next(at, impatient):
            pass
        while poll_next(at, impatient):
            pass


def test_all_goes_well(crossref):
    articles()
    queue()

    send_next(NOW, impatient)
    after_sending = states()
    work_through(NOW)

    assert (after_sending, states(), len(crossref.uploads)) == (["sent"], ["registered"], 1)


FAULTS = {
    "timeout before the upload is kept": Fault(hang=1),
    "timeout after the upload is kept": Fault(hang=1, swallow=True),
    "429": Fault(429),
    "503": Fault(503),
    "500 before the upload is kept": Fault(500),
    "500 after the upload is kept": Fault(500, swallow=True),
    "502 from between, the file kept": Fault(502, swallow=True),
    "another page instead of SUCCESS": Fault(200, b"<html>maintenance</html>"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_what_fails_while_sending_is_sent_in_the_end_and_once(crossref, name):
    crossref.faults = [FAULTS[name]]
    articles()
    queue()

    work_through(NOW)

    assert states() == ["registered"]
    assert len(crossref.uploads) == 1
    assert Deposit.objects.get().state == "done"


def test_a_refused_connection_waits_in_the_queue(crossref, settings):
    articles()
    deposit = queue()
    Deposit.objects.update(host="http://127.0.0.1:9")  # nobody listens there

    send_next(NOW, impatient)
    deposit.refresh_from_db()
    waits = deposit.due_at - NOW
    Deposit.objects.update(host=crossref.address)
    work_through(NOW)

    assert (deposit.state, waits) == ("queued", timedelta(minutes=1))
    assert (states(), len(crossref.uploads)) == (["registered"], 1)


def test_waits_grow_and_end(crossref):
    articles()
    deposit = queue()
    crossref.faults = [Fault(503)] * 40
    waits, now = [], NOW

    for _ in range(30):
        send_next(now, impatient)
        deposit.refresh_from_db()
        waits.append(deposit.due_at - now)
        now = deposit.due_at

    assert waits[:4] == [timedelta(minutes=minutes) for minutes in (1, 2, 4, 8)]
    assert max(waits) == timedelta(hours=6)
    assert (deposit.state, states()) == ("failed", ["failed"])


def test_a_wrong_login_fails_with_its_reason_and_without_the_password(crossref, monkeypatch):
    monkeypatch.setenv("CROSSREF_PASSWORD_10_5555", "s3cret-word")
    articles()
    deposit = queue()

    send_next(NOW, impatient)

    deposit.refresh_from_db()
    assert (deposit.state, deposit.message_code, states()) == (
        "failed",
        "login_refused",
        ["failed"],
    )
    assert deposit.message_values == {"detail": "HTTP 401"}
    assert "s3cret-word" not in str(vars(deposit))


def test_no_login_in_the_environment_names_the_variables(crossref, monkeypatch):
    monkeypatch.delenv("CROSSREF_LOGIN_10_5555")
    articles()
    deposit = queue()

    send_next(NOW)

    deposit.refresh_from_db()
    assert deposit.message_code == "no_login"
    assert deposit.message_values == {
        "login": "CROSSREF_LOGIN_10_5555",
        "password": "CROSSREF_PASSWORD_10_5555",
    }


def test_403_with_a_diagnostic_decides_per_doi(crossref):
    articles()
    deposit = queue()
    answer = (
        b'<doi_batch_diagnostic status="completed"><record_diagnostic status="Failure">'
        b"<doi>10.5555/fault-1</doi><msg>User not allowed to add records for prefix: 10.5555</msg>"
        b"</record_diagnostic></doi_batch_diagnostic>"
    )
    crossref.faults = [Fault(403, answer)]

    send_next(NOW, impatient)

    record = deposit.records.get()
    assert (record.state, record.message) == (
        "failure",
        "User not allowed to add records for prefix: 10.5555",
    )
    assert states() == ["failed"]


BAD_ANSWERS = {
    "HTML instead of XML": Fault(200, b"<html><body>maintenance</body></html>"),
    "truncated XML": Fault(200, b'<doi_batch_diagnostic status="completed"><record_d'),
    "nothing": Fault(200, b""),
    "500": Fault(500),
    "429": Fault(429),
    "401": Fault(401),
    "a timeout": Fault(hang=1),
}


@pytest.mark.parametrize("name", BAD_ANSWERS)
def test_a_bad_answer_is_polled_again(crossref, name):
    articles()
    deposit = queue()
    send_next(NOW, impatient)
    crossref.faults = [BAD_ANSWERS[name]]

    poll_next(NOW + timedelta(minutes=1), impatient)
    deposit.refresh_from_db()
    state_then = deposit.state
    work_through(NOW + timedelta(hours=1))

    assert state_then == "sent"
    assert (states(), len(crossref.uploads)) == (["registered"], 1)


def test_an_answer_about_another_doi_fails_ours_and_says_so(crossref):
    articles()
    deposit = queue()
    send_next(NOW, impatient)
    answer = (
        b'<doi_batch_diagnostic status="completed"><record_diagnostic status="Success">'
        b"<doi>10.5555/another</doi><msg>Successfully added</msg></record_diagnostic>"
        b"</doi_batch_diagnostic>"
    )
    crossref.faults = [Fault(200, answer)]

    poll_next(NOW + timedelta(minutes=1), impatient)

    record = deposit.records.get()
    assert (record.state, record.message_code) == ("failure", "doi_not_named")
    assert record.message_values == {"doi": "10.5555/fault-1"}


def test_one_of_thirty_fails_alone(crossref):
    journal = a_depositing_journal()
    for number in range(29):
        a_public_article(journal, doi=f"10.5555/good-{number}")
    bad = a_public_article(journal, doi="10.5555/bad")
    crossref.refused.add("10.5555/bad")
    queue()

    work_through(NOW)

    assert sorted(states()) == ["failed"] + ["registered"] * 29
    bad.refresh_from_db()
    assert bad.deposit_state == "failed"


def test_a_file_that_the_service_loses_is_sent_again(crossref):
    articles()
    queue()
    send_next(NOW, impatient)
    forgotten = crossref.uploads[:]
    crossref.uploads.clear()
    crossref.numbers.clear()

    work_through(NOW + timedelta(minutes=5))

    assert states() == ["registered"]
    assert [one.name for one in crossref.uploads] == [one.name for one in forgotten]


def test_a_worker_killed_before_the_upload_loses_nothing(crossref):
    articles()
    queue()
    claim_deposit(NOW)  # and then kill -9

    early = send_next(NOW + timedelta(minutes=1), impatient)
    work_through(NOW + LEASE + timedelta(minutes=1))

    assert early is None
    assert (states(), len(crossref.uploads)) == (["registered"], 1)


def test_a_worker_killed_after_the_upload_sends_nothing_twice(crossref):
    articles()
    deposit = queue()
    claim_deposit(NOW)
    impatient(deposit).submit(deposit.name, deposit.xml.encode())  # and then kill -9

    work_through(NOW + LEASE + timedelta(minutes=1))

    assert (states(), len(crossref.uploads)) == (["registered"], 1)


def test_a_worker_killed_while_asking_leaves_the_question_to_another(crossref):
    articles()
    queue()
    send_next(NOW, impatient)
    claim_to_poll(NOW + timedelta(minutes=1))  # and then kill -9

    work_through(NOW + timedelta(minutes=1) + LEASE)

    assert states() == ["registered"]


def test_a_refusal_of_our_own_timestamp_counts_as_registered(crossref):
    articles()
    deposit = queue()
    crossref.faults = [Fault(hang=1)]
    send_next(NOW, impatient)
    poll_next(NOW + timedelta(hours=1), impatient)
    poll_next(NOW + timedelta(hours=2), impatient)
    crossref.judge(deposit.xml.encode()).__next__()  # now the first upload is processed after all

    work_through(NOW + timedelta(hours=3))

    assert states() == ["registered"]


def test_the_clock_set_back_still_gives_a_greater_number(crossref):
    articles()
    first = queue()
    work_through(NOW)
    Deposit.objects.update(state="done")
    DepositRecord.objects.update(body="as it was")

    (second,) = queue_articles(Article.objects.all(), NOW - timedelta(days=400)).deposits

    numbers = [one.records.get().timestamp for one in (first, second)]
    assert numbers[1] == numbers[0] + 1
    assert len(str(numbers[1])) == 17


def test_two_workers_do_not_take_the_same_file(crossref):
    articles()
    queue()

    assert claim_deposit(NOW) is not None
    assert claim_deposit(NOW) is None


def test_the_same_is_not_queued_twice(crossref):
    articles()
    queue()

    assert queue_articles(Article.objects.all(), NOW).deposits == ()
    assert due_articles().count() == 0
