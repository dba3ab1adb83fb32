"""`/healthz` and `/readyz`: what they answer, to whom, and with partners that fail or freeze."""

from datetime import timedelta
from threading import Event

import pytest
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.db import OperationalError
from django.utils import timezone

from articles.models import Heartbeat, IssueFile, Manuscript
from articles.queries.work_queues import WORKER_TIMEOUT, missing_workers
from journal.monitoring import readiness
from journal.monitoring.readiness import CHECKS, NotReady
from journal.monitoring.timed_call import TimedCall
from tests.factories import a_journal, an_issue

WORKERS = "deposit", "poll_deposits", "read_manuscripts", "import_ojs_uploads"


@pytest.fixture(autouse=True)
def _fresh(monkeypatch):
    """Checks without the results of the test before."""
    for name, check in CHECKS.items():
        monkeypatch.setitem(CHECKS, name, TimedCall(check.function, check.seconds))


@pytest.fixture
def replace(monkeypatch):
    def replaced(name, function, seconds=5):
        monkeypatch.setitem(CHECKS, name, TimedCall(function, seconds))

    return replaced


def answer(client, query="", **headers):
    """The status, and the lines without their times."""
    response = client.get(f"/readyz{query}", **headers)
    lines = response.content.decode().splitlines()
    return response.status_code, [line.partition(" (")[0] for line in lines]


def test_healthz_needs_no_database(client):
    response = client.get("/healthz")

    assert (response.status_code, response.content) == (200, b"ok\n")
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("path", ["/healthz", "/readyz?exclude=database&exclude=workers"])
@pytest.mark.parametrize("host", ["evil.example.org", "10.0.0.7:8000", "a b", "[", "xn--\u0301"])
def test_this_machine_is_answered_whatever_the_host(client, settings, path, host):
    settings.SECURE_SSL_REDIRECT = True

    assert client.get(path, HTTP_HOST=host).status_code == 200
    assert client.get(path, HTTP_HOST=host, HTTP_X_FORWARDED_FOR="::1").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/healthz", "/readyz?exclude=database&exclude=workers"])
@pytest.mark.parametrize(
    "origin", [{"REMOTE_ADDR": "203.0.113.5"}, {"HTTP_X_FORWARDED_FOR": "203.0.113.5"}]
)
def test_others_are_answered_at_our_host_only(client, path, origin):
    assert client.get(path, **origin).status_code == 200
    assert client.get(path, HTTP_HOST="evil.example.org", **origin).status_code == 400


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_only_safe_methods_are_allowed(client, path):
    assert client.post(path).status_code == 405


@pytest.mark.django_db(transaction=True)
def test_a_working_site_is_ready(client):
    assert answer(client) == (
        200,
        ["ready", "database: ok", "cache: ok", "storage: ok", "workers: ok"],
    )


@pytest.mark.parametrize("frozen", list(CHECKS))
def test_a_frozen_partner_is_told_and_the_others_are_still_checked(client, replace, frozen):
    release = Event()
    for name in CHECKS:
        replace(name, lambda: None)
    replace(frozen, lambda: release.wait(30), 0.05)
    expected = [f"{name}: {'no answer within 2 s' if name == frozen else 'ok'}" for name in CHECKS]

    assert answer(client) == (503, ["not ready", *expected])
    assert answer(client, f"?exclude={frozen}")[0] == 200

    release.set()


def test_an_error_is_named_by_its_kind_alone(client, replace, caplog):
    def fail():
        raise OperationalError("password=geheim")

    replace("database", fail)

    assert answer(client, "?exclude=workers") == (
        503,
        ["not ready", "database: OperationalError", "cache: ok", "storage: ok"],
    )
    assert caplog.messages == ["readiness: database failed"]


def test_an_unknown_check_cannot_be_excluded(client):
    message = "There is no check 'redis'; exclude one of: database, cache, storage, workers.\n"

    response = client.get("/readyz?exclude=redis")

    assert (response.status_code, response.content.decode()) == (400, message)


def test_a_cache_that_forgets_is_not_ready(monkeypatch):
    monkeypatch.setattr(type(cache._connections[cache._alias]), "get", lambda *args, **kwargs: None)

    with pytest.raises(NotReady, match="does not keep what is stored"):
        readiness.check_cache()


def test_a_folder_that_cannot_be_written_is_not_ready(monkeypatch):
    monkeypatch.setattr(readiness.os, "access", lambda folder, mode: False)

    with pytest.raises(NotReady, match="the folder of uploaded files is not writable"):
        readiness.check_storage()


def test_a_folder_is_made_with_its_first_file(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "not" / "yet"

    readiness.check_storage()

    assert readiness.existing_folder(tmp_path / "not" / "yet") == tmp_path
    assert not default_storage.exists("readiness")


@pytest.mark.django_db
def test_workers_that_fell_silent_are_missing():
    now = timezone.now()
    Heartbeat.objects.create(worker="deposit@a:1", at=now - WORKER_TIMEOUT * 2)
    Heartbeat.objects.create(worker="poll_deposits@a:2", at=now - WORKER_TIMEOUT * 2)
    Heartbeat.objects.create(worker="poll_deposits@b:2", at=now)

    assert missing_workers(now) == ["deposit"]


@pytest.mark.django_db
def test_a_queue_that_waits_needs_its_worker():
    now = timezone.now()
    Manuscript.objects.create(journal=a_journal(), name="a.txt", path="a.txt", size=1)

    assert missing_workers(now) == []
    assert missing_workers(now + WORKER_TIMEOUT + timedelta(minutes=1)) == ["read_manuscripts"]
    Heartbeat.objects.create(worker="read_manuscripts@a:1", at=now + WORKER_TIMEOUT)
    assert missing_workers(now + WORKER_TIMEOUT + timedelta(minutes=1)) == []


@pytest.mark.django_db
def test_the_file_of_an_issue_that_waits_needs_the_worker_too():
    now = timezone.now()
    IssueFile.objects.create(issue=an_issue(a_journal()), kind="pdf", asked_at=now)

    assert missing_workers(now) == []
    assert missing_workers(now + WORKER_TIMEOUT + timedelta(minutes=1)) == ["read_manuscripts"]


@pytest.mark.django_db(transaction=True)
def test_a_missing_worker_is_named(client):
    Heartbeat.objects.create(worker="deposit@a:1", at=timezone.now() - WORKER_TIMEOUT * 2)

    assert answer(client)[1][-1] == "workers: not running: deposit"
