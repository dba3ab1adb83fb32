"""The deposit of one article without its timestamp, and the content that it was made of."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec

from articles.exports import FORMATS, NotExportable, stamp
from articles.records import json
from articles.records.record import Record

# Any moment: the body does not contain it.
NO_MOMENT = stamp(datetime(2000, 1, 1, tzinfo=UTC))


def deposit_body(record: Record) -> str:
    """The <body> element. Raises exports.NotExportable if Crossref's requirements are not met."""
    whole = b"".join(FORMATS["crossref"].write([record], NO_MOMENT)).decode()
    return whole[whole.index("<body>") :]


def current_deposit_body(record: Record) -> str:
    """The deposit body, or '' if Crossref's requirements are not met now."""
    try:
        return deposit_body(record)
    except NotExportable:
        return ""


def content_of(record: Record) -> str:
    """The record with its facts as JSON, without the full text, which no deposit contains."""
    return json.write_public(msgspec.structs.replace(record, body="")).decode()


def body_of_content(content: str) -> str:
    """The body that the present writer makes of kept content; '' if it makes none."""
    try:
        return current_deposit_body(json.load(content))
    except msgspec.DecodeError:
        return ""
