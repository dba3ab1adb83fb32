"""The head of an article's page: description, OpenGraph, JSON-LD, the address of its PDF."""

import json
import re
from datetime import UTC, date, datetime

import pytest
from django.core.files.base import ContentFile
from lxml import html

from articles.editing import save_article, working_record
from articles.models import Listing
from articles.publishing import retract_article
from articles.publishing.changed_facts import mark_articles_changed
from articles.publishing.release import release
from articles.views.article.head_tags import Description, description
from tests.factories import a_galley, a_journal, a_public_article, an_issue

SITE = "http://127.0.0.1:8000"
COVER = re.compile(r"^http://127\.0\.0\.1:8000(/issues/\d+/cover/cover\w*\.png)$")


def head(client, article, language="kk"):
    """name or property: content of every meta tag of the page that has both."""
    page = client.get(f"/{language}/articles/{article.pk}/").content.decode()
    tags = html.document_fromstring(page).iter("meta")
    return [
        (tag.get("name") or tag.get("property"), tag.get("content"), tag.get("lang"))
        for tag in tags
    ]


def json_ld(client, article):
    page = client.get(f"/kk/articles/{article.pk}/").content.decode()
    script = html.document_fromstring(page).xpath('//script[@type="application/ld+json"]')[0]
    return json.loads(script.text)


def test_a_description_is_cut_at_a_word():
    long = "сөз " * 100

    text, language = description({"kk": long}, "kk")

    assert (text, language) == ("сөз " * 74 + "сөз…", "kk")
    assert len(text) == 300


@pytest.mark.parametrize(
    ("abstract", "expected"),
    [
        ({}, None),
        ({"ru": "H<sub>2</sub>O:\nа < b"}, Description("H2O: а < b", "ru")),
        ({"kk": "қ", "en": "e"}, Description("e", "en")),
        ({"kk": "қ", "ru": "р"}, Description("қ", "kk")),
        ({"en": "x" * 300}, Description("x" * 300, "en")),
        ({"en": "x" * 301}, Description("x" * 299 + "…", "en")),
    ],
)
def test_a_description_is_plain_and_in_the_readers_language_or_the_articles(abstract, expected):
    assert description(abstract, "en", "kk") == expected


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "locales", "site", "title"),
    [
        ("kk", ["kk_KZ", "ru_RU", "en_US"], "Дала ғылымы", "Дала өсімдіктері"),
        ("ru", ["ru_RU", "kk_KZ", "en_US"], "Наука степи", "Растения степи"),
        ("en", ["en_US", "kk_KZ", "ru_RU"], "Steppe Science", "Plants of the steppe"),
    ],
)
def test_opengraph_is_in_the_language_of_the_page(client, language, locales, site, title):
    article = a_public_article(abstract={"kk": 'Дала "өсімдіктері".'})
    lang = None if language == "kk" else "kk"

    tags = [tag for tag in head(client, article, language) if re.match("og:|desc|tw", tag[0] or "")]

    assert tags == [
        ("og:type", "article", None),
        ("og:title", title, None),
        ("og:url", f"{SITE}/{language}/articles/{article.pk}/", None),
        ("og:locale", locales[0], None),
        ("og:locale:alternate", locales[1], None),
        ("og:locale:alternate", locales[2], None),
        ("og:site_name", site, None),
        ("description", 'Дала "өсімдіктері".', lang),
        ("og:description", 'Дала "өсімдіктері".', lang),
        ("twitter:card", "summary", None),
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_pdf_is_in_the_folder_of_the_abstract_on_all_three_pages(client, language):
    article = a_public_article(language="ru", galleys=(a_galley(b"%PDF-1.4", language="ru"),))
    page = f"{SITE}/ru/articles/{article.pk}/"

    tags = {name: content for name, content, _lang in head(client, article, language)}

    assert tags["citation_abstract_html_url"] == page
    assert tags["citation_pdf_url"] == f"{page}files/{article.galleys.get().pk}/a.pdf"
    assert client.get(tags["citation_pdf_url"])["Content-Type"] == "application/pdf"


@pytest.mark.django_db
def test_the_cover_of_a_public_issue_is_the_picture_of_its_articles(client):
    journal = a_journal()
    issue = an_issue(journal)
    issue.cover.save("cover.png", ContentFile(b"picture"))
    article = a_public_article(journal, issue_id=issue.pk)

    tags = {name: content for name, content, _lang in head(client, article)}
    path = COVER.match(tags["og:image"])[1]
    cover = client.get(path)

    assert json_ld(client, article)["image"] == tags["og:image"]
    assert (cover.status_code, cover.getvalue()) == (200, b"picture")
    assert (cover["Content-Type"], cover["X-Content-Type-Options"]) == ("image/png", "nosniff")
    assert "sandbox" in cover["Content-Security-Policy"]
    assert client.get(path.replace("cover/", "cover/other")).status_code == 404
    type(issue).objects.filter(pk=issue.pk).update(published_on=None)
    assert client.get(path).status_code == 404


@pytest.mark.django_db
def test_a_cover_that_is_no_picture_or_is_lost_is_not_found(client):
    issue = an_issue(a_journal())
    assert client.get(f"/issues/{issue.pk}/cover/x.png").status_code == 404

    issue.cover.save("cover.svg", ContentFile(b"<svg/>"))
    name = issue.cover.name.rpartition("/")[2]
    assert client.get(f"/issues/{issue.pk}/cover/{name}").status_code == 404

    type(issue).objects.filter(pk=issue.pk).update(cover="covers/lost.png")
    assert client.get(f"/issues/{issue.pk}/cover/lost.png").status_code == 404


@pytest.mark.django_db
def test_an_article_is_modified_on_the_day_of_its_last_release(client, monkeypatch):
    """Late in the evening in UTC is the next day in Kazakhstan."""
    article = a_public_article()
    monkeypatch.setattr("django.utils.timezone.now", lambda: datetime(2025, 5, 1, 22, tzinfo=UTC))
    release(article)
    monkeypatch.setattr("django.utils.timezone.now", lambda: datetime(2026, 6, 1, tzinfo=UTC))
    mark_articles_changed(journal=article.journal_id)
    save_article(working_record(article), article=article, reason="draft", even_if_same=True)

    export = client.get(f"/articles/{article.pk}/export/schema_org").json()

    assert json_ld(client, article)["dateModified"] == "2025-05-02"
    assert export["@graph"][0]["dateModified"] == "2025-05-02"
    assert working_record(article).released_on is None
    assert article.released.record.released_on is None


@pytest.mark.django_db
def test_an_article_released_by_an_older_program_says_no_day(client):
    article = a_public_article()
    Listing.objects.filter(pk=article.pk).update(released_at=None)

    element = json_ld(client, article)

    assert "dateModified" not in element
    assert element["datePublished"] == str(date(2024, 3, 29))


@pytest.mark.django_db
def test_the_prefixes_of_dublin_core_are_declared(client):
    article = a_public_article()

    page = client.get(f"/kk/articles/{article.pk}/").content.decode()

    links = html.document_fromstring(page).xpath('//link[starts-with(@rel, "schema.")]')
    assert {link.get("rel"): link.get("href") for link in links} == {
        "schema.DC": "http://purl.org/dc/elements/1.1/",
        "schema.DCTERMS": "http://purl.org/dc/terms/",
    }


@pytest.mark.django_db
def test_a_retracted_article_is_marked_in_previews_of_its_link(client):
    journal = a_journal()
    article = a_public_article(journal)
    retract_article(article, a_public_article(journal, doi="10.5555/notice"))

    page = html.document_fromstring(client.get(f"/en/articles/{article.pk}/").content)

    (preview,) = page.xpath('//meta[@property="og:title"]/@content')
    assert preview == "RETRACTED: Plants of the steppe"
    assert page.findtext(".//title") == f"{preview} | Steppe Science"
    assert page.xpath("normalize-space(//h1)") == "Retracted Plants of the steppe"  # a badge
