"""What would be sent of one article, without the stamp: deposits are compared by it."""

from __future__ import annotations

from datetime import UTC, datetime

from articles.exports import FORMATS, stamp
from articles.records.record import Record

# Any moment does: what follows the head does not know it.
NO_MOMENT = stamp(datetime(2000, 1, 1, tzinfo=UTC))


def deposit_body(record: Record) -> str:
    """Raises exports.NotExportable where Crossref's demands are not met."""
    whole = b"".join(FORMATS["crossref"].write([record], NO_MOMENT)).decode()
    return whole[whole.index("<body>") :]
