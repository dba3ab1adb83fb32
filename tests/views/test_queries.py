"""How many queries each page makes: the same number for one thing and for three."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Author
from articles.publishing.publication import relate
from articles.publishing.release import release
from tests.factories import a_journal, a_public_article, an_author, an_issue

pytestmark = pytest.mark.django_db


def query_count(client, url, **headers):
    with CaptureQueriesContext(connection) as queries:
        response = client.get(url, **headers)
    assert response.status_code in (200, 304)
    return len(queries)


@pytest.fixture(autouse=True)
def _empty_cache():
    cache.clear()


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
        ("", 6),
        ("steppe-science/", 6),
        ("steppe-science/issues/", 4),
        ("steppe-science/issues/{issue}/", 6),
        ("articles/{article}/", 5),
        ("authors/{author}/", 6),
        ("authors/", 5),
        ("keywords/", 5),
        ("keywords/?term=дала", 6),
    ],
)
def test_a_page_made_anew_makes_as_many_queries_for_three_things_as_for_one(
    client, fill, page, queries, count
):
    address = f"/kk/{page.format(**fill(count))}"

    assert query_count(client, address) == queries


def test_an_article_with_a_notice_makes_one_query_more(client, fill):
    articles = fill(3)
    journal = a_journal(slug="second")
    notice = a_public_article(journal, doi="10.5555/n1", type="correction")
    other = a_public_article(journal, doi="10.5555/n2")
    relate(notice, other, "corrects", "corrected_by")
    release(other)

    assert query_count(client, f"/kk/articles/{other.pk}/") == 6
    assert query_count(client, f"/kk/articles/{other.pk}/") == 1
    assert query_count(client, f"/kk/articles/{articles['article']}/") == 5


@pytest.mark.parametrize(
    "page",
    [
        "",
        "steppe-science/",
        "steppe-science/issues/",
        "steppe-science/issues/{issue}/",
        "articles/{article}/",
        "authors/{author}/",
        "authors/",
        "keywords/",
    ],
)
def test_a_page_asked_again_makes_one_query_as_does_a_browser_that_has_it(client, fill, page):
    address = f"/kk/{page.format(**fill(1))}"
    etag = client.get(address).headers["ETag"]

    assert query_count(client, address) == 1
    assert query_count(client, address, headers={"If-None-Match": etag}) == 1
