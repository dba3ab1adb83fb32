"""The neighbours of an article in its issue, and articles that share keywords and authors."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Author, Listing, Section
from articles.publishing import retract_article, withdraw_article
from articles.queries.around_article import around_article
from articles.queries.released import released_article
from tests.factories import a_journal, a_public_article, an_article, an_author, an_issue

pytestmark = pytest.mark.django_db


@pytest.fixture
def journal():
    return a_journal()


@pytest.fixture
def make(journal):
    """A public article with its own keywords and authors, unless the test says which."""
    numbers = iter(range(1, 1000))

    def make(owner=None, **changes):
        number = next(numbers)
        own = {"doi": f"10.5555/{number}", "keywords": {"kk": (f"сөз {number}",)}, "authors": ()}
        return a_public_article(owner or journal, **{**own, **changes})

    return make


def around(article):
    released = released_article(article.pk)
    return around_article(released.record)


def neighbours(article):
    found = around(article)
    return [one.id if one else None for one in (found.previous, found.next)]


def similar(article):
    return [summary.id for summary in around(article).similar]


def test_neighbours_follow_the_contents_by_section_and_position(journal, make):
    issue = an_issue(journal)
    later = Section.objects.create(journal=journal, title_kk="Тарих", order=2)
    first = Section.objects.create(journal=journal, title_kk="Тіл", order=1)
    last = make(issue_id=issue.pk, section_id=later.pk, position=1)
    second = make(issue_id=issue.pk, section_id=first.pk, position=2)
    one = make(issue_id=issue.pk, section_id=first.pk, position=1)
    make(issue_id=an_issue(journal, number="2").pk)

    assert neighbours(one) == [None, second.pk]
    assert neighbours(second) == [one.pk, last.pk]
    assert neighbours(last) == [second.pk, None]


def test_an_article_without_an_issue_has_no_neighbours(make):
    make()

    assert neighbours(make()) == [None, None]


def test_drafts_and_withdrawn_articles_are_no_neighbours(journal, make):
    issue = an_issue(journal)
    one = make(issue_id=issue.pk, position=1)
    an_article(journal, issue_id=issue.pk, position=2, doi="10.5555/draft")
    withdraw_article(make(issue_id=issue.pk, position=3), reason="Қате.")
    last = make(issue_id=issue.pk, position=4)

    assert neighbours(one) == [None, last.pk]


def test_those_that_share_most_come_first_then_the_newest(make):
    person = Author.objects.create(family_name_kk="Төлегенова")
    authors = (an_author(author_id=person.pk),)
    article = make(keywords={"kk": ("дала", "су")}, authors=authors)
    by_both = make(keywords={"kk": ("Дала",)}, authors=authors)
    by_author = make(authors=authors)
    by_keyword = make(keywords={"kk": ("су", "жел")})
    make()

    assert similar(article) == [by_both.pk, by_author.pk, by_keyword.pk]


def test_nothing_is_similar_to_an_article_without_keywords_and_authors(make):
    make(keywords={})

    assert similar(make(keywords={})) == []


def test_only_the_best_four_are_similar(make):
    article = make(keywords={"kk": ("дала", "су")})
    best = [make(keywords={"kk": ("дала", "су")}) for _number in range(4)]
    for _number in range(3):
        make(keywords={"kk": ("дала",)})

    assert similar(article) == [one.pk for one in reversed(best)]


def test_only_published_research_of_the_journal_is_similar(journal, make):
    shared = {"keywords": {"kk": ("дала",)}}
    article = make(**shared)
    make(a_journal(slug="other"), **shared)
    make(type="correction", **shared)
    retract_article(make(**shared), make(type="retraction", **shared))
    withdraw_article(make(**shared), reason="Қате.")
    an_article(journal, doi="10.5555/draft", **shared)
    tomorrow = make(**shared)
    Listing.objects.filter(pk=tomorrow.pk).update(published_on=date(2999, 1, 1))

    assert similar(article) == []


def test_a_retracted_article_does_not_name_its_notice_twice(make):
    shared = {"keywords": {"kk": ("дала",)}}
    article, notice = make(**shared), make(**shared)
    retract_article(article, notice)

    assert similar(article) == []


@pytest.mark.parametrize("count", [0, 3])
def test_everything_around_an_article_is_one_query(journal, make, count):
    issue = an_issue(journal)
    shared = {"keywords": {"kk": ("дала",)}, "issue_id": issue.pk}
    article = make(**shared)
    for _number in range(count):
        make(**shared)
    released = released_article(article.pk)

    with CaptureQueriesContext(connection) as queries:
        around_article(released.record)

    assert len(queries) == 1
