"""A related article is chosen by a part of its title, by keyboard alone."""

import pytest
from django.urls import reverse

from articles.editing import working_record
from articles.records.languages import text
from articles.records.record import Relation
from tests.browser.admin_session import an_editor, messages_of, save, signed_in
from tests.factories import a_journal, an_article

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_title_typed_in_part_is_chosen_with_the_arrows(live_server, browser):
    journal = a_journal()
    camels = text("Түйелер туралы", "О верблюдах", "On camels")
    target = an_article(journal, doi="10.5555/camels", title=camels)
    article = an_article(journal)
    path = reverse("admin:articles_article_change", args=[article.pk])
    with signed_in(browser, live_server, an_editor(), path) as page:
        page.locator("#relations > summary").press("Enter")
        page.locator("#relations .add").press("Enter")
        page.select_option("[name=relations-0-kind]", "corrects")
        page.locator("[name=relations-0-target]").press_sequentially("верблюды")
        page.locator(".suggestions li").wait_for()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        shown = page.locator(".target-title").first.inner_text()
        save(page)
        assert messages_of(page) == ["Saved as version 2. Draft; only editors see it."]
        after = page.locator(".target-title").first.inner_text()

    article.refresh_from_db()
    assert [shown, after] == ["Түйелер туралы / О верблюдах / On camels"] * 2
    assert working_record(article).relations == (
        Relation(kind="corrects", article_id=target.pk, doi="10.5555/camels"),
    )
