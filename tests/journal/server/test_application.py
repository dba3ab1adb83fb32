"""The ASGI application: bodies within limits, streams as the client takes them, 503 when busy."""

import asyncio
import errno
from http import HTTPStatus

import pytest
from django.http import HttpResponse, StreamingHttpResponse

from journal.server import application as module
from journal.server import request_body
from journal.server.application import Application
from journal.server.environ import BODY_REFUSAL

DISCONNECT = {"type": "http.disconnect"}


def body(content, more=False):
    return {"type": "http.request", "body": content, "more_body": more}


class Client:
    """Sends the messages, then nothing more; keeps what it is sent."""

    def __init__(self, *messages):
        self.messages = list(messages)
        self.sent = []

    async def receive(self):
        if self.messages:
            return self.messages.pop(0)
        return await asyncio.Event().wait()

    async def send(self, message):
        self.sent.append(message)
        await asyncio.sleep(0)

    @property
    def status(self):
        return self.sent[0]["status"]

    @property
    def content(self):
        return b"".join(message["body"] for message in self.sent[1:])


def scope(method="POST", headers=()):
    return {
        "type": "http",
        "method": method,
        "raw_path": b"/kk/%D2%93/",
        "path": "/kk/ғ/",
        "query_string": b"q=%41",
        "http_version": "1.1",
        "headers": list(headers),
        "client": ("192.0.2.1", "50000"),
        "server": ("127.0.0.1", "8000"),
    }


def application(answer, takes_body=True):
    """Django's part is a function from the environ to a response."""

    def wsgi(environ, start_response):
        return answer(environ)

    return Application(
        wsgi,
        lambda scope: takes_body,
        lambda: HttpResponse("busy", status=503),
        lambda scope: scope["method"] == "OPTIONS",
    )


def ask(app, client, **options):
    asyncio.run(app(scope(**options), client.receive, client.send))
    return client


def echo(environ):
    if refusal := environ[BODY_REFUSAL]:
        return HttpResponse("refused", status=refusal)
    return HttpResponse(environ["wsgi.input"].read())


def environ_of(**options):
    environs = []
    app = application(lambda environ: environs.append(environ) or HttpResponse(), False)
    ask(app, Client(), **options)
    return environs[0]


def test_a_body_that_comes_in_parts_is_given_to_django_as_a_whole():
    client = ask(application(echo), Client(body(b"one ", more=True), body(b"two")))

    assert (client.status, client.content) == (200, b"one two")


def test_a_body_that_nobody_reads_is_not_waited_for():
    client = ask(application(echo, takes_body=False), Client())

    assert (client.status, client.content) == (200, b"")


def test_a_body_that_stops_coming_is_refused(monkeypatch):
    monkeypatch.setattr(request_body, "IDLE_SECONDS", 0.01)

    client = ask(application(echo), Client(body(b"one ", more=True)))

    assert (client.status, client.content) == (408, b"refused")


def test_a_body_that_comes_drop_by_drop_is_refused(monkeypatch):
    monkeypatch.setattr(request_body, "START_SECONDS", 0)
    monkeypatch.setattr(request_body, "LEAST_BYTES_PER_SECOND", 1_000)

    client = ask(application(echo), Client(*[body(b"a", more=True)] * 5))

    assert client.status == 408


def test_a_body_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(request_body, "MAX_BYTES", 3)

    client = ask(application(echo), Client(body(b"one ", more=True)))

    assert client.status == 413


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_a_body_that_the_disk_has_no_room_for_is_refused(number):
    class FullDisk:
        def write(self, chunk):
            raise OSError(number, "")

    assert request_body.write_chunk(FullDisk(), b"a") == HTTPStatus.INSUFFICIENT_STORAGE


def test_a_client_that_goes_before_its_body_is_complete_is_not_answered():
    client = ask(application(echo), Client(body(b"one ", more=True), DISCONNECT))

    assert client.sent == []


def test_a_stream_is_sent_in_parts_that_are_not_too_small(monkeypatch):
    monkeypatch.setattr(module, "PART_BYTES", 4)
    parts = [b"ab", b"cd", b"efgh", b"i"]
    app = application(lambda environ: StreamingHttpResponse(parts), takes_body=False)

    client = ask(app, Client(), method="GET")

    assert [message["body"] for message in client.sent[1:]] == [b"abcd", b"efgh", b"i", b""]


def endless(closed):
    try:
        while True:
            yield b"x" * 2**16
    finally:
        closed.append(True)


@pytest.mark.parametrize(("method", "messages"), [("GET", [DISCONNECT]), ("HEAD", [])])
def test_a_stream_is_closed_when_nobody_takes_it(method, messages):
    closed = []
    stream = endless(closed)
    next(stream)
    app = application(lambda environ: StreamingHttpResponse(stream), takes_body=False)

    ask(app, Client(*messages), method=method)

    assert closed == [True]


def test_a_client_that_takes_nothing_is_let_go(monkeypatch):
    monkeypatch.setattr(module, "STALLED_SECONDS", 0.01)
    closed = []

    class Stalled(Client):
        async def send(self, message):
            await super().send(message)
            if len(self.sent) > 3:
                await asyncio.Event().wait()

    app = application(lambda environ: StreamingHttpResponse(endless(closed)), takes_body=False)

    with pytest.raises(TimeoutError):
        ask(app, Stalled(), method="GET")
    assert closed == [True]


def test_without_a_free_thread_the_answer_is_503(monkeypatch):
    monkeypatch.setattr(module, "WAIT_SECONDS", 0.01)
    app = application(echo)
    app.free_threads = asyncio.Semaphore(0)

    client = ask(app, Client(body(b"")))

    assert (client.status, client.content) == (503, b"busy")
    assert ask(app, Client(body(b"")), method="OPTIONS").status == 200  # monitoring


def test_the_environ_has_the_address_as_wsgi_writes_it():
    environ = environ_of()

    assert environ["PATH_INFO"] == "/kk/ғ/".encode().decode("latin-1")
    assert (environ["QUERY_STRING"], environ["REMOTE_ADDR"]) == ("q=%41", "192.0.2.1")


def test_headers_given_twice_are_joined_and_names_with_underscores_are_left_out():
    headers = [(b"cookie", b"a=1"), (b"cookie", b"b=2"), (b"accept", b"x"), (b"accept", b"y")]

    environ = environ_of(headers=[*headers, (b"x_forwarded_proto", b"https")])

    assert (environ["HTTP_COOKIE"], environ["HTTP_ACCEPT"]) == ("a=1; b=2", "x,y")
    assert "HTTP_X_FORWARDED_PROTO" not in environ


def test_the_length_of_the_body_is_that_of_what_arrived():
    environ = environ_of(headers=[(b"content-length", b"900"), (b"transfer-encoding", b"chunked")])

    assert environ["CONTENT_LENGTH"] == "0"
    assert "HTTP_TRANSFER_ENCODING" not in environ
