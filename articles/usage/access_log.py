"""A line of an access log as a request: nginx's combined format, nginx's JSON, our own JSON.

https://nginx.org/en/docs/http/ngx_http_log_module.html names the fields; our own are in
docs/monitoring.md, those of deploy/nginx/journal.conf in docs/usage.md.
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache
from typing import Any

import msgspec

from .months import MONTH_NAMES

OWN_LOGGER = "journal.requests"
LATEST = 4_102_444_800  # the year 2100: a later time is a mistake
COMBINED = re.compile(
    r'(?P<address>\S{1,100}) \S+ \S.{0,200}? \[(?P<time>[^\]"]{20,30})\] '
    r'"(?P<method>[A-Z]{3,20}) (?P<path>\S+) HTTP/[\d.]+" (?P<status>\d{3}) [\d-]+ '
    r'"(?P<referrer>(?:[^"\\]|\\.)*+)" "(?P<agent>(?:[^"\\]|\\.)*+)"'
)
CONTENT_RANGE = re.compile(r"bytes (\d{1,18})-")


class UnknownLine(ValueError):
    """A line that is in none of the formats, or only half of one."""


class Access(msgspec.Struct, frozen=True):
    """One request. `time` is in seconds since 1970; `first_byte` is of a 206, None if not known."""

    time: int
    address: str
    agent: str
    method: str
    path: str  # without the query string
    status: int
    referrer: str = ""
    first_byte: int | None = None
    is_signed_in: bool = False


class JsonLine(msgspec.Struct):
    """Fields of both JSON formats; all others are passed over."""

    time: str
    method: str = ""
    uri: str = ""  # nginx's, with the query string
    path: str = ""  # our own
    status: int | str = 0
    address: str = ""
    agent: str = ""
    referer: str = ""
    range: str = ""
    signed_in: str = ""  # nginx's
    user: int | str | None = None  # our own
    logger: str = ""


json_line = msgspec.json.Decoder(JsonLine)


def parse_line(line: bytes) -> Access | None:
    """Return the request of a line; None for a line of our own log that is no request.

    Raises UnknownLine, and nothing else, for whatever cannot be read.
    """
    if line.startswith(b"{"):
        return _from_json(line)
    match = COMBINED.match(line.decode(errors="replace"))
    if match is None:
        raise UnknownLine
    fields: dict[str, Any] = match.groupdict()
    return Access(
        time=_combined_time(fields["time"]),
        address=fields["address"],
        agent=fields["agent"],
        method=fields["method"],
        path=_without_query(fields["path"]),
        status=int(fields["status"]),
        referrer=fields["referrer"],
    )


def _from_json(line: bytes) -> Access | None:
    fields = _decode(line)
    if fields.logger not in ("", OWN_LOGGER):
        return None
    has_user = fields.user not in (None, "")
    try:
        return Access(
            time=_seconds(fields.time),
            address=fields.address,
            agent=fields.agent,
            method=fields.method,
            path=_without_query(fields.uri or fields.path),
            status=int(fields.status),
            referrer=fields.referer,
            first_byte=_first_byte(fields.range),
            is_signed_in=bool(fields.signed_in) or has_user,
        )
    except (ValueError, OverflowError) as error:
        raise UnknownLine from error


def _decode(line: bytes) -> JsonLine:
    """nginx writes whatever bytes a browser sends, so they may be no UTF-8."""
    try:
        return json_line.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        pass
    try:
        return json_line.decode(line.decode(errors="replace").encode())
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UnknownLine from error


def _first_byte(content_range: str) -> int | None:
    """Return the first byte that a header such as `bytes 0-1023/4096` names."""
    match = CONTENT_RANGE.match(content_range)
    return int(match[1]) if match else None


def _without_query(path: str) -> str:
    return path.partition("?")[0]


MONTHS = {name: number for number, name in enumerate(MONTH_NAMES, 1)}
MOMENT = re.compile(r"(\d\d)/(\w{3})/(\d{4}):(\d\d:\d\d:\d\d) ([+-]\d\d)(\d\d)", re.ASCII)


@lru_cache(4_096)
def _combined_time(text: str) -> int:
    """Return the seconds of `29/Nov/2026:12:00:00 +0500`, whose months are English on every server.

    Raises UnknownLine.
    """
    match = MOMENT.fullmatch(text)
    if match is None or match[2] not in MONTHS:
        raise UnknownLine
    day, month, year, clock, hours, minutes = match.groups()
    try:
        return _seconds(f"{year}-{MONTHS[month]:02}-{day}T{clock}{hours}:{minutes}")
    except (ValueError, OverflowError) as error:
        raise UnknownLine from error


def _seconds(text: str) -> int:
    """Return the seconds since 1970 of a time as ISO 8601 writes it.

    Raises ValueError or OverflowError for one without a zone, before 1970 or after 2100.
    """
    moment = datetime.fromisoformat(text)
    seconds = int(moment.timestamp())
    if moment.tzinfo is None or not 0 <= seconds < LATEST:
        raise ValueError(text)
    return seconds
