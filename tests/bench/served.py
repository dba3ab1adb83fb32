"""One worker of the web server: the size of pages as they are served, and the memory it holds."""

from __future__ import annotations

import http.client
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from urllib.parse import quote, urlsplit

import psutil
from lxml import html

from tests.bench.database import JOURNAL
from tests.bench.figures import Figure
from tests.bench.pages import page_addresses
from tests.bench.searching import QUERIES
from tests.system.nginx_site import NginxSite
from tests.system.shared_cache import missing_programs, speeds

ROOT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"
REQUESTS = 1_000
WORKER_MB = 150
PAGE_BYTES = 60_000
STYLESHEET_BYTES = 9_000
FILES_FOR_A_PAGE = 1.43  # a page at 0.7 of the speed of a static file
SECONDS_TO_START = 60
TRIM_THRESHOLD = {"MALLOC_TRIM_THRESHOLD_": "131072"}  # as docs/deploy.md has it
# What a browser fetches by itself.
FETCHED = (
    "//link[contains('stylesheet icon preload modulepreload manifest', @rel)]/@href | //*/@src"
)
CSS_ADDRESS = re.compile(rb"""url\(["']?([^"')]+)|@import\s+["']([^"']+)""")


class Answer(NamedTuple):
    headers: http.client.HTTPMessage
    body: bytes  # as it travels

    @property
    def is_compressed(self) -> bool:
        return bool(self.headers["Content-Encoding"])


class Page(NamedTuple):
    size: int  # with its styles, scripts and pictures, as they travel
    has_other_hosts: bool
    is_compressed: bool


def figures() -> Iterator[Figure]:
    with web_server() as (port, server):
        pages = {name: fetched_page(port, path) for name, path in addresses().items()}
        for name, page in pages.items():
            yield Figure(name, "bytes", page.size, PAGE_BYTES)
        yield Figure("stylesheet", "bytes", stylesheet_size(port), STYLESHEET_BYTES)
        foreign = sum(page.has_other_hosts for page in pages.values())
        yield Figure("pages_with_other_hosts", "pages", foreign, 0)
        uncompressed = sum(not page.is_compressed for page in pages.values())
        yield Figure("pages_not_compressed", "pages", uncompressed, 0)
        for path in islice(cycle(mixed_requests()), REQUESTS):
            get(port, path)
        (worker,) = psutil.Process(server.pid).children()
        yield Figure("web_worker", "mb", round(worker.memory_info().rss / 2**20), WORKER_MB)
        yield behind_nginx(port)


@contextmanager
def web_server() -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    port = free_port()
    command = [sys.executable, "-m", "journal.server", "--port", str(port), "--workers", "1"]
    environment = {**os.environ, **TRIM_THRESHOLD}
    server = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        wait_for_answer(port)
        yield port, server
    finally:
        server.terminate()
        server.wait()


def addresses() -> dict[str, str]:
    """One of each kind of page that a reader sees."""
    others = {
        "site_home": "/kk/",
        "journal_page": f"/kk/{JOURNAL}/pages/about/",
        "keywords": "/kk/keywords/",
        "search_page": f"/ru/search/?q={quote(QUERIES[1])}",
    }
    return {name: paths[0] for name, paths in page_addresses().items()} | others


def fetched_page(port: int, path: str) -> Page:
    """A page with everything that a browser fetches for it."""
    page = get(port, path)
    text = page.body if not page.is_compressed else get(port, path, "identity").body
    links = {link for link in html.fromstring(text).xpath(FETCHED) if not link.startswith("data:")}
    own = sorted(link for link in links if not urlsplit(link).netloc)
    parts = [get(port, link) for link in own]
    styles = b"".join(get(port, link, "identity").body for link in own if ".css" in link)
    links |= {"".join(part.decode() for part in match) for match in CSS_ADDRESS.findall(styles)}
    return Page(
        size=sum(len(answer.body) for answer in (page, *parts)),
        has_other_hosts=any(urlsplit(link).netloc for link in links),
        is_compressed=page.is_compressed,
    )


def stylesheet_size(port: int) -> int:
    """Of the readers' pages, as it travels."""
    page = html.fromstring(get(port, addresses()["site_home"], "identity").body)
    (address,) = page.xpath("//link[@rel='stylesheet']/@href")
    return len(get(port, address).body)


def mixed_requests() -> list[str]:
    """Pages, the search with its Russian words, exports, a harvest, the API."""
    by_name = page_addresses()
    pages = [path for paths in by_name.values() for path in paths]
    keys = [path.split("/")[3] for path in by_name["article_page"]]
    exports = [f"/articles/{key}/export/crossref" for key in keys]
    queries = [f"/ru/search/?q={quote(query)}" for query in QUERIES]
    machines = ["/oai/?verb=ListRecords&metadataPrefix=jats", "/api/v1/articles", "/sitemap.xml"]
    return [*pages, *exports, *queries, *machines]


def get(port: int, path: str, encoding: str = "gzip") -> Answer:
    connection = http.client.HTTPConnection(HOST, port, timeout=60)
    connection.request("GET", path, headers={"Accept-Encoding": encoding})
    response = connection.getresponse()
    answer = Answer(response.headers, response.read())
    connection.close()
    return answer


def behind_nginx(port: int) -> Figure:
    """How many static files of its size nginx gives in the time of a page from its cache."""
    if missing := missing_programs():
        note = f"not measured: not installed: {', '.join(missing)}"
        return Figure("behind_nginx", "file_ratio", None, FILES_FOR_A_PAGE, note)
    (path, *_others) = page_addresses()["article_page"]
    with TemporaryDirectory() as folder, NginxSite(Path(folder) / "site", port) as site:
        _size, of_page, of_file = speeds(site, path)
    ratio = round(of_file / of_page, 2)
    return Figure("behind_nginx", "file_ratio", ratio, FILES_FOR_A_PAGE)


def wait_for_answer(port: int) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        try:
            get(port, "/healthz")
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit("the web server does not answer")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
