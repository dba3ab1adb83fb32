"""The worker of moves from OJS: stopped, ended, failed, and what it says of its progress."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db.models import QuerySet
from django.utils import timezone

from articles.dois.worker import Worker
from articles.intake.ojs.uploads import queue
from articles.intake.ojs.uploads.queue import claim, work_next
from articles.management.commands.import_ojs_uploads import make_publisher
from articles.models import Issue, OjsImport
from tests.admin.ojs_imports.moves import (
    ARTICLE,
    EXPORT,
    State,
    page,
    plan,
    send_piece,
    send_pieces,
    step,
    work,
)
from tests.imports.ojs.exports import an_article, an_issue, issues

pytestmark = pytest.mark.django_db


def test_files_do_not_change_while_the_worker_reads_them(office, uploaded):
    step(office, uploaded, "plan")

    assert send_piece(office, uploaded, EXPORT, 0, 10).status_code == 409
    assert step(office, uploaded, "import") == [
        "The files are being read. Wait until that has ended, or stop it."
    ]


def test_an_editor_stops_an_import_after_an_issue_and_goes_on_later(office, move, monkeypatch):
    other = an_issue(an_article(id="13"), id="10", number="2")
    send_pieces(office, move, issues(an_issue(ARTICLE), other).encode())
    step(office, move, "import")
    claim(timezone.now())
    step(office, move, "stop")
    OjsImport.objects.update(due_at=timezone.now())

    work(move)
    assert (move.state, Issue.objects.count()) == (State.PLANNED, 1)
    step(office, move, "import")
    work(move)

    assert (move.state, Issue.objects.count()) == (State.DONE, 2)


def test_a_worker_that_is_to_end_leaves_the_rest_to_the_next(office, move):
    other = an_issue(an_article(id="13"), id="10", number="2")
    send_pieces(office, move, issues(an_issue(ARTICLE), other).encode())
    step(office, move, "import")
    worker = Worker("test", lambda: None)
    worker.stopped.set()

    work_next(worker, make_publisher)
    move.refresh_from_db()
    assert (move.state, Issue.objects.count()) == (State.IMPORTING, 1)
    work(move)

    assert (move.state, Issue.objects.count()) == (State.DONE, 2)


def test_the_work_of_a_dead_worker_is_taken_when_its_lease_ends(uploaded):
    now = timezone.now()
    OjsImport.objects.update(state=State.IMPORTING, due_at=now)

    assert claim(now) == uploaded
    assert claim(now + timedelta(seconds=30)) is None
    assert claim(now + queue.LEASE) == uploaded


def test_progress_is_told_to_the_script(office, uploaded):
    OjsImport.objects.update(state=State.IMPORTING, issue_count=3, issue_total=60)

    answer = office.get(page(uploaded, "progress")).json()

    assert answer == {"state": "importing", "count": 3, "total": 60, "text": "issues: 3 of 60"}


def test_progress_of_a_plan_is_counted_and_then_measured(office, uploaded, monkeypatch):
    told = []
    update = QuerySet.update

    def telling(rows, **columns):
        if "issue_total" in columns:
            told.append((columns["issue_count"], columns["issue_total"]))
        return update(rows, **columns)

    monkeypatch.setattr(QuerySet, "update", telling)
    plan(office, uploaded)
    assert told == [(1, 0), (1, 1)]

    OjsImport.objects.update(state=State.PLANNING, issue_count=3, issue_total=0)
    assert office.get(page(uploaded, "progress")).json()["text"] == "issues found: 3"


@pytest.mark.django_db(transaction=True)
def test_the_command_works_until_nothing_waits(office, uploaded):
    step(office, uploaded, "plan")
    output = io.StringIO()

    call_command("import_ojs_uploads", once=True, stdout=output)

    uploaded.refresh_from_db()
    assert uploaded.state == State.PLANNED
    assert output.getvalue() == "Exports planned or imported: 1.\n"


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (OSError(28, "No space left"), "The server could not read or write files: No space left."),
        (KeyError("x"), "The program failed. Its log says why: tell the administrator."),
    ],
)
def test_a_failure_is_said_and_the_plan_can_be_made_again(
    office, uploaded, monkeypatch, error, message
):
    def fail(*_arguments):
        raise error

    step(office, uploaded, "plan")
    with monkeypatch.context() as patched:
        patched.setattr(queue, "plan_upload", fail)
        work(uploaded)
    assert (uploaded.state, uploaded.message) == (State.FAILED, message)
    assert 'value="plan"' in office.get(page(uploaded, "change")).text
    plan(office, uploaded)

    assert (uploaded.state, uploaded.message) == (State.PLANNED, "")
