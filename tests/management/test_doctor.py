"""doctor: what each check says of a sound site and of a broken one, and to whom."""

import io
import json
import socket
import threading
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import DatabaseError
from django.utils import timezone

from articles.editing import save_article
from articles.management import doctor
from articles.management.commands.doctor import operators_language
from articles.management.doctor import database, machine, partners
from articles.management.doctor.outcome import Outcome
from articles.models import (
    Article,
    Galley,
    Heartbeat,
    Issue,
    IssueFile,
    Manuscript,
    SearchRow,
    User,
)
from journal.monitoring import readiness
from tests.factories import a_galley, a_journal, a_public_article, a_record, an_issue
from tests.full_site import stop_the_clock

SOUND = b"%PDF-1.4 sound"


def examine(*arguments):
    """The status, and the checks by name."""
    output = io.StringIO()
    status = 0
    try:
        call_command("doctor", "--json", "--language=en", *arguments, stdout=output)
    except SystemExit as stop:
        status = stop.code
    answer = json.loads(output.getvalue())
    assert answer["ok"] is (status == 0)
    return status, {check["check"]: check for check in answer["checks"]}


@pytest.fixture
def _administrator(db):
    User.objects.create_superuser("administrator")


@pytest.mark.usefixtures("_administrator")
def test_a_sound_site_has_no_problems():
    status, checks = examine("--files")

    assert status == 0
    assert list(checks) == [
        "versions", "packages", "disk", "storage", "cache", "mail", "deposits", "database",
        "letters", "migrations", "clock", "people", "search", "files", "uploads",
        "worker_deposit", "worker_import_ojs_uploads", "worker_poll_deposits",
        "worker_read_manuscripts", "checksums",
    ]  # fmt: skip


@pytest.mark.usefixtures("_administrator")
@pytest.mark.parametrize(
    ("language", "last"),
    [
        ("kk", "Бәрі дұрыс."),
        ("ru", "Всё в порядке."),
        ("en", "No problems found."),
    ],
)
def test_it_speaks_the_operators_language(language, last):
    output = io.StringIO()

    call_command("doctor", language=language, stdout=output)

    assert output.getvalue().splitlines()[-1] == last


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "kk_KZ.UTF-8"}, "kk"),
        ({"LANG": "ru_RU.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LANG": "ru_RU.UTF-8", "LC_MESSAGES": "kk_KZ"}, "kk"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_locale_names_the_language(monkeypatch, variables, language):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, variables.get(name, ""))

    assert operators_language() == language


@pytest.mark.usefixtures("_administrator")
def test_people_read_what_to_do():
    save_article(a_record(), journal=a_journal())
    SearchRow.objects.all().delete()
    output = io.StringIO()

    with pytest.raises(SystemExit) as stop:
        call_command("doctor", language="en", stdout=output)

    lines = output.getvalue().splitlines()
    place = lines.index("! Articles that the search knows in another version or not at all: 1.")
    assert lines[place + 1] == "    Run: manage.py rebuild_search"
    assert (lines[-1], stop.value.code) == ("Problems found: 1.", 1)


@pytest.mark.usefixtures("_administrator")
def test_the_search_is_not_behind_after_saving_publishing_and_withdrawing():
    a_public_article()
    save_article(a_record(doi="10.5555/second"), journal=a_journal(slug="second"))

    assert examine()[1]["search"]["ok"]


@pytest.mark.usefixtures("_administrator")
def test_every_damaged_or_missing_file_is_named():
    journal = a_journal()
    issue = an_issue(journal)
    default_storage.save("covers/a.png", ContentFile(b"png"))
    Issue.objects.filter(pk=issue.pk).update(cover="covers/a.png", pdf="issues/gone.pdf")
    IssueFile.objects.create(
        issue=issue, kind="zip", path="issue-files/gone.zip", asked_at=timezone.now()
    )
    manuscript = default_storage.save("manuscripts/a.txt", ContentFile(b"changed"))
    Manuscript.objects.create(journal=journal, path=manuscript, size=1, checksum="0" * 64)
    article = save_article(a_record(galleys=(a_galley(SOUND, "a.pdf"),)), journal=journal).article
    path = Galley.objects.get(article=article).file.name

    status, checks = examine("--files")
    assert status == 1
    assert [line.partition(":")[0] for line in checks["checksums"]["details"]] == [
        "issue-files/gone.zip",
        "issues/gone.pdf",
        "manuscripts/a.txt",
    ]
    assert checks["files"]["ok"]

    default_storage.delete(path)
    default_storage.save(path, ContentFile(SOUND + b"!"))
    save_article(a_record(galleys=()), journal=journal, article=article)  # history has it still
    _status, checks = examine("--files")
    assert path in [line.partition(":")[0] for line in checks["checksums"]["details"]]
    assert "checksums" not in examine()[1]


@pytest.mark.usefixtures("_administrator")
def test_workers_are_told_with_their_ages_and_what_waits(monkeypatch):
    stop_the_clock(monkeypatch)
    now = timezone.now()
    Heartbeat.objects.create(worker="deposit@a:1", at=now - timedelta(seconds=30))
    Heartbeat.objects.create(worker="poll_deposits@a:2", at=now - timedelta(hours=2))
    Manuscript.objects.create(journal=a_journal(), path="a.txt", size=1)

    _status, checks = examine()

    found = {name: check for name, check in checks.items() if name.startswith("worker_")}
    assert [(check["ok"], check["text"]) for check in found.values()] == [
        (True, "Worker deposit: seen 30 s ago; waiting: 0."),
        (True, "Worker import_ojs_uploads: not running; waiting: 0."),
        (False, "Worker poll_deposits: seen 7200 s ago; waiting: 0."),
        (False, "Worker read_manuscripts: not running; waiting: 1."),
    ]
    assert found["worker_deposit"]["details"] == ["deposit@a:1: 30 s"]
    assert found["worker_read_manuscripts"]["remedy"] == "Start it: manage.py read_manuscripts"


def test_without_a_database_the_rest_is_checked(monkeypatch):
    def fail():
        raise DatabaseError("connection to postgresql://journal:geheim@db/journal failed\nmore")

    monkeypatch.setattr(database, "check_database", fail)

    status, checks = examine()

    assert status == 1
    assert list(checks)[-1] == "database"
    assert checks["database"]["text"] == (
        "The database does not answer: connection to postgresql://journal:***@db/journal failed"
    )


def test_a_check_that_fails_itself_is_a_problem_and_not_the_end(monkeypatch):
    def check_disk():
        yield Outcome("first", True, "first")
        raise KeyError("free")

    monkeypatch.setattr(doctor, "NO_DATABASE", (check_disk, machine.check_versions))
    monkeypatch.setattr(doctor, "DATABASE", (lambda: [Outcome("database", False, "no")],))

    _status, checks = examine()

    assert list(checks) == ["first", "disk", "versions", "database"]
    assert checks["disk"]["text"] == "The check “disk” failed: 'free'"


def outcome_of(check):
    (outcome,) = check()
    return outcome


@pytest.mark.parametrize("check", ["storage", "cache"])
def test_a_frozen_partner_is_told(monkeypatch, check):
    released = threading.Event()
    monkeypatch.setattr(partners, "SECONDS", 0.05)
    monkeypatch.setattr(partners, "store_and_delete", lambda: released.wait(30))
    monkeypatch.setattr(readiness, "check_cache", lambda: released.wait(30))

    outcome = outcome_of(getattr(partners, f"check_{check}"))

    assert not outcome.is_good
    assert outcome.text.endswith(": no answer in time")
    released.set()


def test_a_full_disk_is_told(monkeypatch):
    def fail():
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(partners, "store_and_delete", fail)

    assert outcome_of(partners.check_storage).text.endswith("No space left on device")


def test_a_cache_that_forgets_is_told_without_its_password(settings, monkeypatch):
    settings.CACHES = {"default": {**settings.CACHES["default"], "LOCATION": "redis://:key@c/0"}}
    monkeypatch.setattr(type(cache._connections[cache._alias]), "get", lambda *args, **kwargs: None)

    assert outcome_of(partners.check_cache).text == (
        "The cache in redis://:***@c/0 does not work: does not keep what is stored"
    )


@contextmanager
def mail_server(*answers):
    """Sends each answer to a line of the client; with none it accepts and is silent."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve():
            client, _address = server.accept()
            for answer in answers:
                client.sendall(answer)
                client.recv(1_000)
            released.wait(30)
            client.close()

        released = threading.Event()
        threading.Thread(target=serve, daemon=True).start()
        yield server.getsockname()[1]
        released.set()


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ((b"220 hello\r\n", b"250 mail\r\n", b"221 bye\r\n"), "Email is sent through {}."),
        ((), "The mail server {} does not work: "),
        ((b"554 no\r\n",), "The mail server {} does not work: "),
    ],
)
def test_the_mail_server_is_asked_and_may_be_silent(settings, monkeypatch, answers, text):
    monkeypatch.setattr(partners, "SECONDS", 0.5)
    with mail_server(*answers) as port:
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
        settings.EMAIL_USE_TLS = False

        outcome = outcome_of(partners.check_mail)

    assert outcome.text.startswith(text.format(f"127.0.0.1:{port}"))
    assert outcome.is_good is text.startswith("Email")


def test_packages_that_are_not_the_locked_ones_are_named(settings, tmp_path):
    lines = ["django==0.9 \\", "no-such-package==1.0 \\", "tzdata==1 ; sys_platform == 'win32' \\"]
    (tmp_path / "requirements.txt").write_text("\n".join(lines))
    settings.BASE_DIR = tmp_path

    outcome = outcome_of(machine.check_packages)

    assert [line.partition(" ")[0] for line in outcome.details] == ["django", "no-such-package"]
    assert not outcome.is_good


@pytest.mark.usefixtures("_administrator")
@pytest.mark.parametrize("days", [-1, 1])
def test_a_clock_that_was_set_back_is_told(days):
    article = save_article(a_record(), journal=a_journal()).article
    Article.objects.filter(pk=article.pk).update(saved_at=timezone.now() + timedelta(days=days))

    assert examine()[1]["clock"]["ok"] is (days < 0)
