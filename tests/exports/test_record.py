"""The public JSON, and what all writers share."""

from datetime import UTC, datetime

import msgspec
import pytest

from articles.exports import FORMATS, NotExportable, Stamp, stamp
from articles.records import json
from articles.records.record import Internal
from tests.factories import a_public_record, an_author

STAMP = stamp(datetime(2026, 11, 24, 8, 45, tzinfo=UTC))


def test_the_number_of_a_stamp_is_its_moment_in_utc_with_17_digits():
    assert (
        Stamp(
            "batch-20261124084500000",
            "20261124084500000",
            datetime(2026, 11, 24, 8, 45, tzinfo=UTC),
        )
        == STAMP
    )


@pytest.mark.parametrize(
    ("batch", "number"), [("batch", "20261124084500"), ("abc", "20261124084500000")]
)
def test_a_stamp_with_a_short_number_or_batch_is_refused(batch, number):
    with pytest.raises(ValueError):
        Stamp(batch, number, STAMP.at)


def test_a_record_is_read_back_without_what_is_never_public():
    author = an_author(email="a@example.org")
    record = a_public_record(authors=(author,), internal=Internal(review_count=2))

    (line,) = FORMATS["record"].write([record], STAMP)

    public = msgspec.structs.replace(author, email="")
    assert json.read(line) == msgspec.structs.replace(
        record, authors=(public,), internal=Internal()
    )


@pytest.mark.parametrize("sign", ["\x0b", "\ufffe", "\ud800"])
@pytest.mark.parametrize("format", FORMATS.values(), ids=FORMATS)
def test_a_control_character_is_refused_with_its_field(format, sign):
    record = a_public_record(title={"ru": f"Степь{sign}"})

    with pytest.raises(NotExportable) as refused:
        list(format.write([record], STAMP))

    assert [finding.field for finding in refused.value.findings] == ["title.ru"]
