"""News and calls as readers see them: from their day on, and on the home page to their last."""

import json
from datetime import UTC, date, datetime

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import html

from articles.models import Journal, News
from articles.queries.news import ON_PAGE
from tests.factories import a_journal

pytestmark = pytest.mark.django_db
LIST, HOME = "/en/steppe-science/news/", "/en/steppe-science/"
TODAY = date(2026, 7, 2)


@pytest.fixture(autouse=True)
def _empty_cache():
    cache.clear()


@pytest.fixture
def set_day(monkeypatch):
    def set_to(day, hour=12):
        moment = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
        monkeypatch.setattr("django.utils.timezone.now", lambda: moment)

    set_to(TODAY)
    return set_to


@pytest.fixture
def journal(set_day):
    return a_journal()


def news(journal, slug, day=1, **changes):
    texts = {"title_en": slug.capitalize(), "text_en": f"<p>Text of {slug}.</p>"}
    values = {"published_on": date(2026, 6, day), **texts, **changes}
    return News.objects.create(journal=journal, slug=slug, **values)


def titles(client, address, part="//*[contains(@class, 'news')]//a"):
    page = html.document_fromstring(client.get(address).content.decode())
    return [link.text_content() for link in page.xpath(part)]


def test_the_home_page_has_the_newest_three_the_pinned_first(client, journal):
    for day in (1, 2, 3, 4):
        news(journal, f"day-{day}", day)
    news(journal, "pinned", 1, is_pinned=True)

    assert titles(client, HOME) == ["Pinned", "Day-4", "Day-3"]
    assert titles(client, "/en/") == ["Pinned", "Day-4", "Day-3"]
    assert titles(client, LIST) == ["Day-4", "Day-3", "Day-2", "Pinned", "Day-1"]


def test_what_is_over_leaves_the_home_page_the_day_after_and_stays_reachable(
    client, journal, set_day
):
    news(journal, "call", kind="call", expires_on=TODAY)

    assert titles(client, HOME) == ["Call"]
    assert "until 2 July 2026" in client.get(LIST).text.replace("\N{NO-BREAK SPACE}", " ")

    set_day(date(2026, 7, 3))

    assert titles(client, HOME) == []
    assert titles(client, LIST) == ["Call"]
    page = client.get(f"{LIST}call/")
    assert (page.status_code, "closed" in page.text) == (200, True)


def test_nobody_sees_it_before_its_day_and_everybody_on_it(client, journal, set_day):
    news(journal, "now")
    news(journal, "later", published_on=date(2026, 7, 5))
    places = (HOME, "/en/", LIST, "/en/steppe-science/feed/", "/sitemap-pages.xml", f"{LIST}now/")

    for place in places:
        assert "later" not in client.get(place).text.lower()
    assert client.get(f"{LIST}later/").status_code == 404
    marks = {place: client.get(place)["ETag"] for place in places}

    set_day(date(2026, 7, 5))

    for place in places:
        answer = client.get(place, headers={"If-None-Match": marks[place]})
        assert answer.status_code == 200
        assert "news/later/" in answer.text
    assert client.get(f"{LIST}later/").status_code == 200


def test_pages_follow_every_change_at_once(client, journal):
    row = news(journal, "first")
    assert titles(client, HOME) == ["First"]

    row.title_en = "Renamed"
    row.save()
    assert titles(client, HOME) == titles(client, LIST) == ["Renamed"]
    assert "Renamed" in client.get(f"{LIST}first/").text

    row.delete()
    assert titles(client, HOME) == titles(client, LIST) == []


def test_the_menu_leads_to_news_where_a_journal_has_any(client, journal):
    menu = "//nav[@id='menu']//a | //footer//a"
    assert "News" not in titles(client, HOME, menu)

    row = news(journal, "first")
    assert titles(client, HOME, menu).count("News") == 2

    row.delete()
    assert "News" not in titles(client, HOME, menu)


def test_news_that_came_to_another_journal_is_in_its_menu(journal):
    row, second = news(journal, "first"), a_journal(slug="second")

    row.journal = second
    row.save()

    assert list(Journal.objects.filter(has_news=True)) == [second]


@pytest.mark.parametrize("count", [1, 300])
@pytest.mark.parametrize(
    ("address", "queries"), [(LIST, 4), (HOME, 5), (f"{LIST}n0/", 6), (f"{HOME}feed/", 4)]
)
def test_a_page_makes_as_many_queries_for_300_as_for_one(client, journal, address, queries, count):
    for number in range(count):
        news(journal, f"n{number}")
    cache.clear()

    with CaptureQueriesContext(connection) as made:
        assert client.get(address).status_code == 200

    assert len(made) == queries


def test_the_list_has_pages(client, journal):
    for number in range(ON_PAGE + 1):
        news(journal, f"n{number}")

    first, second = titles(client, LIST), titles(client, f"{LIST}?page=2")

    assert (len(first), second) == (ON_PAGE, ["N0"])
    pager = "//nav[@class='pager']//a/@href"
    links = [
        html.document_fromstring(client.get(page).content.decode()).xpath(pager)
        for page in (LIST, f"{LIST}?page=2")
    ]
    assert links == [[f"{LIST}?page=2"], [f"{LIST}?page=1"]]
    assert client.get(f"{LIST}?page=3").status_code == 404
    assert client.get(f"{LIST}?page=x").status_code == 400


def test_a_text_in_another_language_says_so(client, journal):
    news(journal, "kk", title_en="", text_en="", title_kk="Жаңалық", text_kk="<p>Мәтін.</p>")

    page = html.document_fromstring(client.get(f"{LIST}kk/").content.decode())
    listed = html.document_fromstring(client.get(LIST).content.decode())

    assert [each.get("lang") for each in page.xpath("//main//h1 | //main//div")] == ["kk", "kk"]
    assert "There is no English translation" in page.text_content()
    assert [each.get("lang") for each in listed.xpath("//ul//h2/a | //ul//h2/following::p[1]")] == [
        "kk",
        "kk",
    ]


def test_hostile_html_that_came_past_the_form_is_cleaned(client, journal):
    news(
        journal, "bad", title_en="<script>1</script>", text_en="<p onclick='x'>A<script>2</script>"
    )

    page = html.document_fromstring(client.get(f"{LIST}bad/").content.decode())

    assert page.xpath("//main//script | //main//@onclick") == []
    assert page.xpath("string(//h1)") == "<script>1</script>"


def test_a_page_leads_to_its_neighbours_and_is_described_for_search_engines(client, journal):
    for day in (1, 2, 3):
        news(journal, f"day-{day}", day)
    news(journal, "ahead", published_on=date(2027, 1, 1))

    page = html.document_fromstring(client.get(f"{LIST}day-2/").content.decode())
    script = json.loads(page.xpath("string(//script[@type='application/ld+json'])"))

    neighbours = page.xpath("//nav[contains(@class, 'next')]/a/@href")
    assert neighbours == [f"{LIST}day-1/", f"{LIST}day-3/"]
    assert titles(client, f"{LIST}day-3/", "//nav[contains(@class, 'next')]/a/span") == ["Day-2"]
    assert [link.get("hreflang") for link in page.xpath("//link[@rel='alternate']")] == [
        *("kk", "ru", "en", "x-default")
    ]
    assert script["@type"] == "NewsArticle"
    assert (script["headline"], script["datePublished"]) == ("Day-2", "2026-06-02")
    assert (script["inLanguage"], script["articleBody"]) == ("en", "Text of day-2.")
    assert script["url"] == f"http://127.0.0.1:8000{LIST}day-2/"
    assert script["publisher"]["name"] == "Steppe Science"


def test_another_journal_has_none_of_it(client, journal):
    a_journal(slug="second")
    news(journal, "first")

    assert titles(client, "/en/second/news/") == []
    assert client.get("/en/second/news/first/").status_code == 404
    assert client.get("/en/third/news/").status_code == 404
