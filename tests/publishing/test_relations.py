"""Relations between articles, by key or by DOI."""

import pytest

from articles.models import Article
from articles.publishing.relations import is_same
from articles.records.record import Relation


@pytest.mark.parametrize(
    ("relation", "doi", "same"),
    [
        (Relation(kind="retracts", article_id=2), None, True),
        (Relation(kind="retracts", article_id=2), "10.5555/a", True),
        (Relation(kind="retracts", doi="10.5555/A"), "10.5555/a", True),
        (Relation(kind="retracts", doi="10.5555/b"), "10.5555/a", False),
        (Relation(kind="retracts", article_id=1), None, False),
        (Relation(kind="retracts", article_id=1), "10.5555/a", False),
        (Relation(kind="retracts", article_id=1), "", False),
        (Relation(kind="corrects", article_id=2), None, False),
        (Relation(kind="corrects", doi="10.5555/a"), "10.5555/a", False),
    ],
)
def test_a_relation_is_known_by_its_kind_and_the_key_or_doi_of_the_article(relation, doi, same):
    assert is_same(relation, "retracts", Article(pk=2, doi=doi)) is same
