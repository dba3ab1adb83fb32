"""Views and downloads on the page of an article: fetched when they come into view, else a link."""

from datetime import date

import pytest
from playwright.sync_api import expect

from articles.models import Usage
from tests.factories import a_journal, a_public_article

from .test_pages import faults

PHONE = {"width": 390, "height": 300}  # so low that the figures are out of view at first


@pytest.fixture
def article(transactional_db):
    article = a_public_article(a_journal(shows_usage=True))
    for kind, count in ((Usage.Kind.TOTAL_INVESTIGATIONS, 1_509), (Usage.Kind.DOWNLOADS, 3)):
        Usage.objects.create(article=article, day=date(2026, 9, 3), kind=kind, count=count)
    return article


def page_of(live_server, article, below=""):
    return f"{live_server.url}/en/articles/{article.pk}/{below}"


def test_the_figures_are_fetched_once_they_come_into_view(page, live_server, article):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_viewport_size(PHONE)
    page.goto(page_of(live_server, article), wait_until="networkidle")
    figures = page.locator("[data-usage-figures]")
    before = figures.count(), page_of(live_server, article, "usage/") in asked

    page.locator("[data-usage]").scroll_into_view_if_needed()

    expect(figures).to_have_text("1,506 views 3 downloads")
    assert before == (0, False)
    assert asked.count(page_of(live_server, article, "usage/")) == 1
    expect(page.get_by_role("link", name="Views and downloads")).to_be_visible()
    assert faults(page) == []


def test_the_link_stays_where_the_figures_cannot_be_fetched(browser, live_server, article):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.route("**/usage/", lambda route: route.fulfill(status=503, body="<p>later</p>"))

    with page.expect_response("**/usage/"):
        page.goto(page_of(live_server, article))
        page.locator("[data-usage]").scroll_into_view_if_needed()

    expect(page.get_by_role("link", name="Views and downloads")).to_be_visible()
    assert page.locator("[data-usage-figures]").count() == 0
    context.close()


def test_without_scripts_a_link_leads_to_the_figures(browser, live_server, article):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(page_of(live_server, article))

    page.get_by_role("link", name="Views and downloads").click()

    assert page.url == page_of(live_server, article, "usage/")
    expect(page.locator("[data-usage-figures]")).to_have_text("1,506 views 3 downloads")
    context.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_on_the_page_of_the_figures(page, live_server, article, width):
    page.set_viewport_size({"width": width, "height": 900})
    for language in ("kk", "ru", "en"):
        page.goto(f"{live_server.url}/{language}/articles/{article.pk}/usage/")

        assert faults(page) == []
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
