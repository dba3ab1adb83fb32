"""The look of a journal as readers see it."""

import gzip

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from lxml import html

from articles.models import Look, Page
from tests.factories import a_journal, a_public_article, an_issue

pytestmark = pytest.mark.django_db
HOME = "/en/steppe-science/"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'


@pytest.fixture(autouse=True)
def _empty_cache():
    cache.clear()


@pytest.fixture
def journal():
    return a_journal()


def change_look(journal, **changes):
    look = Look.objects.get(journal=journal)
    for name, value in changes.items():
        setattr(look, name, value)
    look.save()
    return look


def found(client, address, path):
    return html.document_fromstring(client.get(address).text).xpath(path)


def stylesheets(client, address=HOME):
    return [
        link
        for link in found(client, address, "//link[@rel='stylesheet']/@href")
        if link.startswith("/looks/")
    ]


def test_a_journal_without_colours_of_its_own_has_no_further_stylesheet(client, journal):
    assert stylesheets(client) == []


def test_the_stylesheet_is_kept_for_good_and_a_new_look_has_another(client, journal):
    change_look(journal, main_colour="#0d6b4f", second_colour="#f0b95a")
    [first] = stylesheets(client)

    change_look(journal, has_band=False)
    [second] = stylesheets(client)

    css = client.get(first)
    assert css.status_code == 200
    assert css["Content-Type"] == "text/css; charset=utf-8"
    assert css["Cache-Control"] == "public, max-age=31536000, immutable"
    assert css.text.startswith("@layer tokens{:root{--deep:light-dark(#0b5740,#073b2b);")
    assert "--band" not in css.text
    assert "--band:0px" in client.get(second).text
    assert first != second


def test_the_stylesheet_asks_for_nothing(client, journal, django_assert_num_queries):
    change_look(journal, main_colour="#0d6b4f", second_colour="#f0b95a")
    [address] = stylesheets(client)

    with django_assert_num_queries(0):
        client.get(address)


def test_the_address_of_another_program_answers_but_not_for_good(client, journal):
    css = client.get("/looks/0d6b4f-f0b95a-000000000000.css")

    assert css.status_code == 200
    assert "immutable" not in css["Cache-Control"]


@pytest.mark.parametrize(
    "name",
    [
        "ffffff-ffffff-000000000000",  # cannot be read
        "0d6b4f-f0b95a",
        "0d6b4f-f0b95a-plainly-000000000000",
        "0D6B4F-f0b95a-000000000000",
        "red-blue-000000000000",
    ],
)
def test_other_stylesheets_are_not_there(client, journal, name):
    assert client.get(f"/looks/{name}.css").status_code == 404


def test_the_stylesheets_keep_to_the_budget(client, journal, settings):
    change_look(journal, main_colour="#0d6b4f", second_colour="#f0b95a", has_band=False)
    [address] = stylesheets(client)

    own = (settings.BASE_DIR / "articles" / "static" / "style.css").read_bytes()
    look = client.get(address).content

    assert len(look) < 300
    assert len(gzip.compress(own)) + len(gzip.compress(look)) <= 9_000


def test_the_logo_is_on_every_page_of_the_journal(client, journal):
    article = a_public_article(journal, issue_id=an_issue(journal).pk)
    look = change_look(journal, logo=ContentFile(SVG, "0123.svg"))
    address = f"/journals/{journal.pk}/logo/{look.logo.name.rpartition('/')[2]}"

    pages = (HOME, "/en/", f"{HOME}issues/", f"/en/articles/{article.pk}/", "/en/authors/")
    for page in (*pages, f"{HOME}nothing/", "/en/search/"):
        assert found(client, page, "//a[@class='brand']/img/@src") == [address]

    logo = client.get(address)
    assert b"".join(logo.streaming_content) == SVG
    assert logo["Content-Type"] == "image/svg+xml"
    assert logo["Cache-Control"] == "public, max-age=31536000, immutable"
    assert logo["Content-Security-Policy"].endswith("sandbox")
    assert logo["X-Content-Type-Options"] == "nosniff"


def test_a_logo_that_was_replaced_is_not_there(client, journal):
    look = change_look(journal, logo=ContentFile(SVG, "0123.svg"))
    earlier = f"/journals/{journal.pk}/logo/{look.logo.name.rpartition('/')[2]}"

    change_look(journal, logo="")

    assert client.get(earlier).status_code == 404
    assert client.get(f"/journals/{journal.pk}/pdf/a.pdf").status_code == 404


def test_issues_without_a_cover_have_the_journals(client, journal):
    an_issue(journal)
    change_look(journal, cover=ContentFile(b"picture", "0123.jpg"))

    [cover] = found(client, HOME, "//img[@class='cover cover--pic']/@src")

    assert client.get(cover)["Content-Type"] == "image/jpeg"


@pytest.mark.parametrize("has_issue", [True, False])
def test_the_home_page_has_its_text_in_the_language_of_the_page(client, journal, has_issue):
    if has_issue:
        an_issue(journal)
    change_look(journal, home_text_kk="Дала", home_text_en="The <b>steppe</b>")

    assert found(client, HOME, "//p[contains(@class, 'lines')]/b/text()") == ["steppe"]
    [shown] = found(client, "/ru/steppe-science/", "//p[contains(@class, 'lines')]")
    assert (shown.text_content(), shown.get("lang")) == ("Дала", "kk")


def menu(client):
    return [link.text_content() for link in found(client, HOME, "//nav[@id='menu']//ul/li/a")]


def test_the_menu_has_the_order_of_the_look(client, journal):
    journal.submission_url = "https://example.org/submit/"
    journal.save()
    Page.objects.create(journal=journal, slug="about", title_en="About", order=2)
    usual = menu(client)

    change_look(journal, order_archive=3, order_submit=1)

    assert usual == ["Current issue", "Archive", "About", "Submit a manuscript"]
    assert menu(client) == ["Current issue", "Submit a manuscript", "About", "Archive"]


def test_a_new_look_is_seen_on_pages_that_were_kept(client, journal):
    article = a_public_article(journal)
    address = f"/en/articles/{article.pk}/"
    before = stylesheets(client, address)

    change_look(journal, main_colour="#0d6b4f", second_colour="#f0b95a")

    assert before == []
    assert len(stylesheets(client, address)) == 1
