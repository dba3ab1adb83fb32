"""How many questions each page asks the database: the same number for one thing and for three."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Author
from articles.publishing.publication import relate
from articles.publishing.release import release
from tests.factories import a_journal, a_public_article, an_author, an_issue

pytestmark = pytest.mark.django_db


def asked(client, url, **headers):
    client.get(url)  # the first visit words the queries and reads the templates
    cache.clear()
    with CaptureQueriesContext(connection) as queries:
        response = client.get(url, **headers)
    assert response.status_code in (200, 304)
    return len(queries)


@pytest.fixture
def fill():
    """A journal with `count` issues, the first with `count` articles by `count` authors."""

    def fill(count):
        journal = a_journal()
        issues = [an_issue(journal, number=str(number + 1)) for number in range(count)]
        people = [Author.objects.create(family_name_kk=f"Төлегенова {n}") for n in range(count)]
        authors = tuple(an_author(author_id=person.pk) for person in people)
        articles = [
            a_public_article(
                journal,
                issue_id=issues[0].pk,
                position=number + 1,
                doi=f"10.5555/{number}",
                authors=authors,
            )
            for number in range(count)
        ]
        return {
            "issue": issues[0].pk,
            "article": articles[0].pk,
            "author": people[0].pk,
        }

    return fill


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("page", "queries"),
    [
        ("", 3),
        ("steppe-science/", 3),
        ("steppe-science/issues/", 2),
        ("steppe-science/issues/{issue}/", 3),
        ("articles/{article}/", 2),
        ("authors/{author}/", 3),
        ("authors/", 3),
        ("keywords/", 3),
        ("keywords/?term=дала", 3),
    ],
)
def test_a_page_asks_as_much_for_three_things_as_for_one(client, fill, page, queries, count):
    address = f"/kk/{page.format(**fill(count))}"

    assert asked(client, address) == queries


def test_an_article_with_a_notice_asks_once_more(client, fill):
    articles = fill(3)
    journal = a_journal(slug="second")
    notice = a_public_article(journal, doi="10.5555/n1", type="correction")
    other = a_public_article(journal, doi="10.5555/n2")
    relate(notice, other, "corrects", "corrected_by")
    release(other)

    assert asked(client, f"/kk/articles/{other.pk}/") == 3
    assert asked(client, f"/kk/articles/{articles['article']}/") == 2


def test_an_article_that_was_made_before_is_told_from_one_question(client, fill):
    address = f"/kk/articles/{fill(1)['article']}/"
    first = client.get(address)

    with CaptureQueriesContext(connection) as queries:
        second = client.get(address)

    assert second.content == first.content
    assert second.headers["ETag"] == first.headers["ETag"]
    assert len(queries) == 1


def test_an_unchanged_article_is_told_from_one_question(client, fill):
    address = f"/kk/articles/{fill(1)['article']}/"
    etag = client.get(address).headers["ETag"]

    with CaptureQueriesContext(connection) as queries:
        response = client.get(address, headers={"If-None-Match": etag})

    assert response.status_code == 304
    assert response.content == b""
    assert len(queries) == 1
