"""Uploading manuscripts, and reading them by a worker or without one."""

from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from articles.intake.manuscripts.queue import WORKER_TIMEOUT, is_worker_running, read_next
from articles.intake.manuscripts.uploads import keep_file
from articles.models import Heartbeat, Manuscript
from tests.admin.manuscripts.manuscript_pages import TEXT, page_of, upload
from tests.factories import a_journal

pytestmark = pytest.mark.django_db
LIST, NEXT = "/admin/articles/manuscript/", "/admin/articles/manuscript/next/"


def test_a_bad_file_among_twenty_five_stops_none_of_the_others(editor):
    journal = a_journal()
    good = [(f"{n}.txt", TEXT.replace("34.35.15", f"34.35.{n:02}").encode()) for n in range(24)]

    response = upload(editor, good[0], ("bad.pdf", b"%PDF-1.4 cut"), *good[1:], journal=journal.pk)

    assert response.url == reverse("admin:articles_manuscript_changelist")
    assert Manuscript.objects.waiting().count() == 25
    url = reverse("admin:articles_manuscript_next")
    answers = [editor.post(url, headers={"Accept": "application/json"}).json() for _ in range(3)]
    assert [answer["waiting"] for answer in answers] == [24, 23, 22]
    states = Manuscript.objects.order_by("pk").values_list("state", flat=True)
    assert list(states[:4]) == ["read", "refused", "read", "waiting"]
    bad = Manuscript.objects.get(name="bad.pdf")
    assert "damaged" in bad.refusal["en"]
    assert f"bad.pdf: {bad.why}" in editor.get(response.url).text


def test_a_file_that_is_too_large_is_named_and_the_others_are_kept(editor, monkeypatch):
    monkeypatch.setattr("articles.intake.manuscripts.uploads.MAX_BYTES", 10_000)
    journal = a_journal()

    upload(editor, ("large.txt", b"x" * 10_001), ("a.txt", b"short"), journal=journal.pk)

    page = editor.get(reverse("admin:articles_manuscript_changelist"))
    assert [manuscript.name for manuscript in Manuscript.objects.all()] == ["a.txt"]
    assert "“large.txt” is larger than" in page.text


def test_a_pasted_text_is_read_like_a_file(editor):
    upload(editor, journal=a_journal().pk, text=TEXT)

    manuscript = Manuscript.objects.get()
    assert (manuscript.name, manuscript.state) == ("pasted.txt", "read")


def test_without_scripts_a_button_reads_the_next_file(editor):
    upload(editor, ("a.txt", TEXT.encode()), ("b.txt", TEXT.encode()), journal=a_journal().pk)

    response = editor.post(reverse("admin:articles_manuscript_next"))

    assert response.url == reverse("admin:articles_manuscript_changelist")
    assert list(Manuscript.objects.order_by("pk").values_list("state", flat=True)) == [
        "read",
        "waiting",
    ]


@pytest.fixture
def _worker():
    """The heartbeat of a running worker; the tests read the files themselves."""
    Heartbeat.objects.create(worker="read_manuscripts@here:1", at=timezone.now())


@pytest.mark.usefixtures("_worker")
def test_with_a_worker_no_page_reads_a_file(editor, monkeypatch):
    monkeypatch.setattr(
        "articles.intake.manuscripts.queue.read_file", None
    )  # calling it would fail

    response = upload(editor, ("a.txt", TEXT.encode()), journal=a_journal().pk)

    manuscript = Manuscript.objects.get()
    listed = editor.get(response.url)
    answer = editor.post(NEXT, {"keys": manuscript.pk}, headers={"Accept": "application/json"})
    assert response.url == f"{LIST}?open={manuscript.pk}"
    assert f'data-open="{manuscript.pk}"' in listed.text
    assert answer.json() == {"key": None, "row": "", "page": "", "waiting": 1}


@pytest.mark.usefixtures("_worker")
def test_a_file_that_the_worker_has_read_is_listed_and_opened(editor):
    upload(editor, ("a.txt", TEXT.encode()), ("b.txt", b"\0"), journal=a_journal().pk)
    bad, good = Manuscript.objects.all()
    keys = {"keys": f"{good.pk},{bad.pk}"}

    while read_next():
        pass

    first = editor.post(NEXT, keys, headers={"Accept": "application/json"}).json()
    second = editor.post(NEXT, {"keys": bad.pk}, headers={"Accept": "application/json"}).json()
    assert (first["key"], first["page"], first["waiting"]) == (good.pk, page_of(good), 0)
    assert (second["key"], second["page"]) == (bad.pk, "")
    assert editor.get(f"{LIST}?open={good.pk}").url == page_of(good)
    assert editor.get(f"{LIST}?open={bad.pk}").status_code == 200


@pytest.mark.usefixtures("_worker")
def test_without_scripts_a_button_shows_the_progress_of_the_worker(editor):
    upload(editor, ("a.txt", TEXT.encode()), journal=a_journal().pk)
    key = Manuscript.objects.get().pk

    response = editor.post(NEXT, {"open": key})

    assert response.url == f"{LIST}?open={key}"
    assert "Refresh" in editor.get(response.url).text


@pytest.mark.parametrize(("seen", "mark"), [(False, "!"), (True, "+")])
def test_the_doctor_reports_manuscripts_that_no_worker_reads(seen, mark):
    keep_file(ContentFile(TEXT.encode(), "a.txt"), a_journal(), None)
    if seen:
        Heartbeat.objects.create(worker="read_manuscripts@here:1", at=timezone.now())
    output = StringIO()

    with pytest.raises(SystemExit):  # nobody can sign in
        call_command("doctor", language="en", stdout=output)

    state = "seen 0 s ago" if seen else "not running"
    line = f"{mark} Worker read_manuscripts: {state}; waiting: 1."
    assert line in output.getvalue().splitlines()


@pytest.mark.django_db(transaction=True)
def test_the_worker_reads_every_waiting_file_and_then_deletes_its_heartbeat():
    journal, output = a_journal(), StringIO()
    for name in ("a.txt", "b.txt"):
        keep_file(ContentFile(TEXT.encode(), name), journal, None)

    call_command("read_manuscripts", once=True, stdout=output)

    assert output.getvalue() == "Manuscripts read and files made: 2.\n"
    assert list(Manuscript.objects.values_list("state", flat=True)) == ["read", "read"]
    assert not Heartbeat.objects.exists()


def test_a_worker_without_a_recent_heartbeat_is_not_running():
    Heartbeat.objects.create(
        worker="read_manuscripts@here:1", at=timezone.now() - WORKER_TIMEOUT * 2
    )
    Heartbeat.objects.create(worker="deposit@here:1", at=timezone.now())

    assert not is_worker_running()
