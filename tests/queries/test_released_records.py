"""Released records with their facts, in chunks."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Author, TitlePeriod
from articles.publishing import publish_article
from articles.queries.record_facts import attach, with_release
from articles.queries.released_records import released_records
from articles.records.names import Name
from articles.records.record import Authorship
from tests.factories import a_journal, a_public_article, an_article, an_author, an_issue

pytestmark = pytest.mark.django_db


def test_records_have_the_same_facts_as_a_single_one():
    journal = a_journal()
    issue = an_issue(journal)
    article = a_public_article(journal, issue_id=issue.pk)
    an_article(journal, doi="10.5555/draft")

    (record,) = released_records(Article.objects.order_by("pk"))

    single = attach(article.released.record, article)
    assert record == with_release(single, article.listing.released_at)


def test_each_record_has_the_journal_title_of_its_time():
    journal = a_journal()
    TitlePeriod.objects.create(
        journal=journal, name_en="Old Steppe", from_on=date(2024, 1, 1), until_on=date(2024, 12, 31)
    )
    a_public_article(journal)

    (record,) = released_records(Article.objects.all())

    assert record.journal.name["en"] == "Old Steppe"


@pytest.mark.parametrize(
    ("year", "issue_day", "expected"),
    [
        (2024, date(2024, 12, 31), "Old Steppe"),
        (2025, date(2025, 1, 1), "Steppe Science"),
        (2024, None, "Old Steppe"),
        (2025, None, "Steppe Science"),
        (2024, date(2025, 2, 3), "Old Steppe"),
        (2025, date(2024, 12, 20), "Steppe Science"),
        (2023, date(2024, 6, 1), "Steppe Science"),
    ],
)
def test_all_articles_of_an_issue_have_the_title_of_its_date(year, issue_day, expected):
    journal = a_journal()
    TitlePeriod.objects.create(
        journal=journal, name_en="Old Steppe", from_on=date(2024, 1, 1), until_on=date(2024, 12, 31)
    )
    issue = an_issue(journal, year=year, published_on=issue_day)
    for day in (date(2023, 5, 1), date(2024, 3, 29), date(2025, 2, 3)):
        article = an_article(journal, issue_id=issue.pk, doi=f"10.5555/{day}")
        publish_article(article, published_on=day, override="test")

    records = list(released_records(Article.objects.all()))

    assert [record.journal.name["en"] for record in records] == [expected] * 3
    for article, record in zip(Article.objects.order_by("pk"), records, strict=True):
        assert attach(article.released.record, article).journal == record.journal


def test_authors_have_the_codes_of_the_person():
    author = Author.objects.create(spin="1234-5678", scopus_id="57000000001")
    unknown = Authorship(names={"kk": Name("Сарыарқа")})
    a_public_article(authors=(an_author(author_id=author.pk), unknown))

    (record,) = released_records(Article.objects.all())

    assert [each.codes for each in record.authors] == [
        {"spin": "1234-5678", "scopus": "57000000001"},
        {},
    ]


def test_a_chunk_takes_two_queries_and_new_rows_three_more():
    journal = a_journal()
    issue = an_issue(journal)
    author = Author.objects.create(spin="1")
    for number in range(5):
        a_public_article(
            journal,
            issue_id=issue.pk,
            doi=f"10.5555/{number}",
            authors=(an_author(author_id=author.pk),),
        )

    counts = {}
    for chunk in (5, 2):
        with CaptureQueriesContext(connection) as queries:
            records = list(released_records(Article.objects.order_by("pk"), chunk))
        counts[chunk] = len(queries)

    assert [record.doi for record in records] == [f"10.5555/{number}" for number in range(5)]
    assert counts == {5: 5, 2: 7}
