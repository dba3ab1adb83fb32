"""The findings of each format about records with one fault equal the golden files."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from articles.exports import FORMATS, NotExportable, require_exportable
from articles.records.findings import Finding
from articles.records.record import Record
from tests.broken_records import RECORDS
from tests.goldens import golden


def line_of(finding: Finding) -> str:
    facts = (finding.level, finding.rule, finding.check, finding.field, finding.language or "-")
    spot = (
        f" «{finding.spot.excerpt}» {finding.spot.start}-{finding.spot.end}" if finding.spot else ""
    )
    return f"  {' '.join(facts)}: {finding.message} | {finding.remedy}{spot}"


def lines_of(records: dict[str, Record], judge: Callable[[Record], Iterable[Finding]]) -> bytes:
    """The findings of each record by name, without those that the usual one has too."""
    lines: list[str] = []
    usual: set[str] = set()
    for name, record in records.items():
        found = [line_of(finding) for finding in judge(record)]
        new = [line for line in found if line not in usual]
        usual = usual or set(found)
        lines += [name, *new] if new else []
    return "\n".join([*lines, ""]).encode()


@pytest.mark.parametrize("format", FORMATS)
def test_the_findings_equal_the_golden_file(format):
    written = lines_of(RECORDS, FORMATS[format].check)

    assert written == golden(f"findings/{format}.txt", written)


@pytest.mark.parametrize("format", FORMATS)
def test_a_record_is_exportable_unless_a_finding_blocks(format):
    for record in RECORDS.values():
        is_blocked = any(finding.is_blocking() for finding in FORMATS[format].check(record))
        try:
            require_exportable(record, FORMATS[format].check)
        except NotExportable:
            assert is_blocked
        else:
            assert not is_blocked
