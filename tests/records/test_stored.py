"""What is stored ignores unknown fields; what is handed in refuses them."""

import json as plain_json

import pytest

from articles.records import json
from articles.records.json import NotARecord
from articles.records.stored import StoredDecoder
from articles.records.summary import Summary
from tests.factories import a_record


def with_field(tree, path, name="of_a_newer_version"):
    """The tree with one more field at a place: the value does not matter."""
    place = tree
    for step in path:
        place = place[step]
    place[name] = {"kk": ["x"]}
    return plain_json.dumps(tree).encode()


PLACES = [(), ("authors", 0), ("authors", 0, "names", "kk"), ("statements",), ("references", 0)]


def a_tree():
    tree = plain_json.loads(json.write(a_record()))
    tree["authors"] = [{"names": {"kk": {"family": "Әсел"}}}]
    tree["statements"] = {"thanks": {"kk": "Рақмет"}}
    tree["references"] = [{"text": "Кітап"}]
    return tree


@pytest.mark.parametrize("path", PLACES)
def test_a_stored_record_with_an_unknown_field_is_read_without_it(path):
    expected = json.load(plain_json.dumps(a_tree()))

    assert json.load(with_field(a_tree(), path)) == expected


@pytest.mark.parametrize("path", PLACES)
def test_a_record_that_is_handed_in_with_an_unknown_field_is_refused(path):
    with pytest.raises(NotARecord) as refused:
        json.read(with_field(a_tree(), path))

    assert "Object contains unknown field `of_a_newer_version`" in str(refused.value)


def test_a_stored_value_of_the_wrong_type_is_still_an_error():
    tree = a_tree() | {"position": "first"}

    with pytest.raises(ValueError, match=r"Expected `int \| null`, got `str` - at `\$.position`"):
        json.load(with_field(tree, ()))


def test_a_stored_summary_with_unknown_fields_is_read():
    tree = {"id": 7, "language": "kk", "files": [{"id": 1, "language": "kk", "kind": "pdf",
            "name": "a.pdf", "size": 5, "is_new": True}], "mood": "good"}  # fmt: skip

    summary = StoredDecoder(Summary).decode(plain_json.dumps(tree))

    assert (summary.id, summary.files[0].name) == (7, "a.pdf")
