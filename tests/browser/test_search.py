"""The field of the search: letters suggest, keys choose; without a script it is a form."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from articles.records.languages import text
from articles.records.names import Name
from tests.factories import a_journal, a_public_article, an_author

SLOW_LINE = """
    const quick = fetch;
    window.fetch = async (...asked) => {
        await new Promise((done) => setTimeout(done, 400));
        return quick(...asked);
    };
"""
FIELDS = {"search/": "#qq", "": "#q"}  # of the search page, and of every other


@pytest.fixture
def article(transactional_db):
    return a_public_article(
        a_journal(),
        title=text("Қазақстан далалары", "Степи Казахстана", "Steppes of Kazakhstan"),
        authors=(an_author(names={"kk": Name("Қазыбеков", "Ай", "")}),),
        keywords={"kk": ("қазақ тілі",), "ru": ("казахский язык",), "en": ("Kazakh",)},
    )


def typed(page, letters, field="#qq"):
    """One by one, as a hand does."""
    page.locator(field).focus()
    page.keyboard.type(letters, delay=40)
    return page.locator(field)


@pytest.mark.parametrize(
    ("language", "keyword", "author", "title"),
    [
        ("kk", "Түйін сөз", "Автор", "Мақала"),
        ("ru", "Ключевое слово", "Автор", "Статья"),
        ("en", "Keyword", "Author", "Article"),
    ],
)
@pytest.mark.parametrize("path", FIELDS)
def test_kazakh_letters_suggest_with_the_words_of_the_page(
    page, live_server, article, path, language, keyword, author, title
):
    page.goto(f"{live_server.url}/{language}/{path}")

    typed(page, "қаз", FIELDS[path])

    options = page.get_by_role("listbox").get_by_role("option")
    expect(options).to_have_text(
        [
            f"қазақ тілі {keyword}",
            f"Kazakh {keyword}",
            f"казахский язык {keyword}",
            f"Қазыбеков, Ай {author}",
            f"Қазақстан далалары {title}",
        ]
    )
    assert options.nth(1).locator("span").get_attribute("lang") == "en"
    assert Axe().run(page).response["violations"] == []


def test_a_screen_reader_is_told_what_is_open_and_what_is_chosen(page, live_server, article):
    page.goto(f"{live_server.url}/kk/search/")
    box = page.get_by_role("combobox", name="Іздеу сөздері")
    expect(box).to_have_attribute("aria-expanded", "false")

    typed(page, "қаз")
    expect(box).to_have_attribute("aria-expanded", "true")
    seen = []
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp"):
        page.keyboard.press(key)
        chosen = page.get_by_role("option", selected=True)
        assert chosen.get_attribute("id") == box.get_attribute("aria-activedescendant")
        seen.append(chosen.locator("span").inner_text())

    assert seen == ["қазақ тілі", "Kazakh", "қазақ тілі", "Қазақстан далалары"]
    assert box.get_attribute("aria-controls") == page.get_by_role("listbox").get_attribute("id")
    assert box.input_value() == "қаз"


def test_enter_opens_what_is_chosen(page, live_server, article):
    page.goto(f"{live_server.url}/ru/search/")
    typed(page, "қаз")
    page.get_by_role("option").first.wait_for()

    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")

    page.wait_for_url(f"{live_server.url}/ru/articles/{article.pk}/")


def test_enter_without_a_choice_asks_for_the_words(page, live_server, article):
    page.goto(f"{live_server.url}/kk/")
    typed(page, "қаз", "#q")
    page.get_by_role("option").first.wait_for()

    page.keyboard.press("Enter")

    page.wait_for_url(re.compile("/kk/search/"))
    assert parse_qs(urlsplit(page.url).query) == {"q": ["қаз"]}


def test_escape_closes_the_list_and_keeps_the_words(page, live_server, article):
    page.goto(f"{live_server.url}/kk/search/")
    box = typed(page, "қаз")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")

    page.keyboard.press("Escape")

    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")
    assert box.get_attribute("aria-activedescendant") is None
    assert box.input_value() == "қаз"


def test_an_answer_that_comes_late_does_not_open_the_list(page, live_server, article):
    page.add_init_script(SLOW_LINE)
    page.goto(f"{live_server.url}/kk/search/")

    box = typed(page, "қаз")
    box.evaluate("field => field.blur()")
    page.wait_for_timeout(900)

    expect(page.get_by_role("listbox")).to_be_hidden()


def test_a_word_that_begins_nothing_closes_the_list(page, live_server, article):
    page.goto(f"{live_server.url}/kk/search/")
    typed(page, "қаз")
    page.get_by_role("option").first.wait_for()

    page.keyboard.type("жж")

    expect(page.get_by_role("listbox")).to_be_hidden()


def test_a_click_opens_a_suggestion(page, live_server, article):
    page.goto(f"{live_server.url}/en/search/")
    typed(page, "steppes")

    page.get_by_role("option", name="Steppes of Kazakhstan").click()

    page.wait_for_url(f"{live_server.url}/en/articles/{article.pk}/")


def test_the_menu_of_a_phone_shows_all_suggestions(page, live_server, article):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{live_server.url}/kk/")
    page.get_by_role("button", name="Мәзір").click()

    typed(page, "қаз", "#q")
    page.get_by_role("option").first.wait_for()

    for option in page.get_by_role("option").all():
        expect(option).to_be_in_viewport(ratio=1)
    page.keyboard.press("Escape")
    expect(page.locator("#q")).to_be_visible()


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_without_a_script_it_is_a_form(browser, live_server, article, language):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}/{language}/search/")

    assert page.get_by_role("combobox").count() == 0
    page.get_by_role("searchbox").fill("қазақстан")
    page.keyboard.press("Enter")

    page.wait_for_url(re.compile("q="))
    assert page.locator("mark").first.inner_text().replace("\u00ad", "") == "Қазақстан"
    context.close()
