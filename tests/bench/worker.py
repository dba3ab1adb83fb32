"""One worker of the web server after a thousand requests of all kinds: what memory it holds."""

from __future__ import annotations

import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from urllib.parse import quote

import psutil

from .measuring import measure
from .pages import spread
from .searching import QUERIES

ROOT = Path(__file__).resolve().parents[2]
REQUESTS = 1_000
BUDGET_MB = 150
SECONDS_TO_START = 60


def measures() -> Iterator[dict]:
    subprocess.run(
        [sys.executable, "manage.py", "collectstatic", "--noinput", "-v0"], cwd=ROOT, check=True
    )
    port = free_port()
    options = ["--port", str(port), "--workers", "1", "--blocking-threads", "1"]
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", *options]
    server = subprocess.Popen([*command, "--no-ws", "journal.wsgi:application"], cwd=ROOT)
    try:
        await_answer(port)
        for path in islice(cycle(mixed()), REQUESTS):
            get(port, path)
        (worker,) = psutil.Process(server.pid).children()
        held = worker.memory_info().rss / 2**20
    finally:
        server.terminate()
        server.wait()
    yield measure("web_worker", "mb", round(held), BUDGET_MB)


def mixed() -> list[str]:
    """Pages, the search with its Russian words, exports, a harvest, the API."""
    pages = [path for asked in spread().values() for path, _headers in asked]
    articles = [path for path in pages if "/articles/" in path][:50]
    keys = [path.split("/articles/")[1].split("/")[0] for path in articles]
    exports = [f"/articles/{key}/export/crossref" for key in keys]
    questions = [f"/ru/search/?q={quote(one)}" for one in QUERIES.read_text().split("\n")[:-1]]
    machines = ["/oai/?verb=ListRecords&metadataPrefix=jats", "/api/v1/articles", "/sitemap.xml"]
    return [*pages, *exports, *questions, *machines]


def get(port: int, path: str) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path)
    connection.getresponse().read()
    connection.close()


def await_answer(port: int) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        try:
            return get(port, "/healthz")
        except OSError:
            time.sleep(0.2)
    raise SystemExit("the web server does not answer")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
