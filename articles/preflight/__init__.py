"""What is wrong with a record before it is printed: every check, in the order it is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from articles.records.findings import Finding
from articles.records.record import Record

from .required import check_required

Check = Callable[[Record], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (check_required,)


def findings(record: Record) -> list[Finding]:
    """All findings of all checks; the record carries its journal's policy."""
    return [finding for check in CHECKS for finding in check(record)]
