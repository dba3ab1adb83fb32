"""The head of the article form: the way by Tab into it, and the links to its parts."""

import pytest
from django.urls import reverse

from articles.models import Article
from tests.browser.admin_session import an_editor, signed_in
from tests.factories import a_journal, an_article

pytestmark = pytest.mark.django_db(transaction=True)
MOST_TABS = 14


def tabs_to(page, name):
    for count in range(MOST_TABS + 1):
        if page.evaluate("document.activeElement?.name") == name:
            return count
        page.keyboard.press("Tab")
    return None


@pytest.mark.parametrize("is_new", [True, False])
def test_the_first_title_is_reached_in_under_fifteen_tabs_and_nothing_scrolls(
    live_server, browser, is_new
):
    article = an_article()
    address = (
        reverse("admin:articles_article_add")
        if is_new
        else reverse("admin:articles_article_change", args=[article.pk])
    )

    with signed_in(browser, live_server, an_editor(), address) as page:
        scrolled = page.evaluate("scrollY")
        tabs = tabs_to(page, "title_kk")

    assert (scrolled, tabs) == (0, 3)


def test_the_bar_of_parts_leads_there_and_follows_what_is_typed(live_server, browser):
    article = an_article(a_journal(), title={"kk": "Дала"})
    address = reverse("admin:articles_article_change", args=[article.pk])

    with signed_in(browser, live_server, an_editor(), address) as page:
        link = page.locator(".d-jump a", has_text="Title")
        before = link.inner_text().split()
        link.click()
        page.fill("[name=title_ru]", "Степь")
        page.fill("[name=title_en]", "Steppe")
        link.locator(".d-chip").wait_for(state="detached")
        after = link.inner_text().split()
        hash = page.evaluate("location.hash")

    assert (before[-1], after, hash) == ("2", ["Title"], "#title")
    assert Article.objects.get().version == 1
