"""A bucket over real HTTP: what the program asks of S3, kept in memory; and one that is silent."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, unquote, urlsplit

LIST = '<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">{}</ListBucketResult>'


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    @property
    def key(self) -> str:
        return unquote(urlsplit(self.path).path).removeprefix("/journal/")

    def answer(self, status: int, content: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(content)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def do_PUT(self) -> None:
        self.server.files[self.key] = self.body()
        self.answer(200, ETag='"1"')

    def do_DELETE(self) -> None:
        self.server.files.pop(self.key, None)
        self.answer(204)

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        if "prefix" in (query := parse_qs(urlsplit(self.path).query)):
            self.answer(200, self.listing(query["prefix"][0]))
        elif self.key not in self.server.files:
            self.answer(404)
        else:
            self.send_file(self.server.files[self.key])

    def send_file(self, content: bytes) -> None:
        wanted = self.headers.get("Range", "")
        self.server.ranges.append(wanted)
        if not wanted:
            self.answer(200, content, ETag='"1"')
            return
        first, last = map(int, wanted.removeprefix("bytes=").split("-"))
        place = f"bytes {first}-{last}/{len(content)}"
        self.answer(206, content[first : last + 1], Content_Range=place, ETag='"1"')

    def listing(self, prefix: str) -> bytes:
        names = [name for name in self.server.files if name.startswith(prefix)]
        contents = "".join(f"<Contents><Key>{name}</Key></Contents>" for name in names)
        return LIST.format(contents).encode()

    def body(self) -> bytes:
        """With or without the checksum that boto3 sends behind the bytes."""
        sent = self.rfile.read(int(self.headers["Content-Length"]))
        if "aws-chunked" not in self.headers.get("Content-Encoding", ""):
            return sent
        content = b""
        while (size := int(sent.split(b"\r\n", 1)[0].split(b";")[0], 16)) > 0:
            sent = sent.split(b"\r\n", 1)[1]
            content, sent = content + sent[:size], sent[size + 2 :]
        return content

    def log_message(self, format: str, *arguments: object) -> None:
        pass


class S3Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.files: dict[str, bytes] = {}
        self.ranges: list[str] = []

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes before it has everything is no error."""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


@contextmanager
def s3_server() -> Iterator[S3Server]:
    with S3Server() as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@contextmanager
def silent_server() -> Iterator[int]:
    """The port of a server that accepts connections and never answers."""
    with socket.create_server(("127.0.0.1", 0), backlog=512) as server:
        yield server.getsockname()[1]
