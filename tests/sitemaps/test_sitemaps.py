"""Sitemaps: every public page in each language, with its alternates; split below 50,000."""

import pytest
from lxml import etree

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


def test_the_index_names_files_of_pages_and_of_articles(client, monkeypatch):
    article = a_public_article()
    monkeypatch.setattr("articles.sitemaps.ARTICLES", article.pk)

    assert addresses(client, "/sitemap.xml") == [
        f"{SITE}/sitemap-pages.xml",
        f"{SITE}/sitemap-articles-1.xml",
        f"{SITE}/sitemap-articles-2.xml",
    ]


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
def test_a_sitemap_takes_two_queries(client, django_assert_num_queries, count):
    journal = a_journal()
    for number in range(count):
        a_public_article(journal, doi=f"10.5555/{number}")

    with django_assert_num_queries(2):
        client.get("/sitemap-articles-1.xml")


def test_a_file_after_the_last_is_not_found(client):
    assert client.get("/sitemap-articles-9.xml").status_code == 404
