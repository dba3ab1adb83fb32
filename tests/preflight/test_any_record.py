"""Whatever a record holds, preflight ends with findings: quickly, and with messages in words."""

import time

import pytest
from hypothesis import HealthCheck, given, settings

from articles.preflight import findings
from articles.records.record import Reference
from tests.factories import a_public_record
from tests.strategies import records

SLOW = [HealthCheck.too_slow]


@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
@given(records())
def test_any_record_has_findings_that_can_be_read(record):
    for finding in findings(record):
        assert str(finding.message)
        assert "%(" not in f"{finding.message} {finding.remedy}"
        assert finding.check


HOSTILE = [
    "а" * 20_000,
    "а-" * 5_000,
    "[1, " * 5_000,
    "«" * 20_000,
    "А. " * 8_000,
    "10.5555/" * 5_000,
    "1-2" * 8_000,
    "- " * 20_000,
    "a@" * 20_000,
    "https://" * 5_000,
    "Х" * 20_000,
    "ХІ " * 15_000,
    "қатынасын дағы " * 3_000,
    "С. 1-2%(a)s" * 5_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:8])
def test_a_hostile_text_takes_no_longer_than_its_length(text):
    reference = Reference(text=text[:20_000], romanized=text[:20_000])
    record = a_public_record(body=f"<p>{text}</p>", references=(reference, reference))

    started = time.perf_counter()
    findings(record)

    assert time.perf_counter() - started < 5
