"""The JSON of a record is written and read without loss; anything else is refused."""

import json as plain_json

import pytest
from hypothesis import given, settings

from articles.records import json
from articles.records.json import NotARecord, read, write, write_public
from articles.records.record import Internal
from tests.factories import a_record, an_author
from tests.goldens import golden
from tests.strategies import records


@given(records())
@settings(max_examples=150, deadline=None)
def test_a_record_is_read_back_without_loss(record):
    assert read(write(record)) == record


def test_the_json_names_its_schema_and_keeps_the_order_of_languages():
    tree = plain_json.loads(write(a_record()))

    assert tree["schema"] == "record/1"
    assert list(tree["title"]) == ["kk", "ru", "en"]


def test_languages_are_read_in_order_and_without_empty_ones():
    record = read(b'{"schema":"record/1","language":"kk","title":{"en":"T","ru":"","kk":"A"}}')

    assert list(record.title.items()) == [("kk", "A"), ("en", "T")]


def test_text_is_read_as_nfc():
    composed = read('{"schema":"record/1","language":"ru","title":{"ru":"и\u0306"}}'.encode())

    assert composed.title == {"ru": "й"}


@pytest.mark.parametrize(
    ("foreign", "message"),
    [
        (b"[1]", 'This is not a record: "schema": "record/1" is missing.'),
        (b'{"schema":"record/9"}', 'This is not a record: "schema": "record/1" is missing.'),
        (b'{"schema":"record/1","language":"tr"}', "Invalid enum value 'tr' - at `$.language`"),
        (
            b'{"schema":"record/1","language":"kk","authors":[{"orcd":"x"}]}',
            "Object contains unknown field `orcd` - at `$.authors[0]`",
        ),
    ],
)
def test_anything_else_is_refused_with_its_place(foreign, message):
    with pytest.raises(NotARecord) as refused:
        read(foreign)

    assert str(refused.value) == message


@pytest.mark.parametrize("foreign", [b"", b"{", b"\xff\xfe", b'{"schema":"record/1"}', b"[" * 9999])
def test_broken_bytes_are_no_record(foreign):
    with pytest.raises(NotARecord):
        read(foreign)


def test_a_nul_byte_is_refused_with_its_field():
    with pytest.raises(NotARecord) as refused:
        read(b'{"schema":"record/1","language":"kk","title":{"kk":"a\\u0000b"}}')

    assert str(refused.value).startswith("title.kk: ")


def test_the_public_form_has_no_private_data():
    record = a_record(
        internal=Internal(originality=81.5, originality_system="Example", review_count=2),
        authors=(
            an_author(email="first@example.org"),
            an_author(email="second@example.org", corresponding=True),
        ),
    )

    public = read(write_public(record))

    assert public.internal == Internal()
    assert [author.email for author in public.authors] == ["", "second@example.org"]


def test_the_published_schema_is_that_of_the_code():
    written = plain_json.dumps(json.schema(), indent=2, ensure_ascii=False) + "\n"

    published = golden("../../docs/record-1.schema.json", written.encode())

    assert plain_json.loads(published) == json.schema()
