"""What an editor sends when a journal moves in from OJS, and the worker that does the rest."""

from __future__ import annotations

from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile

from articles.dois.worker import Worker
from articles.intake.ojs.uploads.queue import work_next
from articles.management.commands.import_ojs_uploads import make_publisher
from articles.models import OjsImport
from tests.imports.ojs.exports import (
    a_galley,
    a_publication,
    a_submission_file,
    an_article,
    an_issue,
    issues,
)

State = OjsImport.State
ARTICLE = an_article(
    a_publication(inside=a_galley(), title="ON SALT AND WATER"), files=a_submission_file()
)
EXPORT = issues(an_issue(ARTICLE)).encode()
LIST = "/admin/articles/ojsimport/"


def page(move, name):
    return f"{LIST}{move.pk}/{name}/"


def send_piece(office, move, content, start, end, name="issue.xml"):
    piece = SimpleUploadedFile("blob", content[start:end])
    fields = {"name": name, "size": len(content), "start": start, "piece": piece}
    return office.post(page(move, "piece"), fields)


def send_pieces(office, move, content, name="issue.xml", length=1000):
    for start in range(0, len(content), length):
        send_piece(office, move, content, start, start + length, name)


def step(office, move, name, **fields):
    response = office.post(page(move, "step"), {"step": name, **fields})
    move.refresh_from_db()
    return [str(message) for message in get_messages(response.wsgi_request)]


def work(move):
    """What the worker does, until nothing waits."""
    worker = Worker("test", lambda: None)
    while work_next(worker, make_publisher):
        pass
    move.refresh_from_db()


def plan(office, move, **decisions):
    assert step(office, move, "plan", **decisions) == []
    work(move)
