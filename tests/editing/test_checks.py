from datetime import date

import pytest

from articles.editing.checks import check_article, check_articles
from articles.editing.working_copy import working_record
from articles.models import Article
from articles.records.names import Name
from tests.factories import a_journal, a_public_article, an_article, an_author, an_issue

pytestmark = pytest.mark.django_db

ORCID = "0000-0000-1423-0019"


def an_article_of(issue, journal, place):
    return an_article(
        journal,
        doi=f"10.5555/0000-0000/2024-1-{place}",
        issue_id=issue.pk,
        first_page=str(10 * place),
        last_page=str(10 * place + 9),
        authors=(an_author(orcid=ORCID),),
    )


@pytest.mark.parametrize("count", [1, 3, 30])
def test_any_number_of_articles_is_inspected_in_the_same_queries(
    count, django_assert_max_num_queries
):
    journal = a_journal()
    issue = an_issue(journal)
    for place in range(1, count + 1):
        an_article_of(issue, journal, place)

    with django_assert_max_num_queries(8):
        inspected = list(check_articles(Article.objects.filter(issue=issue).order_by("pk")))

    assert [one.record.first_page for one in inspected] == [
        str(10 * place) for place in range(1, count + 1)
    ]


def test_pages_are_held_against_those_of_the_same_issue():
    journal = a_journal()
    issue = an_issue(journal, published_on=None)
    an_article_of(issue, journal, 1)
    article = an_article(
        journal,
        doi="10.5555/0000-0000/2024-1-7",
        issue_id=issue.pk,
        first_page="15",
        last_page="24",
    )

    found = [
        one for one in check_article(working_record(article)) if one.check == "check_pages_in_issue"
    ]

    assert [(one.level, str(one.message)) for one in found] == [
        ("blocks", "Pages 10–19 are also used by “Дала өсімдіктері”.")
    ]


def test_names_are_held_against_those_that_public_articles_print():
    journal = a_journal()
    a_public_article(journal, authors=(an_author(orcid=ORCID),))
    names = {"ru": Name("Толегенова", "Улжан", "Сейтовна")}
    article = an_article(
        journal,
        doi="10.5555/0000-0000/2024-1-2",
        authors=(an_author(orcid=ORCID, names=names),),
    )

    found = [
        one for one in check_article(working_record(article)) if one.check == "check_earlier_names"
    ]

    assert [str(one.message) for one in found] == [
        "“Толегенова” here, “Тулегенова” in an earlier article: Дала өсімдіктері."
    ]


def test_a_day_to_come_blocks_what_is_not_scheduled():
    article = an_article(a_journal(), published_on=date(2999, 1, 1))

    checks = {one.check for one in check_article(working_record(article)) if one.is_blocking()}

    assert checks == {"check_published_ahead"}
