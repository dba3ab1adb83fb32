"""Any file is read by the schema that it names, or refused with the place of the error."""

import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.exports import FORMATS
from articles.imports import Unreadable
from articles.records.json import write
from articles.records.record import Record
from tests.exports.articles import STAMP
from tests.factories import a_public_record
from tests.imports.records import records_in
from tests.strategies import records


@given(st.lists(records(), min_size=1, max_size=3))
@settings(max_examples=40, deadline=None)
def test_records_come_back_from_one_file_in_their_order(written):
    content = b"[" + b",".join(map(write, written)) + b"]"

    assert records_in(content) == written


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf", b"\n "])
def test_json_with_the_name_of_a_column_is_no_table(start):
    record = a_public_record(title={"ru": "Столбец title_ru"})

    (back,) = records_in(start + write(record))

    assert back.title == {"ru": "Столбец title_ru"}


def test_a_byte_order_mark_is_no_error():
    (record,) = records_in(b'\xef\xbb\xbf{"schema":"record/1","language":"kk"}')

    assert record.language == "kk"


BROKEN = "Invalid JSON from this point: a character is wrong or missing, or the file is incomplete."
NOT_OURS = "Unknown JSON: “schema” must be “record/1” or “manuscript-truth/1”."


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "The file is empty. Export or upload it again."),
        ('{"a":\n "қа" x}'.encode(), f"line 2, column 7: {BROKEN}"),
        (b'\n\n{"schema"', f"line 3, column 10: {BROKEN}"),
        (b"[]", "The file contains no article."),
        (b'"text"', "Unknown JSON: an article must be an object in braces."),
        (b"{}", f"schema: {NOT_OURS}"),
        (b'{"schema":["record/1"]}', f"schema: {NOT_OURS}"),
        (b"[" * 50_000, "Unknown JSON: it is nested too deeply."),
        (b'{"schema":"record/1"}', "The field “language” is missing."),
        (
            b'[{"schema":"record/1","language":"kk"},{"schema":"record/1","language":"tr"}]',
            "record 2: language: 'tr' is not a valid choice.",
        ),
        (
            b'{"schema":"record/1","language":"kk","authors":[{"orcd":"x"}]}',
            "authors[1]: Unknown field “orcd”. Check the name for typos.",
        ),
        (
            b'{"schema":"record/1","language":"kk","title":{"kk":"a\\u0000b"}}',
            "title.kk: Character 2 is a control character (U+0000) and is not allowed. "
            "Delete it or type the text again.",
        ),
    ],
)
def test_a_file_of_another_form_is_refused_with_the_place_of_the_error(content, message):
    with pytest.raises(Unreadable) as refused:
        records_in(content)

    assert str(refused.value) == message


@given(st.binary(max_size=60) | st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(["schema", "authors", "title", "dates", "language", "article_language"]),
        inner | st.sampled_from(["record/1", "manuscript-truth/1", "kk"]),
        max_size=4,
    ),
    max_leaves=8,
).map(lambda tree: json.dumps(tree).encode()))  # fmt: skip
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_records_or_refused(content):
    with suppress(Unreadable):
        assert all(isinstance(record, Record) for record in records_in(content))


def test_a_file_with_a_record_on_each_line_is_read_as_our_export_writes_it():
    records = [a_public_record(doi=f"10.5555/{number}") for number in (1, 2)]
    content = b"".join(FORMATS["record"].write(records, STAMP))

    assert [record.doi for record in records_in(content)] == ["10.5555/1", "10.5555/2"]
