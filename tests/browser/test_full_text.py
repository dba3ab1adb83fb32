"""Reading a full text with the keyboard, and without scripts."""

import pytest

from tests.browser.test_pages import faults
from tests.full_text_article import a_full_text_article

pytestmark = pytest.mark.django_db(transaction=True)

SCROLLS = "e => e.scrollWidth > e.clientWidth"
FOCUSED = "document.activeElement.id"
MARKED = "document.querySelector('.contents [aria-current]')?.textContent"


@pytest.fixture
def address(live_server):
    return f"{live_server.url}/ru/articles/{a_full_text_article().pk}/"


def press_until(page, key, selector):
    """Press a key until an element is focused; a reader's way, not a jump."""
    for _time in range(60):
        page.keyboard.press(key)
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    pytest.fail(f"{selector} is not reached with {key}")


def test_by_keyboard_from_a_citation_to_its_reference_and_back(page, address):
    page.goto(address)
    page.locator("#cite1-1").focus()
    page.keyboard.press("Shift+Tab")

    press_until(page, "Tab", "#cite2-1")

    assert page.locator(".peek").inner_text().startswith("Образцов П.П. Дренаж")
    assert page.locator("#cite2-1").get_attribute("aria-describedby") == "peek"
    page.keyboard.press("Escape")
    assert page.locator(".peek").is_hidden()

    page.keyboard.press("Enter")

    assert page.evaluate("location.hash") == "#ref2"
    press_until(page, "Tab", "#ref2 .back a")
    ways_back = page.locator("#ref2 .back a")
    assert [each.get_attribute("href") for each in ways_back.all()] == ["#cite2-1", "#cite2-2"]
    assert page.locator("#ref2 .back [aria-current]").get_attribute("href") == "#cite2-1"

    page.keyboard.press("Enter")

    assert page.evaluate(FOCUSED) == "cite2-1"
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "cite3-1"


def test_a_note_leads_back_to_its_call(page, address):
    page.goto(address)
    page.locator("#note1-1").focus()

    page.keyboard.press("Enter")
    press_until(page, "Tab", ".notes .back")
    page.keyboard.press("Enter")

    assert page.evaluate(FOCUSED) == "note1-1"


def test_the_contents_mark_the_section_being_read(page, address):
    page.goto(address)
    assert page.evaluate(MARKED) == "Аннотация"

    page.locator('.contents a[href="#s2-2"]').click()

    page.wait_for_function(f"{MARKED} === '2.2. Есептеу'")


def test_a_phone_shows_the_contents_as_a_sheet_that_closes_with_a_choice(page, address):
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(address)

    page.locator(".artnav [popovertarget=contents]").click()
    assert faults(page) == []
    page.locator('.contents a[href="#s2"]').click()

    assert page.locator(".contents").is_hidden()
    assert page.evaluate("location.hash") == "#s2"


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_only_the_table_is_too_wide(page, address, width, scheme):
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.goto(address)
    page.locator("#cite1-1").hover()
    page.locator(".peek").wait_for()

    assert faults(page) == []
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert page.locator(".scroll").evaluate(SCROLLS) == (width == 360)


def test_without_scripts_all_of_it_is_reached_by_links(browser, address):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(address)

    page.locator("#cite2-1").click()
    assert page.url.endswith("#ref2")
    page.locator('#ref2 .back a[href="#cite2-2"]').click()
    assert page.url.endswith("#cite2-2")
    page.locator('.contents a[href="#s2"]').click()
    assert page.url.endswith("#s2")
