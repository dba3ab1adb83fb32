"""Publishing an issue with its articles, or with those that can be published."""

from datetime import date

import pytest

from articles.models import Issue, Listing
from tests.admin.publishing.editors import page, signed_in
from tests.factories import an_article, an_issue

pytestmark = pytest.mark.django_db


def test_an_issue_is_published_with_all_its_articles(journal):
    issue = an_issue(journal, published_on=None)
    first = an_article(journal, issue_id=issue.pk, position=1)
    second = an_article(journal, issue_id=issue.pk, position=2, doi="10.5555/two")

    response = signed_in(journal).post(
        page("issue_publish", issue), {"published_on": "2026-02-03", "override": "test"}
    )

    assert response.status_code == 302
    assert set(Listing.objects.values_list("article", flat=True)) == {first.pk, second.pk}
    assert Issue.objects.get().published_on == date(2026, 2, 3)


def test_a_missing_date_of_publication_does_not_block_an_issue(journal):
    issue = an_issue(journal, published_on=None)
    an_article(journal, issue_id=issue.pk, status="ready")

    context = signed_in(journal).get(page("issue_publish", issue)).context

    assert context["blocked"] == 0


@pytest.mark.parametrize("count", [1, 3])
def test_the_publish_page_of_an_issue_takes_the_same_queries_for_any_number(
    count, journal, django_assert_num_queries
):
    issue = an_issue(journal, published_on=None)
    for number in range(count):
        an_article(journal, issue_id=issue.pk, position=number, doi=f"10.5555/{number}")
    client = signed_in(journal)

    with django_assert_num_queries(13):
        client.get(page("issue_publish", issue))


def test_a_back_issue_is_published_at_once_with_its_date_and_reported(journal):
    issue = an_issue(journal, year=2015, published_on=date(2015, 6, 1))
    for number in range(1, 21):
        pages = {"first_page": f"{number}0", "last_page": f"{number}9"}
        days = {"received_on": date(2015, 1, 1), "accepted_on": date(2015, 2, 1)}
        own = {"published_on": date(2015, 5, 7)} if number == 1 else {}
        an_article(
            journal, issue_id=issue.pk, position=number, doi=f"10.5555/{number}",
            **pages, **days, **own,
        )  # fmt: skip
    client = signed_in(journal, "editor")
    form = client.get(page("issue_publish", issue)).context["form"]

    done = client.post(
        page("issue_publish", issue),
        {"published_on": form["published_on"].value(), "keep_dates": "on"},
        follow=True,
    )

    published = done.context["published"]
    assert (len(published), done.context["lines"]) == (20, [])
    assert [article.published_on for article in published[:3]] == [
        date(2015, 5, 7),
        date(2015, 6, 1),
        date(2015, 6, 1),
    ]


def test_articles_with_errors_can_be_left_when_the_issue_is_published(journal):
    issue = an_issue(journal)
    first = an_article(journal, issue_id=issue.pk, position=1)
    bare = an_article(
        journal, issue_id=issue.pk, position=2, doi="10.5555/2", title={"kk": "Б"}, first_page=""
    )
    client = signed_in(journal, "editor")
    sent = {"published_on": "2024-03-29"}

    whole = client.post(page("issue_publish", issue), sent)
    others = client.post(
        page("issue_publish", issue), {**sent, "do": "publish_others"}, follow=True
    )

    assert whole.context["published"] == []
    assert (whole.context["blocked"], whole.context["possible"]) == (1, 1)
    assert others.context["published"] == [first]
    assert [line.pk for line in others.context["lines"]] == [bare.pk]


def test_an_issue_of_which_no_article_can_be_published_stays_as_it_is(journal):
    issue = an_issue(journal, published_on=None)
    an_article(journal, issue_id=issue.pk, title={"kk": "Б"})

    answer = signed_in(journal, "editor").post(
        page("issue_publish", issue), {"published_on": "2024-03-29", "do": "publish_others"}
    )

    issue.refresh_from_db()
    assert (answer.status_code, issue.published_on) == (200, None)
