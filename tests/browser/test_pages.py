"""The readers' pages in Chromium: nothing that axe-core finds, no other host, nothing too wide."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command

from articles.models import Article, Author, Issue
from articles.records.languages import text
from articles.records.record import Authorship
from tests.factories import a_galley, a_public_article, an_affiliation, an_author

PAGES = (
    "/{language}/",
    "/{language}/steppe-science/issues/",
    "/{language}/steppe-science/issues/{issue}/",
    "/{language}/articles/{article}/",
    "/{language}/articles/{retracted}/",
    "/{language}/articles/{untranslated}/",
    "/{language}/authors/{author}/",
    "/{language}/authors/",
    "/{language}/keywords/",
    "/{language}/articles/{full}/",
    "/{language}/articles/{crowd}/",
    "/{language}/search/",
    "/{language}/search/?q=дала",
    "/{language}/search/?q=zzzz",
    "/{language}/steppe-science/pages/about/",
    "/{language}/steppe-science/search/?q=дала",
)


@pytest.fixture
def site(live_server, transactional_db):
    """The sample issue, as `make run` shows it, with an article by 300 authors; keys by name."""
    call_command("load_sample", verbosity=0)
    crowd = an_article_by_many()
    public = Article.objects.public()
    return {
        "article": public.filter(language="kk", status="published").earliest("pk").pk,
        "full": public.exclude(body="").earliest("pk").pk,
        "retracted": public.get(status="retracted").pk,
        "untranslated": public.get(title_en="").pk,
        "issue": Issue.objects.public().latest("published_on").pk,
        "crowd": crowd.pk,
        "author": Author.objects.filter(listing_keys__isnull=False).earliest("pk").pk,
    }


def an_article_by_many():
    """By 300 people of 42 organisations and a collaboration, in the newest issue."""
    issue = Issue.objects.public().latest("published_on")
    group = Authorship(kind="organisation", collective=text(en="OIDYM Collaboration"))
    people = [
        an_author(marks=(number % 42 + 1,), orcid="0000-0000-1423-0019", corresponding=number < 2)
        for number in range(300)
    ]
    return a_public_article(
        issue.journal,
        issue_id=issue.pk,
        position=99,
        doi="10.5555/crowd",
        authors=(group, *people),
        affiliations=(an_affiliation(),) * 42,
        galleys=(a_galley(b"%PDF-1.4"),),
    )


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


OPENED = {
    "languages": ("/{language}/", "button[popovertarget=langs]", "#langs"),
    "menu": ("/{language}/", "button[popovertarget=menu].bar", "#menu"),
    "filters": ("/{language}/search/?q=дала", "button[popovertarget=filters]", "#filters"),
    "contents": ("/{language}/articles/{full}/", "button[popovertarget=contents]", "#contents"),
}


@pytest.mark.parametrize("name", OPENED)
def test_axe_finds_nothing_in_what_opens_on_a_phone(page, live_server, site, name):
    address, button, sheet = OPENED[name]
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto(live_server.url + address.format(language="ru", **site))
    assert page.locator(sheet).is_hidden()

    page.locator(f"{button}:visible").click()

    assert page.locator(sheet).is_visible()
    assert faults(page) == []


def test_the_header_of_a_phone_is_one_row_with_a_link_to_the_search(page, live_server, site):
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto(f"{live_server.url}/kk/")

    assert page.locator(".masthead").bounding_box()["height"] < 80
    page.locator("a.bar").click()
    page.locator("input[type=search]:visible").fill("дала")
    page.keyboard.press("Enter")

    page.locator(".toc > li").first.wait_for()
    assert "/kk/search/?q=" in page.url


@pytest.mark.parametrize("name", ["article", "crowd"])
def test_a_printed_article_is_all_there_and_has_no_controls(page, live_server, site, name):
    page.goto(f"{live_server.url}/kk/articles/{site[name]}/")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")

    shown = page.locator
    assert shown(".refs .roman").first.is_visible()
    assert shown(".refs .orig").first.is_visible()
    assert [shown(f".tri__body[lang={code}]").is_visible() for code in ("kk", "ru", "en")] == [
        True, True, True,
    ]  # fmt: skip
    head = shown(".runhead").inner_text()
    assert f"/kk/articles/{site[name]}/" in head
    assert len(re.findall(r"\d\d\.\d\d\.\d{4}", head)) == 3  # published, changed, printed
    controls = "button, input, select, .masthead, .foot, .contents, .artnav, .next, .noprint"
    assert shown(controls).filter(visible=True).count() == 0


def test_the_same_article_opens_in_another_language(page, live_server, site):
    page.goto(f"{live_server.url}/kk/articles/{site['untranslated']}/")

    page.get_by_role("link", name="English", exact=True).first.click()

    assert page.url == f"{live_server.url}/en/articles/{site['untranslated']}/"
    assert page.locator("h1").get_attribute("lang") == "ru"


def test_a_comma_stays_with_what_is_printed_after_a_name(page, live_server, site):
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto(f"{live_server.url}/en/articles/{site['crowd']}/")
    lines = page.locator(".byline .after-name").evaluate_all(
        "all => all.filter(one => one.offsetParent).map(one => one.getClientRects().length)"
    )

    assert set(lines) == {1}
