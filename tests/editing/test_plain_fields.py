"""Every plain field reaches the record, the columns and the form."""

import pytest
from django.urls import reverse

from articles.editing.rows import article_columns
from articles.models import Article
from articles.records.plain_fields import FIELDS, FORM_FIELDS, TRILINGUAL, Kind
from articles.records.record import Record
from articles.translation import TRANSLATED
from tests.factories import a_record, an_article

NAMES = [field.name for field in FIELDS]
# What a record holds beside plain fields: lists of their own, and what is attached on loading.
WRITTEN_OUT = {
    *("keywords", "authors", "affiliations", "references", "funding", "galleys", "relations"),
    "external_files",
    *("id", "site", "journal", "issue", "section", "released_on"),
}


def test_each_field_of_a_record_is_plain_or_written_out():
    record = Record(language="kk")
    plain = {field.key for field in FIELDS if not field.part}
    parts = {field.part for field in FIELDS if field.part}

    assert set(Record.__struct_fields__) - WRITTEN_OUT == plain | parts
    for part in parts:
        assert set(getattr(record, part).__struct_fields__) == {
            field.name for field in FIELDS if field.part == part
        }


def test_each_field_has_its_columns():
    columns = article_columns(a_record())

    assert set(columns) <= {field.attname for field in Article._meta.concrete_fields}
    assert set(TRANSLATED[Article]) == set(TRILINGUAL)


@pytest.mark.parametrize("field", FIELDS, ids=NAMES)
def test_the_longest_value_fits_its_column(field):
    column = Article._meta.get_field(field.name)

    if field.max_length is not None and column.max_length is not None:
        assert field.max_length == column.max_length


@pytest.mark.django_db
def test_the_form_shows_every_input_once(admin_client):
    page = admin_client.get(reverse("admin:articles_article_change", args=[an_article().pk])).text

    inputs = [name for field in FORM_FIELDS for name in field.inputs]
    assert {name: page.count(f' id="id_{name}"') for name in inputs} == dict.fromkeys(inputs, 1)


def test_rows_of_the_form_hold_one_text_or_several_plain_inputs():
    rows = {}
    for field in FORM_FIELDS:
        rows.setdefault((field.section, field.row), []).append(field.kind)

    assert [
        place for place, kinds in rows.items() if Kind.TRILINGUAL in kinds and len(kinds) > 1
    ] == []
