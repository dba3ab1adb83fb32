"""The deposit of one article without its timestamp, by which deposits are compared."""

from __future__ import annotations

from datetime import UTC, datetime

from articles.exports import FORMATS, stamp
from articles.records.record import Record

# Any moment: the body does not contain it.
NO_MOMENT = stamp(datetime(2000, 1, 1, tzinfo=UTC))


def deposit_body(record: Record) -> str:
    """The <body> element. Raises exports.NotExportable if Crossref's requirements are not met."""
    whole = b"".join(FORMATS["crossref"].write([record], NO_MOMENT)).decode()
    return whole[whole.index("<body>") :]
