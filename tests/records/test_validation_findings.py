"""What makes a record invalid, word for word, in records with one thing wrong."""

from articles.records.validation import validate
from tests.broken_records import RECORDS
from tests.exports.test_findings import lines_of
from tests.goldens import golden


def test_findings_are_those_of_the_golden_file():
    written = lines_of(RECORDS, validate)

    assert written == golden("findings/validity.txt", written)
