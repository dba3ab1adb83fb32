"""The WSGI environment of a request, made from its ASGI scope."""

from __future__ import annotations

import sys
from http import HTTPStatus
from typing import IO, Any
from urllib.parse import unquote_to_bytes

Scope = dict[str, Any]

BODY_REFUSAL = "journal.body_refusal"  # the status with which the body was refused, or None
REPLACED_HEADERS = {"HTTP_CONTENT_LENGTH", "HTTP_TRANSFER_ENCODING"}  # the body is here whole


def wsgi_environ(
    scope: Scope, body: IO[bytes], refusal: HTTPStatus | None = None
) -> dict[str, Any]:
    """Text is bytes as Latin-1, as PEP 3333 has it. The body is the file, from its start."""
    host, port = scope.get("server") or ("localhost", 80)
    return {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(scope["raw_path"]).decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_NAME": host,
        "SERVER_PORT": str(port or 80),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "REMOTE_ADDR": (scope.get("client") or ("",))[0],
        **headers_environ(scope["headers"]),
        "CONTENT_LENGTH": str(size_of(body)),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.get("scheme", "http"),
        "wsgi.input": body,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
        BODY_REFUSAL: refusal,
    }


def headers_environ(headers: list[tuple[bytes, bytes]]) -> dict[str, str]:
    """A header with an underscore is left out: it could pass for one that a proxy sets."""
    environ: dict[str, str] = {}
    for raw_name, raw_value in headers:
        if b"_" in raw_name:
            continue
        name = raw_name.decode("latin-1").upper().replace("-", "_")
        key = name if name == "CONTENT_TYPE" else f"HTTP_{name}"
        value = raw_value.decode("latin-1")
        separator = "; " if name == "COOKIE" else ","
        environ[key] = f"{environ[key]}{separator}{value}" if key in environ else value
    return {key: value for key, value in environ.items() if key not in REPLACED_HEADERS}


def size_of(body: IO[bytes]) -> int:
    size = body.seek(0, 2)
    body.seek(0)
    return size
