"""A hostile file is imported or refused with a reason, never in part."""

import json
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.imports import Unreadable
from articles.intake.import_errors import NotImported
from articles.intake.importing import Importer, import_file
from articles.models import Article, Journal
from articles.publishing import Blocked
from articles.publishing.imported_articles import ImportPublisher
from articles.records.json import to_tree
from tests.factories import a_journal, a_public_record
from tests.strategies import records

pytestmark = pytest.mark.django_db

NASTY = st.sampled_from(
    ["", "x" * 10_000, "a\x00b", "<b>Ұлы</b>", "\u202e", "😀", "]]>", "&", "' OR 1=1", "10.5555/a",
     "2021-13-45", "0000-0000-0000-0000", -1, 0, 1, 99_999, 10**30, 1.5, True, None, [], {},
     [None], {"kk": None}, {"xx": "a"}, [[]], ["x" * 500], {"kk": "<script>alert(1)</script>"}]
)  # fmt: skip


def places(node, path=()):
    yield path
    children = (
        node if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
    )
    for key in children:
        child = node[key]
        yield from places(child, (*path, key))


def put(tree, path, value):
    for key in path[:-1]:
        tree = tree[key]
    tree[path[-1]] = value


@given(st.data())
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_hostile_value_anywhere_is_refused_or_harmless(data):
    if not Journal.objects.exists():
        a_journal()
    tree = to_tree(a_public_record(issue=None))
    whole = to_tree(data.draw(records()))
    tree = {**whole, **tree} if data.draw(st.booleans()) else tree
    path = data.draw(st.sampled_from([path for path in places(tree) if path]))
    put(tree, path, data.draw(NASTY))
    count = Article.objects.count()

    saved = []
    with suppress(Unreadable, NotImported, Blocked):
        saved = import_file(
            json.dumps(tree).encode(), Importer(publisher=ImportPublisher(), update=True)
        )

    assert Article.objects.count() == count + sum(imported.is_new for imported in saved)
