"""The header of a journal in Chromium: menu and search in one line, however much it has."""

import pytest
from django.core.management import call_command

from articles.models import Contacts, Journal, News


@pytest.fixture
def journal(transactional_db):
    """The sample, with news: eight entries in its menu."""
    call_command("load_sample", verbosity=0)
    journal = Journal.objects.get()
    texts = {f"title_{code}": "2026" for code in ("kk", "ru", "en")}
    News.objects.create(journal=journal, slug="call", published_on="2026-01-01", **texts)
    return journal


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_eight_entries_and_the_search_stand_in_one_line(page, live_server, journal, language):
    page.goto(f"{live_server.url}/{language}/steppe-science/")

    tops = page.locator(".menu li").evaluate_all("all => all.map(one => one.offsetTop)")
    menu, form = (page.locator(part).bounding_box() for part in (".menu", ".menu form"))
    assert len(tops) == 8
    assert len(set(tops)) == 1
    assert menu["height"] < 60
    assert form["x"] + form["width"] <= 1280


def test_the_comma_between_two_telephone_numbers_stays_with_the_first(page, live_server, journal):
    phones = "+7 (700) 000-00-00, +7 (700) 000-00-01"
    Contacts.objects.filter(journal=journal).update(phones=phones)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{live_server.url}/ru/steppe-science/contacts/")

    numbers = page.locator(".nb:has(a[href^='tel:'])")
    heights = numbers.evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
    assert numbers.all_inner_texts() == ["+7 (700) 000-00-00,", "+7 (700) 000-00-01"] * 2
    assert max(heights) < 30  # one line
