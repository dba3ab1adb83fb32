"""A search that reads the newest months first finds the same as one that reads all."""

import itertools
from datetime import date
from importlib import import_module

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import SearchRow
from articles.models.search import Month
from articles.publishing import publish_article
from articles.records.languages import text
from articles.search.engine import engine
from articles.search.filters import Filters
from articles.search.postgresql.months import month_number, months_of
from articles.search.typed_query import parse_query
from tests.factories import a_journal, an_article

pytestmark = pytest.mark.django_db

FIND_HITS = import_module("articles.search.postgresql.find_hits")  # the module
MONTHS = 12
QUERIES = (
    "дала",  # in every article
    "өзен",  # in every second one, and in its title
    "гүл",  # in every third one
    "түйе",  # in the oldest one
    "жоқ",
    "дала өзен",
    "дала -өзен",
    "«дала гүл»",
    "«өзен дала»",
    "өз*",
)


@pytest.fixture
def articles(monkeypatch):
    """An article a month; a search looks for the newest two, in the months of two articles."""
    monkeypatch.setattr(FIND_HITS, "HITS", 2)
    monkeypatch.setattr("articles.search.postgresql.statement.HITS", 2)
    monkeypatch.setattr(FIND_HITS, "FIRST_ARTICLES", 2)
    journal = a_journal()
    return [an_article_of(month, journal).pk for month in range(1, MONTHS + 1)]


def an_article_of(month, journal):
    words = ["дала"]
    words += ["гүл"] if month % 3 == 0 else []
    words += ["түйе"] if month == 1 else []
    article = an_article(
        journal,
        doi=f"10.5555/{month}",
        title=text(kk="Өзен" if month % 2 == 0 else "Тау"),
        abstract=text(kk=" ".join(words)),
        keywords={},
        body="",
    )
    publish_article(article, published_on=date(2024, month, 15), override="test")
    return article


def found(typed, sort, filters=None, scope=SearchRow.Scope.PUBLIC):
    return engine.find_hits(parse_query(typed), filters or Filters(), scope, sort)


@pytest.mark.parametrize("sort", ["", "newest", "oldest"])
@pytest.mark.parametrize("filters", [Filters(), Filters(year=("2024",)), Filters(year=("2023",))])
def test_hits_and_their_order_are_the_same(articles, monkeypatch, filters, sort):
    bounded = [found(typed, sort, filters) for typed in QUERIES]

    monkeypatch.setattr(FIND_HITS, "FIRST_ARTICLES", 1_000)
    assert bounded == [found(typed, sort, filters) for typed in QUERIES]
    assert any(bounded) == (filters.year != ("2023",))


@pytest.mark.parametrize(("sort", "expected"), [("newest", [-1, -2, -3]), ("oldest", [0, 1, 2])])
def test_a_word_of_every_article_reads_the_months_at_that_end_only(articles, sort, expected):
    with CaptureQueriesContext(connection) as queries:
        hits = found("дала", sort)

    searches = [query["sql"] for query in queries if "@@" in query["sql"]]
    assert [hit.article_id for hit in hits] == [articles[place] for place in expected]
    assert ["&&" in sql for sql in searches] == [True]


@pytest.mark.parametrize(
    ("most_articles", "expected"),
    [(100, [True, True, False]), (6, [True, False])],  # of 2 articles, 6 articles, all
)
def test_a_word_of_the_oldest_article_is_looked_for_in_all_months(
    articles, monkeypatch, most_articles, expected
):
    monkeypatch.setattr(FIND_HITS, "MOST_ARTICLES", most_articles)

    with CaptureQueriesContext(connection) as queries:
        hits = found("түйе", "newest")

    searches = [query["sql"] for query in queries if "@@" in query["sql"]]
    assert [hit.article_id for hit in hits] == articles[:1]
    assert ["&&" in sql for sql in searches] == expected


def test_editors_find_drafts_too_which_have_no_month(articles):
    hits = found("дала", "newest", scope=SearchRow.Scope.EDITORS)

    assert [hit.article_id for hit in hits] == articles[:-4:-1]


def test_months_from_either_end(articles):
    december = month_number(date(2024, 12, 1))

    assert months_of(2, is_oldest_first=True) == [december - 11, december - 10, december - 9]
    assert months_of(2, is_oldest_first=False)[0] == december - 2
    assert months_of(MONTHS, is_oldest_first=False) is None


def test_the_index_numbers_months_as_the_program_does(articles):
    rows = SearchRow.objects.filter(scope=SearchRow.Scope.PUBLIC).annotate(
        month=Month("published_on")
    )

    for row in itertools.islice(rows, 3):
        assert row.month == [month_number(row.published_on)]
