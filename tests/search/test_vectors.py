"""Whatever an article holds, its vector is one that PostgreSQL takes, and no save fails for it."""

import msgspec
import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.records.record import Reference
from articles.search.public_search import search
from articles.search.vectors import vector_of
from tests.factories import a_public_article, a_record
from tests.strategies import records


def taken(vector):
    """How many lexemes PostgreSQL finds in it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT length(%s::tsvector)", [vector])
        return cursor.fetchone()[0]


def numbered(count):
    """As many different words."""
    return " ".join(f"сөз{number}дің" for number in range(count))


@pytest.mark.django_db
@settings(max_examples=40, deadline=None)
@given(records(), st.booleans())
def test_any_record_has_a_vector_that_postgresql_takes(record, has_body):
    keys = vector_of(record, has_body)

    assert taken(keys) == len(keys.split())


@pytest.mark.django_db
@pytest.mark.parametrize(
    "changes",
    [
        {"body": f"<p>{numbered(100_000)}</p>"},
        {"references": tuple(Reference(text="сөз " * 5_000) for _ in range(20))},
        {"title": {"kk": "ы" * 300_000}},
    ],
)
def test_an_article_of_megabytes_is_saved_and_its_title_found(changes):
    article = a_public_article(**{"title": {"kk": "Бірегей"}, **changes})

    typed = "Бірегей" if "title" not in changes else article.doi
    assert search(typed).count == 1


def test_a_code_with_the_signs_of_a_vector_is_quoted():
    record = a_record(doi="10.5555/a'b\\c")

    assert vector_of(record).startswith(r"'do10.5555/a''b\\c':1A ")


def test_texts_stand_apart_and_what_is_read_has_the_weight_of_its_place():
    record = msgspec.structs.replace(
        a_record(doi=""),
        title={"en": "Steppe plants"},
        authors=(),
        keywords={"en": ("grass",)},
        abstract={},
        references=(Reference(text="Smith, J. Rivers"),),
        body="<p>Lakes</p>",
        language="en",
    )

    assert vector_of(record) == (
        "'tienstepp':1D 'tienplant':1D 'enstepp':1A 'enplant':2A 'engrass':11B 'enlake':20C "
        "'ensmith':29D 'enj':30D 'enriver':31D"
    )
