"""A client of Crossref's deposit service (support.crossref.org: HTTPS POST, and polling).

Its exceptions tell three cases apart: the file did not arrive, it may have arrived, or the service
refused it. No error message contains the password. The client uses no models.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from .service import Credentials

SECONDS = 30.0
BUSY = {429, 503}  # not 502 and 504: a proxy sends them, and the file may have passed it


class ServiceError(Exception):
    """A file could not be sent, or its result not be fetched; `code` is of `messages.MESSAGES`."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail


class NeverArrived(ServiceError):
    """No connection, or the service is busy: send the file again later."""


class MayHaveArrived(ServiceError):
    """The upload was interrupted, or the answer is unclear: ask before sending again."""


class Unauthorised(ServiceError):
    """401 or 403 without a diagnostic: credentials or prefix are not accepted."""


class RefusedAtOnce(Exception):
    """400 or 403 with a diagnostic, which is in `body`."""

    def __init__(self, body: bytes) -> None:
        super().__init__("refused at once")
        self.body = body


class Client:
    """A service with the credentials of one prefix."""

    def __init__(self, host: str, credentials: Credentials, seconds: float = SECONDS) -> None:
        self.host = host
        self.credentials = credentials
        self.http = httpx.Client(timeout=seconds, follow_redirects=False)

    def submit(self, name: str, xml: bytes) -> None:
        """Uploads a file and returns when the service has queued it; registration comes later.

        Raises NeverArrived, MayHaveArrived, RefusedAtOnce or Unauthorised.
        """
        form = {
            "operation": "doMDUpload",
            "login_id": self.credentials.login,
            "login_passwd": self.credentials.password,
        }
        with translated_errors():
            response = self.http.post(
                f"{self.host}/servlet/deposit",
                data=form,
                files={"fname": (name, xml, "application/xml")},
            )
        check_status(response)
        if b"SUCCESS" not in response.content:
            raise MayHaveArrived(
                "unclear", "The service answered without saying that it has the file."
            )

    def result(self, name: str) -> bytes:
        """The doi_batch_diagnostic of a file, by its name. Raises what `submit` raises.

        The password is sent in the body, so that no log of addresses contains it.
        """
        form = {
            "usr": self.credentials.login,
            "pwd": self.credentials.password,
            "file_name": name,
            "type": "result",
        }
        with translated_errors():
            response = self.http.post(f"{self.host}/servlet/submissionDownload", data=form)
        check_status(response)
        return response.content

    def close(self) -> None:
        self.http.close()


@contextmanager
def translated_errors() -> Iterator[None]:
    """Turns errors of httpx into NeverArrived or MayHaveArrived, without the address."""
    try:
        yield
    except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
        raise NeverArrived("unreachable", type(error).__name__) from None
    except httpx.HTTPError as error:
        raise MayHaveArrived("unclear", type(error).__name__) from None


def check_status(response: httpx.Response) -> None:
    code = response.status_code
    if code in BUSY:
        raise NeverArrived("busy", f"HTTP {code}")
    if code in (400, 403) and b"doi_batch_diagnostic" in response.content:
        raise RefusedAtOnce(response.content)
    if code in (401, 403):
        raise Unauthorised("login_refused", f"HTTP {code}")
    if code != 200:
        raise MayHaveArrived("unclear", f"HTTP {code}")
