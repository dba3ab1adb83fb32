"""nginx with the files of deploy/nginx, before a program that is only played."""

import gzip
import http.client
import re
import shutil
import socket
import ssl
import threading
import time
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from articles.usage.access_log import parse_line

from .nginx_site import HOST, NginxSite

pytestmark = pytest.mark.skipif(
    not (shutil.which("nginx") and shutil.which("openssl")), reason="nginx is not installed"
)
SHARED = {"Cache-Control": "max-age=0, s-maxage=60", "Vary": "Accept-Encoding"}
PAGE = b"<p>page</p>" * 200


class Program:
    """Answers each request with `headers` and PAGE, and keeps what it was asked."""

    def __init__(self):
        self.status = 200
        self.headers = {}
        self.requests = []
        program = self

        class Handler(BaseHTTPRequestHandler):
            def answer(self):
                length = int(self.headers.get("Content-Length") or 0)
                body = self.rfile.read(length)
                program.requests.append((self.command, self.path, dict(self.headers), body))
                content = gzip.compress(PAGE)
                self.send_response(program.status)
                for name, value in {"Content-Type": "text/html", **program.headers}.items():
                    self.send_header(name, value)
                self.send_header("Content-Encoding", "gzip")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            do_GET = do_POST = answer

            def log_message(self, *arguments):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def program():
    program = Program()
    yield program
    program.stop()


@pytest.fixture
def site(program, tmp_path):
    with NginxSite(tmp_path / "site", program.port) as site:
        yield site


def ask(site, path="/kk/", method="GET", body=None, **headers):
    context = ssl._create_unverified_context()
    connection = http.client.HTTPSConnection(HOST, site.port, context=context, timeout=20)
    sent = {"Accept-Encoding": "gzip", **{k.replace("_", "-"): v for k, v in headers.items()}}
    connection.request(method, path, body, sent)
    response = connection.getresponse()
    response.content = response.read()
    connection.close()
    return response


# The cache.


def test_an_anonymous_page_is_asked_for_once(site, program):
    program.headers = SHARED

    answers = [ask(site) for _time in range(5)]

    assert len(program.requests) == 1
    assert {gzip.decompress(answer.content) for answer in answers} == {PAGE}
    assert [answer.headers["X-Cache"] for answer in answers[:2]] == ["MISS", "HIT"]
    assert len({answer.headers["X-Request-ID"] for answer in answers}) == 5


def test_one_compressed_copy_serves_all(site, program):
    program.headers = SHARED

    answers = [ask(site, Accept_Encoding=encoding) for encoding in ("br, gzip", "identity", "")]

    assert len(program.requests) == 1
    assert program.requests[0][2]["Accept-Encoding"] == "gzip"
    assert [answer.headers["Content-Encoding"] for answer in answers] == ["gzip", None, None]
    assert answers[1].content == answers[2].content == PAGE


@pytest.mark.parametrize(
    "headers",
    [{"Cookie": "sessionid=x"}, {"Cookie": "messages=x"}, {"Authorization": "Basic eA=="}],
)
def test_a_session_neither_gets_nor_leaves_a_copy(site, program, headers):
    program.headers = {**SHARED, "X-For": "editor"}
    assert [ask(site, **headers).headers["X-For"] for _time in range(2)] == ["editor"] * 2
    assert len(program.requests) == 2

    program.headers = {**SHARED, "X-For": "reader"}
    assert [ask(site).headers["X-For"] for _time in range(2)] == ["reader"] * 2
    assert len(program.requests) == 3

    program.headers = {**SHARED, "X-For": "editor"}
    assert ask(site, **headers).headers["X-For"] == "editor"


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Cache-Control": "private, no-store"},
        {"Cache-Control": "private, no-cache"},
        {"Cache-Control": "public, no-cache"},
        {**SHARED, "Set-Cookie": "csrftoken=x"},
    ],
)
def test_what_the_program_does_not_share_is_not_kept(site, program, headers):
    program.headers = headers

    ask(site)
    ask(site)

    assert len(program.requests) == 2


@pytest.mark.parametrize("path", ["/ru/", "/kk/?page=2", "/kk/search/?q=a"])
def test_each_address_has_its_own_copy(site, program, path):
    program.headers = SHARED
    ask(site)

    ask(site, path)

    assert [request[1] for request in program.requests] == ["/kk/", path]


def test_pages_of_editors_are_never_kept(site, program):
    program.headers = SHARED

    ask(site, "/admin/")
    ask(site, "/admin/")

    assert len(program.requests) == 2


def test_a_page_just_read_goes_on_while_the_database_is_away(site, program):
    program.headers = {"Cache-Control": "max-age=0, s-maxage=1"}
    page = ask(site).content
    time.sleep(2.1)
    program.status, program.headers = 503, {"Cache-Control": "no-store", "Retry-After": "30"}

    assert (ask(site).status, ask(site).content) == (200, page)
    assert ask(site, Cookie="sessionid=x").status == 503
    assert ask(site, "/ru/").headers["Retry-After"] == "30"


# Files.


@pytest.mark.parametrize("path", ["/kk/articles/1/files/2/a.pdf", "/issues/1/cover/a.png"])
def test_files_are_sent_by_nginx_with_the_headers_of_the_program(site, program, path):
    (site.folder / "files" / "a b.pdf").write_bytes(b"%PDF-1.4 whole")
    program.headers = {
        "X-Accel-Redirect": "/protected-files/a%20b.pdf",
        "Content-Type": "application/pdf",
        "Content-Disposition": 'inline; filename="a.pdf"',
        "Content-Security-Policy": "sandbox",
        "X-Content-Type-Options": "nosniff",
        "Link": '<https://doi.org/10.5555/a>; rel="cite-as"',
        "Cache-Control": SHARED["Cache-Control"],
    }

    whole, part = ask(site, path), ask(site, path, Range="bytes=0-3")

    assert (whole.status, whole.content) == (200, b"%PDF-1.4 whole")
    assert (part.status, part.content) == (206, b"%PDF")
    for name, value in program.headers.items():
        if name != "X-Accel-Redirect":
            assert whole.headers.get_all(name) == part.headers.get_all(name) == [value]
    assert ask(site, path, If_None_Match=whole.headers["ETag"]).status == 304
    resumed = ask(site, path, Range="bytes=9-", If_Range=whole.headers["ETag"])
    assert (resumed.status, resumed.content) == (206, b"whole")
    assert len(program.requests) == 4  # the program decides each time


def test_the_log_has_what_usage_is_counted_by(site, program):
    """docs/usage.md: the first byte of a part, and whether an editor is signed in."""
    (site.folder / "files" / "a.pdf").write_bytes(b"%PDF-1.4 whole")
    program.headers = {"X-Accel-Redirect": "/protected-files/a.pdf"}
    path = "/kk/articles/1/files/2/a.pdf"

    for headers in ({}, {"Range": "bytes=0-3"}, {"Range": "bytes=9-"}, {"Cookie": "sessionid=s3"}):
        ask(site, path, **headers)
    logged = logged_accesses(site, 4)

    # Each process of nginx writes its own lines some seconds later: in any order.
    facts = {(access.status, access.first_byte, access.is_signed_in) for access in logged}
    assert facts == {(200, None, False), (206, 0, False), (206, 9, False), (200, None, True)}
    assert {access.path for access in logged} == {path}
    assert "s3" not in (site.folder / "log" / "access.log").read_text()


def logged_accesses(site, count):
    """The lines of nginx's log, once it has written so many."""
    log = site.folder / "log" / "access.log"
    end = time.monotonic() + 10
    while time.monotonic() < end and log.read_bytes().count(b"\n") < count:
        time.sleep(0.2)
    return [parse_line(line) for line in log.read_bytes().splitlines()]


def test_nobody_reaches_files_past_the_program(site, program):
    (site.folder / "files" / "draft.pdf").write_bytes(b"%PDF-1.4 draft")

    assert ask(site, "/protected-files/draft.pdf").status == 404
    assert ask(site, "/static/../files/draft.pdf").content != b"%PDF-1.4 draft"
    assert ask(site, "/static../files/draft.pdf").content != b"%PDF-1.4 draft"


def test_static_files_come_compressed_where_they_are(site, program):
    (site.static / "style.0123456789ab.css").write_bytes(b"p {}")
    (site.static / "style.0123456789ab.css.gz").write_bytes(gzip.compress(b"p {}"))

    answer = ask(site, "/static/style.0123456789ab.css")

    assert answer.headers["Content-Encoding"] == "gzip"
    assert "immutable" in answer.headers["Cache-Control"]
    assert program.requests == []


# Slow clients, limits, a program that is away.


def test_the_program_is_not_asked_before_a_form_is_here_whole(site, program):
    context = ssl._create_unverified_context()
    with (
        socket.create_connection(("127.0.0.1", site.port)) as plain,
        context.wrap_socket(plain, server_hostname=HOST) as client,
    ):
        head = f"POST /admin/ HTTP/1.1\r\nHost: {HOST}\r\nContent-Length: 10\r\n\r\n"
        client.sendall(head.encode() + b"a=1&b")
        assert ask(site, "/ru/").status == 200
        assert [request[1] for request in program.requests] == ["/ru/"]

        client.sendall(b"=2222")
        client.recv(100)

    assert program.requests[-1][3] == b"a=1&b=2222"


@pytest.mark.parametrize(
    "request_line",
    ["", "POST /admin/ HTTP/1.1\r\nContent-Length: 1000", "GET /articles/1/files/2/a.pdf HTTP/1.1"],
)
def test_twenty_slow_clients_keep_nobody_out(site, program, request_line):
    """Idle ones, forms that never end, readers of 40 MB who take nothing."""
    (site.folder / "files" / "a.pdf").write_bytes(b"%PDF" + bytes(40 * 2**20))
    program.headers = {"X-Accel-Redirect": "/protected-files/a.pdf"}
    head = f"{request_line}\r\nHost: {HOST}\r\n\r\n".encode() if request_line else b""
    context = ssl._create_unverified_context()
    with ExitStack() as stack:
        for _number in range(20):
            plain = stack.enter_context(socket.create_connection(("127.0.0.1", site.port)))
            client = stack.enter_context(context.wrap_socket(plain, server_hostname=HOST))
            client.sendall(head)
        program.headers = {}

        assert [ask(site, "/ru/").status for _time in range(10)] == [200] * 10


def test_passwords_are_limited_and_pages_are_not(site):
    posts = [ask(site, "/admin/login/", "POST", b"username=a").status for _time in range(30)]
    gets = [ask(site, "/admin/login/").status for _time in range(30)]

    assert posts[:10] == [200] * 10
    assert posts[-1] == 429
    assert set(gets) == {200}


@pytest.mark.parametrize(("path", "status"), [("/kk/", 413), ("/admin/", 200)])
def test_only_editors_send_much(site, path, status):
    assert ask(site, path, "POST", b"x" * (2 * 2**20)).status == status


def test_readers_are_told_when_the_program_is_away(site, program):
    program.stop()

    answer = ask(site)

    assert (answer.status, answer.headers["Retry-After"]) == (503, "30")
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    text = answer.content.decode()
    assert re.findall(r'lang="(\w+)"', text) == ["kk", "ru", "en"]


def test_http_leads_to_https(site):
    connection = http.client.HTTPConnection(HOST, site.http_port, timeout=20)
    connection.request("GET", "/kk/?a=1")

    assert connection.getresponse().headers["Location"] == f"https://{HOST}/kk/?a=1"


def test_other_hosts_get_no_answer(site):
    context = ssl._create_unverified_context()
    with (
        socket.create_connection(("127.0.0.1", site.port)) as plain,
        pytest.raises(OSError, match=r"(?i)unrecognized|name|alert"),
    ):
        context.wrap_socket(plain, server_hostname="other.example")
