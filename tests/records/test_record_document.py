"""docs/record.md describes every field, and its example is a valid record."""

import re
from pathlib import Path

import pytest

from articles.records.record import (
    Affiliation,
    Authorship,
    Funding,
    Galley,
    Internal,
    Record,
    Reference,
    Relation,
    Statements,
)
from articles.records.validation import validate
from tests.imports.records import records_in

DOCUMENT = (Path(__file__).parents[2] / "docs" / "record.md").read_text()
PARTS = (Affiliation, Authorship, Funding, Galley, Internal, Reference, Relation, Statements)


@pytest.mark.parametrize("value", [Record, *PARTS])
def test_every_field_is_described(value):
    untold = [field for field in value.__struct_fields__ if f"`{field}`" not in DOCUMENT]

    assert untold == []


def test_the_example_is_a_valid_record():
    example = re.search("```json\n(.*?)```", DOCUMENT, re.DOTALL)[1]

    (record,) = records_in(example.encode())

    assert validate(record) == []
