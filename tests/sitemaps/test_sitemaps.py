"""Sitemaps: every public page in each language, with its alternates; split below 50,000."""

from datetime import UTC, date, datetime

import pytest
from lxml import etree

from articles.models import Issue, Journal, Listing, News
from articles.publishing import withdraw_article
from tests.factories import a_journal, a_public_article, an_article, an_issue

pytestmark = pytest.mark.django_db
S = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}
SITE = "http://127.0.0.1:8000"


def addresses(client, path):
    root = etree.fromstring(client.get(path).content)
    return [one.text for one in root.iterfind(".//s:loc", S)]


def moments(client, path):
    root = etree.fromstring(client.get(path).content)
    return [one.text for one in root.iterfind(".//s:lastmod", S)]


def at(day):
    return datetime(2024, 1, day, 12, tzinfo=UTC)


def test_the_index_names_the_files_that_have_rows_the_newest_first(client, monkeypatch):
    journal = a_journal()
    issues = [an_issue(journal, number=str(number)) for number in range(3)]
    articles = [a_public_article(journal, doi=f"10.5555/{number}") for number in range(3)]
    withdraw_article(articles[1], reason="mistake")
    Issue.objects.filter(pk=issues[1].pk).update(published_on=None)
    monkeypatch.setattr("articles.sitemaps.ARTICLES", 1)
    monkeypatch.setattr("articles.sitemaps.ISSUES", 1)

    assert addresses(client, "/sitemap.xml") == [
        f"{SITE}/sitemap-pages.xml",
        f"{SITE}/sitemap-issues-{issues[2].pk}.xml",
        f"{SITE}/sitemap-issues-{issues[0].pk}.xml",
        f"{SITE}/sitemap-articles-{articles[2].pk}.xml",
        f"{SITE}/sitemap-articles-{articles[0].pk}.xml",
    ]
    for file in addresses(client, "/sitemap.xml"):
        assert client.get(file).status_code == 200
    assert addresses(client, f"/sitemap-articles-{articles[2].pk}.xml") == [
        f"{SITE}/{code}/articles/{articles[2].pk}/" for code in ("kk", "ru", "en")
    ]


def test_a_file_holds_a_range_of_keys_the_newest_first(client, monkeypatch):
    journal = a_journal()
    keys = [a_public_article(journal, doi=f"10.5555/{number}").pk for number in range(3)]
    monkeypatch.setattr("articles.sitemaps.ARTICLES", keys[1])

    (first, second) = [file for file in addresses(client, "/sitemap.xml") if "articles" in file]

    assert [one for one in addresses(client, first) if "/kk/" in one] == [
        f"{SITE}/kk/articles/{keys[2]}/"
    ]
    assert [one for one in addresses(client, second) if "/kk/" in one] == [
        f"{SITE}/kk/articles/{key}/" for key in (keys[1], keys[0])
    ]


def test_a_page_changes_with_its_newest_article(client):
    journal = a_journal()
    issue = an_issue(journal)
    keys = [a_public_article(journal, doi=f"10.5555/{day}", issue_id=issue.pk).pk for day in (1, 2)]
    for day, key in enumerate(keys, 4):
        Listing.objects.filter(pk=key).update(changed_at=at(day))
    Issue.objects.filter(pk=issue.pk).update(facts_changed_at=at(3))
    Journal.objects.filter(pk=journal.pk).update(facts_changed_at=at(2))

    newest, older = (f"2024-01-0{day}T12:00:00+00:00" for day in (5, 4))
    assert moments(client, "/sitemap.xml") == [newest, newest]
    assert moments(client, "/sitemap-articles-1.xml") == [newest] * 3 + [older] * 3
    assert moments(client, "/sitemap-issues-1.xml") == [newest] * 3
    assert moments(client, "/sitemap-pages.xml") == [newest] * 6


def test_an_issue_and_a_journal_without_articles_change_with_their_own_facts(client):
    journal = a_journal()
    issue = an_issue(journal)
    Issue.objects.filter(pk=issue.pk).update(facts_changed_at=at(3))
    Journal.objects.filter(pk=journal.pk).update(facts_changed_at=at(2))

    assert moments(client, "/sitemap.xml") == ["2024-01-03T12:00:00+00:00"]
    assert moments(client, "/sitemap-issues-1.xml") == ["2024-01-03T12:00:00+00:00"] * 3
    assert moments(client, "/sitemap-pages.xml") == ["2024-01-02T12:00:00+00:00"] * 6


def test_an_article_is_listed_in_three_languages_with_its_alternates(client):
    article = a_public_article()

    root = etree.fromstring(client.get("/sitemap-articles-1.xml").content)

    urls = root.findall("s:url", S)
    assert [url.findtext("s:loc", "", S) for url in urls] == [
        f"{SITE}/{code}/articles/{article.pk}/" for code in ("kk", "ru", "en")
    ]
    assert [link.get("hreflang") for link in urls[1].iterfind("x:link", S)] == [
        "kk",
        "ru",
        "en",
        "x-default",
    ]


def test_drafts_withdrawn_articles_and_unpublished_issues_are_left_out(client):
    journal = a_journal()
    an_issue(journal, published_on=None)
    an_article(journal)
    withdraw_article(a_public_article(journal, doi="10.5555/gone"), reason="mistake")

    assert addresses(client, "/sitemap-articles-1.xml") == []
    assert [one for one in addresses(client, "/sitemap-pages.xml") if "/kk/" in one] == [
        f"{SITE}/kk/",
        f"{SITE}/kk/steppe-science/",
        f"{SITE}/kk/steppe-science/issues/",
    ]


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("file", "queries"),
    [("sitemap", 3), ("sitemap-pages", 4), ("sitemap-issues-1", 2), ("sitemap-articles-1", 2)],
)
def test_a_sitemap_takes_the_same_queries_for_any_number(
    client, django_assert_num_queries, file, queries, count
):
    journal = a_journal()
    for number in range(count):
        issue = an_issue(journal, number=str(number))
        a_public_article(journal, doi=f"10.5555/{number}", issue_id=issue.pk)

    with django_assert_num_queries(queries):
        client.get(f"/{file}.xml")


@pytest.mark.parametrize("kind", ["issues", "articles"])
def test_a_file_after_the_last_is_not_found(client, kind):
    assert client.get(f"/sitemap-{kind}-900000.xml").status_code == 404


def test_news_is_listed_with_its_list(client):
    journal, other = a_journal(), a_journal(slug="second")
    for row, slug in ((journal, "a"), (other, "b"), (journal, "c")):
        row.news.create(slug=slug, published_on=date(2024, 1, 1))
    journal.news.create(slug="later", published_on=date(2999, 1, 1))
    News.objects.update(changed_at=at(6))

    found = [one for one in addresses(client, "/sitemap-pages.xml") if "/news/" in one]

    assert [one.partition("/ru/")[2] for one in found if "/ru/" in one] == [
        *("second/news/", "second/news/b/"),
        *("steppe-science/news/", "steppe-science/news/c/", "steppe-science/news/a/"),
    ]
    assert len(found) == 15
    assert moments(client, "/sitemap-pages.xml").count("2024-01-06T12:00:00+00:00") == 9
