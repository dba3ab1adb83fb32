"""Crossref's deposit service over HTTP (support.crossref.org: HTTPS POST, and polling).

Knows no tables. What a caller must tell apart: the file certainly never arrived, it may have
arrived, or the service refused it. No error holds an address with a password in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from .service import Credentials

SECONDS = 30.0
BUSY = {429, 503}  # 502 and 504 come from between: the file may have passed


class NeverArrived(Exception):
    """No connection, or the service said that it is busy: send again later."""


class MayHaveArrived(Exception):
    """The connection broke after the upload began, or the answer makes no sense: ask first."""


class Unauthorised(Exception):
    """401 or 403 without a diagnostic: the credentials or the prefix are not accepted."""


class RefusedAtOnce(Exception):
    """403 or 400 with a diagnostic: the answer is in `body`."""

    def __init__(self, body: bytes) -> None:
        super().__init__("refused at once")
        self.body = body


class Client:
    """One service with one prefix's credentials."""

    def __init__(self, host: str, credentials: Credentials, seconds: float = SECONDS) -> None:
        self.host = host
        self.credentials = credentials
        self.http = httpx.Client(timeout=seconds, follow_redirects=False)

    def submit(self, name: str, xml: bytes) -> None:
        """Returns when the service says that it has the file: queued, not registered.

        Raises NeverArrived, MayHaveArrived, RefusedAtOnce or Unauthorised.
        """
        form = {
            "operation": "doMDUpload",
            "login_id": self.credentials.login,
            "login_passwd": self.credentials.password,
        }
        with outcomes():
            response = self.http.post(
                f"{self.host}/servlet/deposit",
                data=form,
                files={"fname": (name, xml, "application/xml")},
            )
        check_status(response)
        if b"SUCCESS" not in response.content:
            raise MayHaveArrived("The service answered without saying that it has the file.")

    def result(self, name: str) -> bytes:
        """The doi_batch_diagnostic of a file, by its name; the password goes in the body.

        Raises what `submit` raises.
        """
        form = {
            "usr": self.credentials.login,
            "pwd": self.credentials.password,
            "file_name": name,
            "type": "result",
        }
        with outcomes():
            response = self.http.post(f"{self.host}/servlet/submissionDownload", data=form)
        check_status(response)
        return response.content

    def close(self) -> None:
        self.http.close()


@contextmanager
def outcomes() -> Iterator[None]:
    """Connection errors by what they mean for the file; messages without the address."""
    try:
        yield
    except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
        raise NeverArrived(type(error).__name__) from None
    except httpx.HTTPError as error:
        raise MayHaveArrived(type(error).__name__) from None


def check_status(response: httpx.Response) -> None:
    code = response.status_code
    if code in BUSY:
        raise NeverArrived(f"HTTP {code}")
    if code in (400, 403) and b"doi_batch_diagnostic" in response.content:
        raise RefusedAtOnce(response.content)
    if code in (401, 403):
        raise Unauthorised(f"HTTP {code}")
    if code != 200:
        raise MayHaveArrived(f"HTTP {code}")
