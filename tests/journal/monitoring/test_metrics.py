"""`/metrics`: who may read it, what it counts in several processes, and a database that is away."""

import os
import subprocess
import sys
from ipaddress import ip_network
from pathlib import Path
from threading import Event

import pytest
from django.db import OperationalError
from django.test import Client
from django.utils import timezone
from prometheus_client import values
from prometheus_client.parser import text_string_to_metric_families

from articles.models import Deposit, Heartbeat
from journal.monitoring import site_figures
from journal.monitoring.metric_files import FileSet
from journal.monitoring.metrics import request_metrics
from journal.monitoring.timed_call import TimedCall
from tests.factories import a_journal, a_public_article

ROOT = Path(__file__).resolve().parents[3]
MIDDLEWARE = "journal.monitoring.metrics.Metrics"


@pytest.fixture
def site(settings, tmp_path, monkeypatch):
    """A client of a site whose metrics this machine may read."""
    settings.METRICS_FROM = [ip_network("127.0.0.1")]
    settings.METRICS_DIR = tmp_path / "metrics"
    settings.MIDDLEWARE = [settings.MIDDLEWARE[0], MIDDLEWARE, *settings.MIDDLEWARE[1:]]
    monkeypatch.setattr(values, "ValueClass", values.ValueClass)
    monkeypatch.setenv("PROMETHEUS_MULTIPROC_DIR", "")
    for name in ("DATABASE", "STORAGE"):
        old = getattr(site_figures, name)
        monkeypatch.setattr(site_figures, name, TimedCall(old.function, old.seconds))
    request_metrics.cache_clear()
    yield Client()
    request_metrics.cache_clear()


def samples(text):
    """The values by name and labels, as Prometheus reads them."""
    return {
        (sample.name, *sorted(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def metrics(client, **headers):
    return samples(client.get("/metrics", HTTP_HOST="10.0.0.7:8000", **headers).content.decode())


@pytest.mark.django_db
def test_without_the_setting_there_is_no_such_page(client):
    assert client.get("/metrics").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize(
    "origin", [{"REMOTE_ADDR": "203.0.113.5"}, {"HTTP_X_FORWARDED_FOR": "203.0.113.5"}]
)
def test_for_others_there_is_no_such_page(site, origin):
    assert site.get("/metrics", **origin).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_requests_and_their_queries_are_counted_by_view(site):
    article = a_public_article()
    for _time in range(3):
        site.get(f"/kk/articles/{article.pk}/")
    site.get("/no/such/page")
    site.generic("STEAL", "/robots.txt")
    site.get("/healthz")

    found = metrics(site)

    counted = {key[1:]: value for key, value in found.items() if key[0] == "journal_requests_total"}
    assert counted == {
        (("method", "GET"), ("status", "200"), ("view", "article_detail")): 3,
        (("method", "GET"), ("status", "404"), ("view", "none")): 1,
        (("method", "other"), ("status", "405"), ("view", "robots")): 1,
    }
    view = ("view", "article_detail")
    assert found["journal_request_seconds_count", view] == 3
    assert found["journal_request_seconds_bucket", ("le", "+Inf"), view] == 3
    assert found["journal_database_queries_total", view] > 3
    assert found["journal_database_seconds_total", view] > 0


@pytest.mark.django_db(transaction=True)
def test_queues_workers_and_deposits_are_read_from_the_database(site):
    now = timezone.now()
    Heartbeat.objects.create(worker="deposit@a:1", at=now)
    for number, state in enumerate(("queued", "queued", "sent", "failed")):
        Deposit.objects.create(
            journal=a_journal(slug=f"j{number}"), name=f"{number}.xml", xml="", state=state,
            host="https://test.crossref.org", due_at=now - timezone.timedelta(minutes=number),
        )  # fmt: skip

    found = metrics(site)

    assert found["journal_queue_length", ("queue", "deposits")] == 2
    assert 60 <= found["journal_queue_oldest_seconds", ("queue", "deposits")] < 120
    assert found["journal_queue_length", ("queue", "results")] == 1
    assert found["journal_queue_length", ("queue", "manuscripts")] == 0
    assert found["journal_queue_length", ("queue", "issue_files")] == 0
    assert found["journal_deposits", ("state", "failed")] == 1
    assert found["journal_deposits", ("state", "done")] == 0
    assert found["journal_article_deposits", ("state", "registered")] == 0
    assert 0 <= found["journal_worker_seen_seconds", ("worker", "deposit")] < 60
    assert found["journal_database_connections", ("state", "active")] >= 1
    assert found["journal_database_bytes",] > 1e6
    assert found["journal_media_free_bytes",] > 0
    assert (found["journal_database_up",], found["journal_storage_up",]) == (1, 1)


@pytest.mark.parametrize("is_frozen", [True, False])
def test_a_database_that_is_away_leaves_the_other_metrics(site, monkeypatch, is_frozen):
    released = Event()

    def fail():
        raise OperationalError

    call = TimedCall((lambda: released.wait(30)) if is_frozen else fail, 0.05)
    monkeypatch.setattr(site_figures, "DATABASE", call)

    found = metrics(site)

    assert (found["journal_database_up",], found["journal_storage_up",]) == (0, 1)
    assert ("journal_queue_length", ("queue", "deposits")) not in found
    released.set()


def test_a_folder_that_cannot_be_written_stops_no_page(site, settings, tmp_path, caplog):
    (tmp_path / "file").touch()
    settings.METRICS_DIR = tmp_path / "file" / "metrics"

    assert site.get("/robots.txt").status_code == 200
    response = site.get("/metrics")

    assert (response.status_code, response.content) == (
        503,
        b"METRICS_DIR cannot be used; see the log.\n",
    )
    assert caplog.messages[0] == f"no metrics: {settings.METRICS_DIR} cannot be used"


PROCESS = """
import sys
from django.core.handlers.wsgi import WSGIHandler
from django.test import RequestFactory
import django; django.setup()
handler = WSGIHandler()
def get(path):
    environ = RequestFactory().get(path, HTTP_HOST="127.0.0.1").environ
    response = handler(environ, lambda status, headers: None)
    body = b"".join(response); response.close()
    return body.decode()
for line in sys.stdin:
    for _time in range(int(line)):
        get("/robots.txt")
    print(get("/metrics").replace("\\n", "\\t"), flush=True)
"""


class Process:
    """A process of the web server: answers a number of requests, then `/metrics`."""

    def __init__(self, folder):
        self.child = subprocess.Popen(
            [sys.executable, "-c", PROCESS],
            cwd=ROOT,
            env={
                **os.environ,
                "DJANGO_SETTINGS_MODULE": "journal.settings",
                "METRICS_FROM": "127.0.0.1",
                "METRICS_DIR": str(folder),
            },
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def answer(self, times):
        """How many requests all processes have answered, by what this one says then."""
        self.child.stdin.write(f"{times}\n")
        self.child.stdin.flush()
        text = self.child.stdout.readline().replace("\t", "\n")
        return sum(
            value for key, value in samples(text).items() if key[0] == "journal_requests_total"
        )

    def kill(self):
        self.child.kill()
        self.child.wait()


def test_any_of_several_processes_answers_for_all_and_for_those_that_died(tmp_path):
    first, second = Process(tmp_path), Process(tmp_path)

    assert first.answer(3) == 3
    assert second.answer(4) == 3 + 4
    assert first.answer(0) == 7
    second.kill()
    third = Process(tmp_path)
    assert third.answer(5) == 7 + 5

    for process in (first, third):
        process.kill()
    assert len(list(tmp_path.glob("*.db"))) == 2 * 2


def test_a_forked_process_takes_files_of_its_own(tmp_path):
    files = FileSet(tmp_path)
    assert files() == 1

    child = os.fork()
    if not child:
        os._exit(files())
    _pid, status = os.waitpid(child, 0)

    assert (os.waitstatus_to_exitcode(status), files()) == (2, 1)
    assert (tmp_path / "counter_1.db").stat().st_blocks * 512 >= 2**20
