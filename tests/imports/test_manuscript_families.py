"""Manuscripts in the conventions of many journals; most of them the reader never learned from."""

import pytest

from articles.imports.manuscript import read_manuscript
from tests.layouts.families.files import FAMILIES, FORMS, HELD_OUT, can_be_written, write

SEED = 8


def a_form(family):
    """Each family in one form, the forms in turn."""
    forms = [form for form in FORMS if can_be_written(family, form)]
    return forms[list(FAMILIES).index(family) % len(forms)]


def read_family(family):
    """What was found in a manuscript of the family, and its truth."""
    data, name, truth = write(family, SEED, a_form(family))
    return read_manuscript(data, name).to_json(), truth


def names_of(members):
    return [name for member in members for name in member["name"].values() if name]


def values_of(article):
    """The values that are compared, by their paths."""
    values = {
        f"{field}.{language}": value
        for field in ("title", "abstract", "keywords")
        for language, value in article[field].items()
    }
    for field in ("authors", "affiliations"):
        for at, member in enumerate(article[field]):
            values |= {f"{field}.{at}.{code}": name for code, name in member["name"].items()}
    return {path: value for path, value in values.items() if value}


@pytest.mark.parametrize("family", FAMILIES)
def test_no_author_is_invented(family):
    found, truth = read_family(family)

    assert set(names_of(found["authors"])) <= set(names_of(truth["authors"]))
    assert len(found["authors"]) <= len(truth["authors"])


def test_nearly_all_values_of_families_that_were_kept_apart_are_read():
    printed = read = 0
    for family in HELD_OUT:
        found, truth = map(values_of, read_family(family))
        printed += len(truth)
        read += sum(found.get(path) == value for path, value in truth.items())

    assert read >= 0.95 * printed
