"""A site for the faults: a PostgreSQL of its own, the sample, a PDF of 40 MB, the web server."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple
from urllib.request import urlopen

import psutil

from journal.quickstart import postgres

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "var" / "slow-partners"
DATABASE = FOLDER / "pg"
PEOPLE = 20
PDF_BYTES = 40 * 2**20
PORT = 8391
COMMAND = f"{sys.executable} -m journal.server --port {PORT} --workers 2"
SECONDS_TO_START = 60


class Addresses(NamedTuple):
    pages: list[str]
    pdf: str


def prepare() -> Addresses:
    """Start PostgreSQL and fill it. Settings are read here, so that files are in our folder."""
    os.environ.pop("DATABASE_URL", None)
    FOLDER.mkdir(parents=True, exist_ok=True)
    postgres.join(DATABASE)
    os.environ |= {
        "MEDIA_ROOT": str(FOLDER / "media"),
        "DJANGO_SETTINGS_MODULE": "journal.settings",
    }
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    call_command("load_sample", verbosity=0)
    return addresses()


def addresses() -> Addresses:
    from django.core.files.base import ContentFile
    from django.core.files.storage import default_storage
    from django.db import connections

    from articles.models import Article, Journal, User
    from articles.records.record import Galley
    from tests.factories import a_public_article

    path = "galleys/large/large.pdf"
    if not default_storage.exists(path):
        default_storage.save(path, ContentFile(b"%PDF-1.7\n" + os.urandom(PDF_BYTES)))
    article = Article.objects.filter(doi="10.5555/large").first() or a_public_article(
        Journal.objects.first(),
        doi="10.5555/large",
        galleys=(
            Galley(
                language="kk", kind="pdf", name="large.pdf", size=PDF_BYTES, checksum="0" * 64,
                path=path,
            ),
        ),
    )  # fmt: skip
    galley = article.galleys.get().pk
    for number in range(PEOPLE):
        if not User.objects.filter(email=person(number)).exists():
            User.objects.create_user(f"person-{number}", person(number), "Жусан-2026")
    User.objects.update(password_reset_at=None)
    connections.close_all()
    pages = ["/kk/", f"/ru/articles/{article.pk}/", "/kk/search/?q=%D0%B4%D0%B0%D0%BB%D0%B0"]
    return Addresses(pages, f"/kk/articles/{article.pk}/files/{galley}/large.pdf")


def person(number: int) -> str:
    """The e-mail address of somebody who has an account."""
    return f"person-{number}@example.org"


@contextmanager
def web_server(**environment: str) -> Iterator[psutil.Process]:
    """The site's own start command, or the one in SERVER, in the folder SERVER_FOLDER."""
    process = subprocess.Popen(
        shlex.split(os.environ.get("SERVER", COMMAND).format(port=PORT)),
        cwd=os.environ.get("SERVER_FOLDER", ROOT),
        env={**os.environ, "SITE_URL": f"http://127.0.0.1:{PORT}", "DEBUG": "", **environment},
        stdout=subprocess.DEVNULL,
        stderr=open(FOLDER / "server.log", "a"),  # noqa: SIM115 - the process keeps it open
        start_new_session=True,
    )
    server = psutil.Process(process.pid)
    try:
        wait_until_it_answers()
        warm_up()
        yield server
    finally:
        for one in [*server.children(recursive=True), server]:
            one.kill()
        process.wait()


def wait_until_it_answers() -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        try:
            urlopen(f"http://127.0.0.1:{PORT}/healthz", timeout=5).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit(f"the web server does not answer; see {FOLDER / 'server.log'}")


def warm_up() -> None:
    """Both workers, so that the first readers do not wait for what is loaded once."""
    with suppress(OSError):  # a site that does not answer shows it later
        for _number in range(10):
            for page in ("/kk/", "/kk/search/?q=%D0%B4%D0%B0%D0%BB%D0%B0"):
                urlopen(f"http://127.0.0.1:{PORT}{page}", timeout=10).close()


def megabytes(server: psutil.Process) -> int:
    """What the largest worker holds."""
    return max(child.memory_info().rss for child in server.children()) // 2**20
