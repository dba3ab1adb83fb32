"""The readers' pages in Chromium: nothing that axe-core finds, no other host, nothing too wide."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command

from articles.models import Article, Author, Issue

PAGES = (
    "/{language}/",
    "/{language}/steppe-science/issues/",
    "/{language}/steppe-science/issues/{issue}/",
    "/{language}/articles/{article}/",
    "/{language}/articles/{retracted}/",
    "/{language}/articles/{untranslated}/",
    "/{language}/authors/{author}/",
    "/{language}/keywords/",
    "/{language}/search/?q=дала",
    "/{language}/steppe-science/pages/about/",
)


@pytest.fixture
def site(live_server, transactional_db):
    """The sample issue, as `make run` shows it, and where its articles of interest stand."""
    call_command("load_sample", verbosity=0)
    public = Article.objects.public()
    return {
        "article": public.filter(language="kk", status="published").earliest("pk").pk,
        "retracted": public.get(status="retracted").pk,
        "untranslated": public.get(title_en="").pk,
        "issue": Issue.objects.public().latest("published_on").pk,
        "author": Author.objects.filter(listing_keys__isnull=False).earliest("pk").pk,
    }


def faults(page):
    """Each rule of axe-core that the page breaks, with the element."""
    found = Axe().run(page).response["violations"]
    return [(rule["id"], node["html"]) for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_is_too_wide(page, live_server, site, width, scheme):
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    hosts = set()
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    languages = ("kk", "ru", "en") if scheme == "light" else ("kk",)

    found = {}
    for address in PAGES:
        for language in languages:
            url = address.format(language=language, **site)
            page.goto(f"{live_server.url}{url}")
            too_wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
            if wrong := [*faults(page), *(["too wide"] if too_wide else [])]:
                found[url] = wrong

    assert found == {}
    assert hosts == {live_server.url.split("/")[2]}


def test_the_language_of_the_abstract_is_chosen_without_a_script(page, live_server, site):
    page.goto(f"{live_server.url}/kk/articles/{site['article']}/")

    page.locator(".tri .pick label[lang=en]").click()

    shown = page.locator(".tri__body:visible")
    assert shown.count() == 1
    assert shown.get_attribute("lang") == "en"


def test_a_printed_article_holds_both_reference_lists_and_no_menu(page, live_server, site):
    page.goto(f"{live_server.url}/kk/articles/{site['article']}/")
    page.emulate_media(media="print")

    assert page.locator(".masthead").is_hidden()
    assert page.locator(".refs .roman").first.is_visible()
    assert page.locator(".refs .orig").first.is_visible()
    assert page.locator(".runhead").is_visible()


def test_the_same_article_opens_in_another_language(page, live_server, site):
    page.goto(f"{live_server.url}/kk/articles/{site['untranslated']}/")

    page.get_by_role("link", name="English", exact=True).first.click()

    assert page.url == f"{live_server.url}/en/articles/{site['untranslated']}/"
    assert page.locator("h1").get_attribute("lang") == "ru"
