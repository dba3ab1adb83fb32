"""A site with several journals: the portal, each journal's own pages, search in one and in all."""

from datetime import date

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import html

from articles.models import Journal, News, Page, Portal
from tests.factories import a_journal, a_public_article, an_issue

pytestmark = pytest.mark.django_db
COLOURS = (
    {"main_colour": "#0d6b4f", "second_colour": "#f0b95a"},
    {"main_colour": "#7b2d5b", "second_colour": "#f2c14e"},
)


@pytest.fixture(autouse=True)
def _empty_cache():
    cache.clear()


def a_whole_journal(number: int) -> Journal:
    """A journal with an issue, an article, news, a page, and a look that no other has."""
    slug = f"journal-{number}"
    names = {"name_kk": f"Журнал {number}", "name_ru": "", "name_en": f"Journal {number}"}
    journal = a_journal(slug=slug, **names)
    issue = an_issue(journal, year=2020 + number % 5)
    a_public_article(journal, doi=f"10.5555/{number}", issue_id=issue.pk)
    News.objects.create(
        journal=journal, slug="one", title_en=f"News of {number}", published_on=date(2026, 1, 1)
    )
    Page.objects.create(
        journal=journal, slug="about", title_en=f"About {number}", text_en="<p>a</p>"
    )
    for name, value in COLOURS[number % 2].items():
        setattr(journal.look, name, value)
    journal.look.logo = ContentFile(b"<svg/>", f"{number}.svg")
    journal.look.save()
    return journal


@pytest.fixture
def two():
    return [a_whole_journal(number) for number in range(2)]


def document(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status
    return html.document_fromstring(response.text)


def own_addresses(journal):
    article = journal.articles.get().pk
    issue = journal.issues.get().pk
    root = f"/en/{journal.slug}/"
    below = ("", "issues/", f"issues/{issue}/", "news/", "news/one/", "pages/about/", "search/")
    return [*(f"{root}{path}" for path in below), f"/en/articles/{article}/"]


def test_the_first_page_has_every_journal_with_its_names_logo_and_issue(client, two):
    page = document(client, "/en/")

    cards = page.xpath("//ul[contains(@class, 'journals')]/li")
    texts = [" ".join(card.text_content().split()) for card in cards]
    assert texts == [
        "Journal 0 Журнал 0 Current issue: 2020, № 1, 29 March 2024",
        "Journal 1 Журнал 1 Current issue: 2021, № 1, 29 March 2024",
    ]
    assert [card.xpath(".//h2/a/@href") for card in cards] == [
        ["/en/journal-0/"],
        ["/en/journal-1/"],
    ]
    assert [card.xpath(".//img/@src") for card in cards] == [
        [f"/journals/{journal.pk}/logo/{journal.look.logo.name.rpartition('/')[2]}"]
        for journal in two
    ]
    assert [card.xpath(".//p[@lang='kk']/text()") for card in cards] == [["Журнал 0"], ["Журнал 1"]]


def test_a_page_of_one_journal_shows_nothing_of_the_other(client, two):
    for journal, other in (two, two[::-1]):
        for address in own_addresses(journal):
            page = client.get(address)

            assert page.status_code == 200
            assert f"Journal {journal.slug[-1]}" in page.text
            for foreign in (
                f"/{other.slug}/",
                f"Journal {other.slug[-1]}",
                f"/journals/{other.pk}/",
                other.look.main_colour.removeprefix("#"),
            ):
                assert foreign not in page.text, (address, foreign)


def test_a_page_of_one_journal_leads_to_the_others(client, two):
    links = document(client, "/en/journal-0/").xpath("//footer//a[text()='All journals']/@href")

    assert links == ["/en/"]


def test_a_page_of_no_journal_has_the_sites_own_look(client, two):
    for address in ("/en/", "/en/authors/", "/en/keywords/", "/en/search/"):
        page = document(client, address)

        assert page.xpath("//a[@class='brand']//b/text()") == ["Scientific journals"]
        assert not [link for link in page.xpath("//link/@href") if link.startswith("/looks/")]


@pytest.mark.parametrize(
    ("language", "name", "text"),
    [
        ("kk", "Ойдым журналдары", "Барлығы бір жерде."),
        ("ru", "Журналы Ойдыма", "Барлығы бір жерде."),
        ("en", "Ойдым журналдары", "All of them."),
    ],
)
def test_the_site_has_the_name_and_the_text_that_its_office_gives_it(
    client, two, language, name, text
):
    before = document(client, f"/{language}/")
    Portal.objects.create(
        name_kk="Ойдым журналдары", name_ru="Журналы Ойдыма",
        text_kk="Барлығы бір жерде.", text_en="All of them.",
    )  # fmt: skip
    page = document(client, f"/{language}/")

    assert before.xpath("//main//p[contains(@class, 'lede')]") == []
    assert page.xpath("//a[@class='brand']//b/text()") == [name]
    assert page.xpath("string(//title)") == name
    assert page.xpath("//main//p[contains(@class, 'lede')]/text()") == [text]
    assert document(client, f"/{language}/journal-0/").xpath("//title[contains(., 'Ойдым')]") == []


def test_the_administrator_names_the_site_and_nobody_adds_a_second_name(admin_client):
    form, add = "/admin/articles/portal/1/change/", "/admin/articles/portal/add/"

    sent = admin_client.post(add, {"name_ru": "Журналы Ойдыма"})

    assert (sent.status_code, Portal.objects.get().name_ru) == (302, "Журналы Ойдыма")
    assert admin_client.get(add).url == form
    assert admin_client.get("/admin/articles/portal/").url == form
    assert admin_client.get(form).status_code == 200


def test_what_is_not_there_is_missing_in_the_layout_of_its_journal(client, two):
    page = document(client, "/en/journal-1/nothing/", 404)
    elsewhere = document(client, "/en/nothing/", 404)

    assert page.xpath("//a[@class='brand']//b/text()") == ["Journal 1"]
    assert elsewhere.xpath("//a[@class='brand']//b/text()") == ["Scientific journals"]


def found_articles(client, address):
    return document(client, address).xpath("//ol[contains(@class, 'toc')]/li//h3/a/@href")


def article_address(journal):
    return f"/en/articles/{journal.articles.get().pk}/"


def test_search_finds_in_all_journals_and_filters_by_journal(client, two):
    both, first = "/en/search/?q=steppe", "/en/search/?q=steppe&journal=journal-0"

    boxes = document(client, both).xpath("//input[@name='journal']/@value")

    assert sorted(boxes) == ["journal-0", "journal-1"]
    assert sorted(found_articles(client, both)) == sorted(map(article_address, two))
    assert found_articles(client, first) == [article_address(two[0])]


def test_search_below_a_journals_address_finds_in_it_alone(client, two):
    address = "/en/journal-1/search/?q=steppe"

    page = document(client, address)

    assert found_articles(client, address) == [article_address(two[1])]
    assert page.xpath("//input[@name='journal']") == []
    assert page.xpath("//a[text()='Search all journals of the site']/@href") == [
        "/en/search/?q=steppe"
    ]
    assert {form.get("action") for form in page.xpath("//form")} == {"/en/journal-1/search/"}
    assert page.xpath("//main//@data-suggest") == ["/en/journal-1/search/suggestions/"]
    # Its address decides, whatever a filter says.
    assert found_articles(client, f"{address}&journal=journal-0") == [article_address(two[1])]
    rows = client.get(f"{address}&format=csv").text.strip().splitlines()
    assert ["Journal 1" in row for row in rows[1:]] == [True]


def test_before_a_search_a_journal_offers_its_own_years(client, two):
    text = document(client, "/en/journal-0/search/").xpath("string(//main)")

    assert "2020" in text
    assert "2021" not in text


def test_search_in_a_journal_that_is_not_there(client, two):
    assert client.get("/en/nothing/search/").status_code == 404


def test_a_site_with_one_journal_has_no_portal_and_no_search_of_its_own(client):
    a_whole_journal(0)

    page = document(client, "/en/")

    assert page.xpath("//a[@class='brand']//b/text()") == ["Journal 0"]
    assert page.xpath("//nav[@id='menu']//form/@action") == ["/en/search/"]
    assert page.xpath("//@data-suggest") == ["/en/search/suggestions/"]
    assert page.xpath("//footer//a[text()='All journals']") == []


def test_feeds_sets_and_sitemaps_know_each_journal(client, two):
    for journal in two:
        other = two[1 - two.index(journal)]
        feed = client.get(f"/en/{journal.slug}/feed/").text

        assert f"/{journal.slug}/news/one/" in feed
        assert other.slug not in feed
    sets = client.get("/oai/?verb=ListSets").text
    places = client.get("/sitemap-pages.xml").text
    for journal in two:
        assert f"<setSpec>journal:{journal.slug}</setSpec>" in sets
        for below in ("", "issues/", "news/", "news/one/", "pages/about/"):
            assert f"/en/{journal.slug}/{below}</loc>" in places
    assert client.get("/sitemap.xml").text.count("<sitemap>") == 3


def query_count(client, address):
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)


@pytest.mark.parametrize("count", [1, 30])
def test_the_queries_of_a_page_do_not_grow_with_the_journals(client, count):
    journals = [a_whole_journal(number) for number in range(count + 1)]
    article = article_address(journals[0])

    pages = {
        "/en/": 5,
        "/en/journal-0/": 6,
        "/en/journal-0/issues/": 4,
        article: 5,
        "/en/authors/": 5,
        "/en/journal-0/nothing/": 3,
        "/sitemap-pages.xml": 4,
    }

    assert {address: query_count(client, address) for address in pages} == pages
