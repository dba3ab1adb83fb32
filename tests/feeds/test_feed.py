"""Atom feeds in three languages: what is public, the newest first."""

from datetime import date

import pytest
from lxml import etree

from articles.publishing import publish_article, retract_article, withdraw_article
from tests.factories import a_journal, a_name, a_public_article, an_article, an_author

pytestmark = pytest.mark.django_db
A = {"a": "http://www.w3.org/2005/Atom"}


def feed(client, language="kk"):
    response = client.get(f"/{language}/steppe-science/feed/")
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return etree.fromstring(response.content)


@pytest.mark.parametrize(
    ("language", "title", "entry"),
    [
        ("kk", "Дала ғылымы", "Дала өсімдіктері"),
        ("ru", "Наука степи", "Растения степи"),
        ("en", "Steppe Science", "Plants of the steppe"),
    ],
)
def test_a_feed_is_in_the_language_of_its_address(client, language, title, entry):
    article = a_public_article()

    root = feed(client, language)

    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    assert root.findtext("a:title", "", A) == title
    assert [one.text for one in root.iterfind("a:entry/a:title", A)] == [entry]
    assert root.findtext("a:entry/a:id", "", A) == f"https://doi.org/{article.doi}"


@pytest.mark.parametrize(
    ("language", "names"),
    [("kk", ["Ұ.С. Төлегенова", "«Дала» тобы"]), ("en", ["U. Tolegenova", "The Steppe Group"])],
)
def test_each_author_has_an_element(client, language, names):
    group = an_author(
        kind="organisation", names={}, collective={"kk": "«Дала» тобы", "en": "The Steppe Group"}
    )
    a_public_article(authors=(an_author(), group))

    root = feed(client, language)

    authors = root.findall("a:entry/a:author", A)
    assert [[name.text for name in author] for author in authors] == [[name] for name in names]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_an_author_with_one_script_is_named_in_every_language(client, language):
    a_public_article(authors=(an_author(names={"ru": a_name("Ким", "Юлия")}),))

    root = feed(client, language)

    assert [one.text for one in root.iterfind("a:entry/a:author/a:name", A)] == ["Ю. Ким"]


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("kk", "КЕРІ ҚАЙТАРЫЛДЫ: Дала өсімдіктері"),
        ("ru", "РЕТРАГИРОВАНА: Растения степи"),
        ("en", "RETRACTED: Plants of the steppe"),
    ],
)
def test_a_retracted_article_is_marked(client, language, title):
    journal = a_journal()
    notice = a_public_article(journal, doi="10.5555/notice", title={"kk": "Хабарлама"})
    retract_article(a_public_article(journal), notice)

    root = feed(client, language)

    assert {one.text for one in root.iterfind("a:entry/a:title", A)} == {title, "Хабарлама"}


def test_a_category_has_no_markup(client):
    a_public_article(keywords={"kk": ("<i>Stipa</i> & су",)})

    root = feed(client)

    assert [one.get("term") for one in root.iterfind("a:entry/a:category", A)] == ["Stipa & су"]


def test_an_article_without_authors_and_abstract_has_those_of_its_journal_and_none(client):
    a_public_article(authors=(), abstract={})

    root = feed(client, "ru")

    assert root.findtext("a:author/a:name", "", A) == "Наука степи"
    assert root.findall("a:entry/a:author", A) == []
    assert root.findall("a:entry/a:summary", A) == []


def test_a_sign_of_an_abstract_is_no_markup_of_its_summary(client):
    a_public_article(abstract={"kk": "p < 0,05 & <i>Stipa</i>"})

    summary = feed(client).find("a:entry/a:summary", A)

    assert (summary.get("type"), summary.text) == ("html", "p &lt; 0,05 &amp; Stipa")


def test_the_newest_come_first_and_drafts_and_withdrawn_ones_not_at_all(client):
    journal = a_journal()
    for number, day in enumerate((1, 3, 2)):
        article = an_article(journal, doi=f"10.5555/{number}")
        publish_article(article, published_on=date(2024, 1, day), override="test")
    an_article(journal, doi="10.5555/draft")
    withdraw_article(a_public_article(journal, doi="10.5555/gone"), reason="mistake")

    ids = [one.text for one in feed(client).iterfind("a:entry/a:id", A)]

    assert ids == [f"https://doi.org/10.5555/{number}" for number in (1, 2, 0)]


@pytest.mark.parametrize("count", [1, 3])
def test_a_feed_takes_the_same_queries_for_any_number(client, django_assert_num_queries, count):
    journal = a_journal()
    for number in range(count):
        a_public_article(journal, doi=f"10.5555/{number}")

    with django_assert_num_queries(7):
        feed(client)


def test_an_unknown_journal_has_no_feed(client):
    assert client.get("/kk/nothing/feed/").status_code == 404


def test_news_stands_among_the_articles_by_its_day(client):
    journal = a_journal()
    for number, day in enumerate((1, 3)):
        article = an_article(journal, doi=f"10.5555/{number}")
        publish_article(article, published_on=date(2024, 1, day), override="test")
    texts = {"title_ru": "Приём <i>рукописей</i>", "text_ru": "<p>До мая</p>"}
    day = date(2024, 1, 2)
    journal.news.create(slug="call", kind="call", published_on=day, expires_on=day, **texts)

    root = feed(client, "en")

    (entry,) = root.xpath("a:entry[2]", namespaces=A)
    assert [one.get("term") for one in entry.iterfind("a:category", A)] == ["call for papers"]
    place = "http://127.0.0.1:8000/{}/steppe-science/news/call/"
    assert entry.findtext("a:title", "", A) == "Приём рукописей"
    assert entry.find("a:link", A).get("href") == place.format("en")
    assert entry.findtext("a:id", "", A) == place.format("kk")
    assert entry.findtext("a:summary", "", A) == "<p>До мая</p>"
    assert entry.findtext("a:published", "", A) == "2024-01-02T00:00:00+00:00"
