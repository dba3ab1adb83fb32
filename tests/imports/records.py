"""The records of a file, as an import reads them."""

from __future__ import annotations

from articles import imports
from articles.records.record import Record


def records_in(content: bytes) -> list[Record]:
    return [reading.record for reading in imports.read(content)]
