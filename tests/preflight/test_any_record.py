"""Whatever a record holds, preflight ends with findings: quickly, and with messages in words."""

import pytest
from hypothesis import HealthCheck, given, settings

from articles.preflight import findings
from articles.records.record import Reference
from tests.factories import a_public_record
from tests.hostile import REPEATED
from tests.strategies import records

SLOW = [HealthCheck.too_slow]


@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
@given(records())
def test_any_record_has_findings_that_can_be_read(record):
    typed = "%(" in repr(record)  # then it is shown as it was typed
    for finding in findings(record):
        assert str(finding.message)
        assert typed or "%(" not in f"{finding.message} {finding.remedy}"
        assert finding.check


@pytest.mark.parametrize("text", REPEATED, ids=lambda text: text[:8])
def test_a_text_of_the_same_signs_again_and_again_has_findings(text):
    """In time that grows with the text: `make bench` says how long."""
    reference = Reference(text=text[:20_000], romanized=text[:20_000])
    record = a_public_record(body=f"<p>{text}</p>", references=(reference, reference))

    assert all(finding.check for finding in findings(record))
