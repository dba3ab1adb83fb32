"""Views and downloads as readers see them: their page, the link to it, and the most read."""

import re
from datetime import date

import pytest
from django.core.cache import cache
from lxml import html

from articles.intake.usage.most_read import update_most_read
from articles.models import Usage, UsageState
from articles.publishing import withdraw_article
from articles.records.languages import text
from tests.factories import a_journal, a_public_article, an_issue
from tests.views.test_queries import query_count

pytestmark = pytest.mark.django_db
Kind = Usage.Kind


@pytest.fixture(autouse=True)
def _empty_cache():
    cache.clear()


@pytest.fixture
def journal():
    return a_journal(shows_usage=True)


@pytest.fixture
def article(journal):
    return a_public_article(journal, issue_id=an_issue(journal).pk)


def use(article, day, source="site", country="", **counts):
    for kind, count in counts.items():
        Usage.objects.create(
            article=article, day=day, kind=Kind[kind.upper()], count=count, source=source,
            country=country,
        )  # fmt: skip


def texts(client, address, path):
    page = html.document_fromstring(client.get(address).content.decode())
    return [" ".join(" ".join(each.itertext()).split()) for each in page.xpath(path)]


def test_the_page_has_the_sums_and_the_months_without_a_gap(client, article):
    use(article, date(2026, 9, 3), total_investigations=7, downloads=2, total_requests=2)
    use(article, date(2026, 9, 30), country="KZ", total_investigations=5, downloads=1)
    use(article, date(2026, 11, 1), total_investigations=1_500)
    address = f"/en/articles/{article.pk}/usage/"

    assert texts(client, address, "//p[@data-usage-figures]") == ["1,509 views 3 downloads"]
    assert texts(client, address, "//tbody/tr") == [
        "November 2026 1,500 0",
        "October 2026 0 0",
        "September 2026 9 3",
    ]
    assert len(html.document_fromstring(client.get(address).content).xpath("//rect")) == 3 * 2 + 2


def test_counts_of_the_earlier_site_are_added_and_named(client, article):
    use(article, date(2026, 9, 3), total_investigations=7, downloads=2)
    use(article, date(2025, 1, 1), "earlier", total_investigations=100, downloads=40)
    address = f"/en/articles/{article.pk}/usage/"

    assert texts(client, address, "//p[@data-usage-figures]") == ["65 views 42 downloads"]
    assert texts(client, address, "//main//p[@class='small muted']")[0] == (
        "Of them on the earlier site of the journal, by its own rules: views 60, downloads 40."
    )


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_an_article_that_nobody_read_has_a_page_too(client, article, language):
    (figures,) = texts(
        client, f"/{language}/articles/{article.pk}/usage/", "//*[@data-usage-figures]"
    )

    assert re.findall(r"\d+", figures) == ["0", "0"]


def test_only_journals_that_want_it_show_usage(client, journal, article):
    address = f"/ru/articles/{article.pk}/"
    shown = client.get(address).content

    journal.shows_usage = False
    journal.save()

    assert b"data-usage" in shown
    assert b"usage.js" in shown
    hidden = client.get(address).content
    assert b"data-usage" not in hidden
    assert b"usage.js" not in hidden
    assert client.get(f"{address}usage/").status_code == 404


def test_a_withdrawn_article_has_no_usage(client, article):
    withdraw_article(article, reason="mistake")

    assert client.get(f"/ru/articles/{article.pk}/usage/").status_code == 404


def test_a_count_changes_the_page_of_usage_and_not_the_article(client, article):
    page, usage = f"/ru/articles/{article.pk}/", f"/ru/articles/{article.pk}/usage/"
    before = client.get(page)["ETag"], client.get(usage)["ETag"]
    UsageState.objects.create(number=1, saved_at="2026-11-29T00:00Z")

    assert client.get(page, headers={"If-None-Match": before[0]}).status_code == 304
    assert client.get(usage, headers={"If-None-Match": before[1]}).status_code == 200


@pytest.mark.parametrize("days", [1, 300])
def test_the_page_makes_as_many_queries_for_many_days_as_for_one(client, article, days):
    for number in range(days):
        use(article, date.fromordinal(date(2026, 1, 1).toordinal() + number), downloads=1)

    assert query_count(client, f"/kk/articles/{article.pk}/usage/") == 6


def test_home_lists_the_most_read_articles_for_no_query_more(client, journal, article):
    today = date.today()
    issue = article.issue_id
    others = [
        a_public_article(journal, issue_id=issue, doi=f"10.5555/{n}", title=text(en=f"Title {n}"))
        for n in range(6)
    ]
    outside = a_public_article(journal, doi="10.5555/outside", title=text(en="Outside"))
    before = query_count(client, "/en/steppe-science/")
    for number, other in enumerate(others):
        use(other, today, total_investigations=number + 1)
    use(outside, today, total_investigations=50)
    use(article, date(2020, 1, 1), total_investigations=999)

    update_most_read()

    assert texts(client, "/en/steppe-science/", "//aside//ol/li") == [
        "Outside 50",
        "Title 5 6",
        "Title 4 5",
        "Title 3 4",
        "Title 2 3",
    ]
    cache.clear()
    assert query_count(client, "/en/steppe-science/") == before
    withdraw_article(outside, reason="mistake")
    assert texts(client, "/en/steppe-science/", "//aside//ol/li")[0] == "Title 5 6"
