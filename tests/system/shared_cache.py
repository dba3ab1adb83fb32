"""How fast nginx gives a page from its cache, and how soon readers see a change: in one run.

`python -m tests.system.shared_cache` starts PostgreSQL, the program and nginx with the files of
deploy/nginx, and asks with wrk for a page and, in turn, for a static file of its size.
"""

from __future__ import annotations

import os
import re
import shutil
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from urllib.request import Request, urlopen

import django
import msgspec
from django.core.management import call_command

from journal.quickstart import postgres
from tests.system.nginx_site import NginxSite

ROUNDS = 5
SECONDS = 4
CONNECTIONS = 32
ENCODINGS = ("gzip", "identity")


def main() -> None:
    if missing := missing_programs():
        sys.exit(f"Not installed: {', '.join(missing)}.")
    postgres.join()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "journal.settings")
    django.setup()
    with sample_site() as site:
        for encoding in ENCODINGS:
            report_speed(site, encoding)
        report_changes(site)


@contextmanager
def sample_site() -> Iterator[NginxSite]:
    """The journal of the sample in a database of its own, behind nginx."""
    from django.test.utils import setup_databases, teardown_databases

    from tests.browser.restarted import Server

    databases = setup_databases(verbosity=0, interactive=False)
    try:
        call_command("load_sample", stdout=StringIO())
        with (
            TemporaryDirectory() as folder,
            Server() as program,
            NginxSite(Path(folder) / "site", program.port) as site,
        ):
            yield site
    finally:
        teardown_databases(databases, verbosity=0)


# Speed.


def missing_programs() -> list[str]:
    return [name for name in ("nginx", "wrk", "openssl") if not shutil.which(name)]


def report_speed(site: NginxSite, encoding: str) -> None:
    size, of_page, of_file = speeds(site, article_path(), encoding)
    print(
        f"{encoding}: {size:,} bytes; the page {of_page:,.0f}, a file {of_file:,.0f} requests "
        f"a second; ratio {of_page / of_file:.2f}",
        flush=True,
    )


def speeds(site: NginxSite, path: str, encoding: str = "gzip") -> tuple[int, float, float]:
    """The size of the page, and requests a second of it and of a static file of that size."""
    page = f"{site.url}{path}"
    size = put_static_file(site, get(page, encoding))
    rates: dict[str, list[float]] = {page: [], f"{site.url}/static/page.bin": []}
    for _round in range(ROUNDS):  # in turn: what else the machine does slows both alike
        for url, figures in rates.items():
            figures.append(requests_per_second(url, encoding))
    of_page, of_file = (median(figures) for figures in rates.values())
    return size, of_page, of_file


def put_static_file(site: NginxSite, content: bytes) -> int:
    return (site.static / "page.bin").write_bytes(content)


def requests_per_second(url: str, encoding: str) -> float:
    options = ["-t2", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-H", f"Accept-Encoding: {encoding}"]
    done = subprocess.run(["wrk", *options, url], capture_output=True, text=True, check=True)
    if "Non-2xx" in done.stdout or "Socket errors" in done.stdout:
        sys.exit(done.stdout)
    (rate,) = re.findall(r"Requests/sec:\s+([\d.]+)", done.stdout)
    return float(rate)


def get(url: str, encoding: str = "identity") -> bytes:
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    request = Request(url, headers={"Accept-Encoding": encoding})
    with urlopen(request, timeout=30, context=context) as response:
        content: bytes = response.read()
    return content


# Changes.


def report_changes(site: NginxSite) -> None:
    """While others read the page, so that it is never out of the cache."""
    page = f"{site.url}{article_path()}"
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", "-d60s", "-H", "Accept-Encoding: gzip", page]
    readers = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        for name, change in (("release", release_title), ("withdrawal", withdraw)):
            print(f"{name}: seen after {seconds_until(page, change()):.1f} s", flush=True)
    finally:
        readers.kill()
        readers.wait()


def article_path() -> str:
    from articles.models import Article

    return f"/kk/articles/{Article.objects.public().earliest('pk').pk}/"


def release_title() -> Callable[[bytes], bool]:
    from articles.editing import save_article, working_record
    from articles.models import Article
    from articles.publishing.release import release

    article = Article.objects.public().earliest("pk")
    record = msgspec.structs.replace(working_record(article), title={"kk": "Жаңа тақырып"})
    save_article(record, article=article, base=article.version)
    article.refresh_from_db()
    release(article)
    return lambda page: "Жаңа тақырып".encode() in page


def withdraw() -> Callable[[bytes], bool]:
    from articles.models import Article
    from articles.publishing.publication import withdraw_article

    withdraw_article(Article.objects.public().earliest("pk"), reason="Қосарлас жарияланым")
    return lambda page: "Қосарлас жарияланым".encode() in page


def seconds_until(url: str, is_seen: Callable[[bytes], bool]) -> float:
    start = time.monotonic()
    while not is_seen(get(url)):
        time.sleep(0.02)
    return time.monotonic() - start


if __name__ == "__main__":
    main()
