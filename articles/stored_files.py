"""Stored files as responses: whole or a range of bytes, with an ETag, never in memory as a whole.

With FILES_BY_WEB_SERVER the web server in front of the program sends the bytes: the response only
names the file (`X-Accel-Redirect`, as nginx calls it), and ranges are the web server's work too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import blake2b
from urllib.parse import quote

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header

RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)
PART_BYTES = 2**16
ANY_CONTENT = "application/octet-stream"  # which no browser opens on our site


def file_response(
    request: HttpRequest, path: str, name: str, content_type: str, *, as_attachment: bool = False
) -> HttpResponseBase:
    """The file at the path in storage, under a name for the reader. Raises Http404.

    A path always leads to the same bytes, so it makes the ETag.
    """
    try:
        size = default_storage.size(path)
    except FileNotFoundError:
        raise Http404 from None
    etag = f'"{blake2b(path.encode(), digest_size=12).hexdigest()}"'
    unchanged = get_conditional_response(request, etag=etag)
    response = unchanged or bytes_response(request, path, size, etag)
    response["ETag"] = etag
    response["Accept-Ranges"] = "bytes"
    response["Content-Type"] = content_type
    response["Content-Disposition"] = content_disposition_header(as_attachment, name) or "inline"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def bytes_response(request: HttpRequest, path: str, size: int, etag: str) -> HttpResponseBase:
    if settings.FILES_BY_WEB_SERVER:
        location = settings.FILES_BY_WEB_SERVER + quote(path)
        return HttpResponse(headers={"X-Accel-Redirect": location})
    wanted = requested_range(request, size, etag)
    if wanted is None:
        return stream(path, range(size))
    if not wanted:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    response = stream(path, wanted, status=206)
    response["Content-Range"] = f"bytes {wanted.start}-{wanted.stop - 1}/{size}"
    return response


def requested_range(request: HttpRequest, size: int, etag: str) -> range | None:
    """The bytes of a `Range` header (RFC 9110, section 14); empty if the file has none of them.

    None for the whole file, also where several ranges or another unit are asked for, and where
    `If-Range` names other bytes than these.
    """
    match = RANGE.fullmatch(request.headers.get("Range", "").strip())
    is_same = request.headers.get("If-Range", etag) == etag
    if not match or request.method != "GET" or not is_same or not any(match.groups()):
        return None
    first, last = match.groups()
    if not first:
        return range(max(size - int(last), 0), size)
    if last and int(last) < int(first):
        return None
    return range(int(first), min(int(last) + 1, size) if last else size)


def stream(path: str, wanted: range, status: int = 200) -> StreamingHttpResponse:
    return StreamingHttpResponse(
        file_parts(path, wanted), status=status, headers={"Content-Length": str(len(wanted))}
    )


def file_parts(path: str, wanted: range) -> Iterator[bytes]:
    """The bytes in parts; a bucket has a way of its own to read a range."""
    if hasattr(default_storage, "read_range"):
        yield from default_storage.read_range(path, wanted, PART_BYTES)
        return
    with default_storage.open(path) as file:
        file.seek(wanted.start)
        for position in range(wanted.start, wanted.stop, PART_BYTES):
            yield file.read(min(PART_BYTES, wanted.stop - position))
