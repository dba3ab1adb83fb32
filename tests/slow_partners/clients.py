"""Clients that are a burden: slow, silent, or many at once."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection
from urllib.parse import urlencode

POST = (
    "POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n"
    "Content-Type: application/x-www-form-urlencoded\r\n\r\na=1"
)
GET = "GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
SMALL_BUFFER = 4_096


@contextmanager
def open_connections(port: int, count: int, request: str) -> Iterator[list[socket.socket]]:
    """The connections send the request, and then neither send nor read."""
    with ExitStack() as stack:
        connections = []
        for _number in range(count):
            connection = stack.enter_context(socket.socket())
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SMALL_BUFFER)
            connection.connect(("127.0.0.1", port))
            connection.sendall(request.encode())
            connections.append(connection)
        yield connections


def at_once(count: int, act: Callable[[int], int]) -> list[str]:
    """What `count` clients get that act at the same time, each with its number."""
    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(lambda number: timed(lambda: act(number)), range(count)))


def timed(act: Callable[[], int]) -> str:
    """What a client gets, and after how many seconds."""
    start = time.monotonic()
    try:
        what = str(act())
    except OSError as error:
        what = type(error).__name__
    return f"{what} after {time.monotonic() - start:.0f} s"


def get(port: int, path: str) -> int:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path)
    response = connection.getresponse()
    response.read()
    return response.status


def ask_for_a_password(port: int, address: str) -> int:
    """As a browser does it: the form first, for its token."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", "/admin/password_reset/")
    page = connection.getresponse()
    cookie = page.headers["Set-Cookie"].partition(";")[0]
    token = page.read().decode().partition('csrfmiddlewaretoken" value="')[2].partition('"')[0]
    body = urlencode({"csrfmiddlewaretoken": token, "email": address})
    headers = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
    connection.request("POST", "/admin/password_reset/", body, headers)
    return connection.getresponse().status
