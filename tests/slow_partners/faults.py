"""The faults, each made while others read. A fault yields what those who meet it see."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress

import psutil

from journal.quickstart import postgres
from tests.s3_server import s3_server, silent_server

from .clients import GET, POST, ask_for_a_password, at_once, get, open_connections
from .nginx import unbuffered_proxy
from .readers import Readers, other_readers
from .site import DATABASE, PDF_BYTES, PORT, Addresses, megabytes, person, web_server

COUNT = 20
SECONDS = 8.0
Fault = Callable[[Addresses], Iterator[str | Readers]]


def counted(answers: list[str]) -> str:
    return ", ".join(f"{count} × {what}" for what, count in sorted(Counter(answers).items()))


def held(port: int, request: str, pages: list[str]) -> Iterator[str | Readers]:
    with open_connections(port, COUNT, request), other_readers(port, pages) as readers:
        time.sleep(SECONDS)
    yield readers


def no_fault(site: Addresses) -> Iterator[str | Readers]:
    """nothing, to compare with"""
    with web_server() as server:
        with other_readers(PORT, site.pages) as readers:
            time.sleep(SECONDS)
        yield readers
        yield f"a worker holds {megabytes(server)} MB"


def idle_connections(site: Addresses) -> Iterator[str | Readers]:
    """20 connections that send nothing"""
    with web_server():
        yield from held(PORT, "", site.pages)


def endless_forms(site: Addresses) -> Iterator[str | Readers]:
    """20 POSTs to the sign-in that never end"""
    with web_server():
        yield from held(PORT, POST.format(path="/admin/login/"), site.pages)
        with open_connections(PORT, 1, POST.format(path="/admin/login/")) as (client,):
            client.settimeout(60)
            start = time.monotonic()
            with suppress(OSError):
                status = client.recv(100).decode()[9:12]
                yield f"such a client: {status} after {time.monotonic() - start:.0f} s"


def endless_bodies(site: Addresses) -> Iterator[str | Readers]:
    """20 POSTs that never end to a page without a form"""
    with web_server():
        yield from held(PORT, POST.format(path="/kk/"), site.pages)


def slow_readers(site: Addresses) -> Iterator[str | Readers]:
    """20 readers of a PDF of 40 MB who take nothing"""
    with web_server() as server:
        yield from held(PORT, GET.format(path=site.pdf), site.pages)
        yield f"a worker holds {megabytes(server)} MB"


def proxy_without_buffers(site: Addresses) -> Iterator[str | Readers]:
    """20 slow readers and 20 endless POSTs through nginx without buffers"""
    if not shutil.which("nginx"):
        yield "not run: nginx is not installed"
        return
    with web_server(), unbuffered_proxy(PORT) as port:
        post = POST.format(path="/admin/login/")
        with open_connections(port, COUNT, GET.format(path=site.pdf)):
            yield from held(port, post, site.pages)


def silent_mail_server(site: Addresses) -> Iterator[str | Readers]:
    """20 password resets while the mail server accepts and is silent"""
    with silent_server() as mail, web_server(EMAIL_HOST="127.0.0.1", EMAIL_PORT=str(mail)):
        with other_readers(PORT, site.pages) as readers:
            answers = at_once(COUNT, lambda number: ask_for_a_password(PORT, person(number)))
        yield readers
        yield f"who asked: {counted(answers)}"


def silent_redis(site: Addresses) -> Iterator[str | Readers]:
    """a Redis that accepts and is silent"""
    with silent_server() as port:
        yield from with_redis(site, port)


def absent_redis(site: Addresses) -> Iterator[str | Readers]:
    """a Redis that is away"""
    yield from with_redis(site, free_port())


def with_redis(site: Addresses, port: int) -> Iterator[str | Readers]:
    with web_server(REDIS_URL=f"redis://127.0.0.1:{port}/0"):
        with other_readers(PORT, site.pages) as readers:
            time.sleep(SECONDS)
        yield readers


def silent_bucket(site: Addresses) -> Iterator[str | Readers]:
    """20 readers of a PDF in a bucket that accepts and is silent"""
    with silent_server() as port:
        yield from with_bucket(site, f"http://127.0.0.1:{port}")


def absent_bucket(site: Addresses) -> Iterator[str | Readers]:
    """20 readers of a PDF in a bucket that is away"""
    yield from with_bucket(site, f"http://127.0.0.1:{free_port()}")


def slow_readers_of_a_bucket(site: Addresses) -> Iterator[str | Readers]:
    """20 readers of a PDF of 40 MB in a bucket who take nothing"""
    with s3_server() as bucket:
        bucket.files["galleys/large/large.pdf"] = bytes(PDF_BYTES)
        with web_server(**bucket_settings(bucket.url)) as server:
            yield from held(PORT, GET.format(path=site.pdf), site.pages)
            yield f"a worker holds {megabytes(server)} MB"


def with_bucket(site: Addresses, url: str) -> Iterator[str | Readers]:
    with web_server(**bucket_settings(url)):
        with other_readers(PORT, site.pages) as readers:
            answers = at_once(COUNT, lambda _number: get(PORT, site.pdf))
        yield readers
        yield f"who asked for the file: {counted(answers)}"


def bucket_settings(url: str) -> dict[str, str]:
    keys = {"AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "secret"}
    return {"S3_BUCKET": "journal", "S3_ENDPOINT": url, "AWS_DEFAULT_REGION": "us-east-1", **keys}


def restarted_database(site: Addresses) -> Iterator[str | Readers]:
    """PostgreSQL stopped for 4 s, and started again"""
    with web_server(), other_readers(PORT, site.pages) as during:
        time.sleep(2)
        postgres.stop(DATABASE)
        time.sleep(4)
        postgres.ensure_running(DATABASE)
        with other_readers(PORT, site.pages) as after:
            time.sleep(4)
        yield during
        yield f"after the restart: {after}"


def frozen_backends(site: Addresses) -> Iterator[str | Readers]:
    """all processes of PostgreSQL that serve the site frozen, 20 at most"""
    with web_server():
        with other_readers(PORT, site.pages):
            at_once(COUNT, lambda _number: get(PORT, site.pages[2]))
        backends = site_backends()[:COUNT]
        for backend in backends:
            backend.send_signal(signal.SIGSTOP)
        try:
            with other_readers(PORT, site.pages) as readers:
                time.sleep(SECONDS)
            yield readers
            yield f"{len(backends)} were frozen"
        finally:
            for backend in backends:
                with suppress(psutil.Error):
                    backend.send_signal(signal.SIGCONT)


def site_backends() -> list[psutil.Process]:
    server = postgres.running_server(DATABASE)
    own = {os.getpid()}
    children = server.children() if server else []
    return [one for one in children if one.pid not in own and "journal" in " ".join(one.cmdline())]


def killed_worker(site: Addresses) -> Iterator[str | Readers]:
    """one of two workers killed"""
    with web_server() as server, other_readers(PORT, site.pages) as readers:
        time.sleep(2)
        server.children()[0].kill()
        time.sleep(SECONDS)
        yield f"workers afterwards: {len(server.children())}"
    yield readers


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


FAULTS: list[Fault] = [
    no_fault,
    idle_connections,
    endless_forms,
    endless_bodies,
    slow_readers,
    proxy_without_buffers,
    silent_mail_server,
    silent_redis,
    absent_redis,
    silent_bucket,
    absent_bucket,
    slow_readers_of_a_bucket,
    restarted_database,
    frozen_backends,
    killed_worker,
]
