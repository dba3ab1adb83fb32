"""The editor of full texts: toolbar, paste, preview, recovery, keyboard; without scripts too."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from articles.editing import working_record
from articles.models import Page
from tests.browser.admin_session import an_editor, messages_of, sign_in, signed_in
from tests.browser.test_pages import faults
from tests.factories import a_galley, a_journal, an_article
from tests.imports.clipboard.clipboards import clipboard

pytestmark = pytest.mark.django_db(transaction=True)
PREVIEW = "#preview"
PASTE = """(area, [html, plain]) => {
  const data = new DataTransfer();
  if (html) data.setData("text/html", html);
  data.setData("text/plain", plain);
  area.focus();
  const options = { clipboardData: data, bubbles: true, cancelable: true };
  return area.dispatchEvent(new ClipboardEvent("paste", options));
}"""


MARKED = """() => {
  const area = document.getElementById("id_body");
  return area.value.slice(area.selectionStart, area.selectionEnd);
}"""


def path(article):
    return reverse("admin:articles_article_body", args=[article.pk])


def body_of(article):
    article.refresh_from_db()
    return working_record(article).body


def save(page):
    with page.expect_navigation():
        page.locator("button[name=_save]").click()


def select(page, words):
    page.evaluate(
        """words => {
          const area = document.getElementById("id_body");
          const at = area.value.indexOf(words);
          area.focus();
          area.setSelectionRange(at, at + words.length);
        }""",
        words,
    )


def text(page):
    return page.input_value("#id_body")


BUTTONS = {
    "Section heading": ("бір", "<h2>бір</h2>\nекі"),
    "Italic": ("бір", "<em>бір</em>\nекі"),
    "Bold": ("бір", "<strong>бір</strong>\nекі"),
    "Subscript": ("р", "бі<sub>р</sub>\nекі"),
    "Bulleted list": ("бір\nекі", "<ul>\n<li>бір</li>\n<li>екі</li>\n</ul>"),
    "Quotation": ("екі", "бір\n<blockquote>\n<p>екі</p>\n</blockquote>"),
    "Link": ("бір", '<a href="https://">бір</a>\nекі'),
    "Citation": ("бір", "[бір]\nекі"),
    "Formula": ("р", "бі<math><mi>р</mi></math>\nекі"),
    "Footnote": (
        "екі",
        'бір\n<sup><a href="#fn1">1</a></sup>\n'
        '<section id="footnotes"><ol><li id="fn1">екі</li></ol></section>',
    ),
    "Figure": (
        "екі",
        'бір\n<figure>\n<img src="a.png" alt="">\n<figcaption>екі</figcaption>\n</figure>',
    ),
}


def test_each_button_puts_markup_around_the_selection_and_can_be_undone(live_server, browser):
    article = an_article(galleys=(a_galley(b"\x89PNG\r\n\x1a\n", "a.png", kind="image"),))
    with signed_in(browser, live_server, an_editor(), path(article)) as page:
        results = {}
        for name, (words, _result) in BUTTONS.items():
            page.fill("#id_body", "бір\nекі")
            select(page, words)
            page.get_by_role("button", name=name, exact=True).click()
            results[name] = text(page)
        page.keyboard.press("Control+z")
        undone = text(page)
        page.fill("#id_body", "")

    assert results == {name: result for name, (_words, result) in BUTTONS.items()}
    assert undone == "бір\nекі"


def test_selected_lines_with_tabs_become_a_table(live_server, browser):
    with signed_in(browser, live_server, an_editor(), path(an_article())) as page:
        page.fill("#id_body", "жыл\tсаны\n2024\t7")
        page.keyboard.press("Control+a")
        page.locator("[data-action=table]").click()
        made = text(page)
        page.fill("#id_body", "")

    assert made == (
        "<table>\n<caption></caption>\n<thead><tr><th>жыл</th><th>саны</th></tr></thead>\n"
        "<tbody>\n<tr><td>2024</td><td>7</td></tr>\n</tbody>\n</table>"
    )


def test_by_keyboard_alone_with_the_preview_and_a_save(live_server, browser):
    article = an_article()
    with signed_in(browser, live_server, an_editor(), path(article)) as page:
        page.focus("#id_body")
        page.keyboard.type("qara soz")
        page.keyboard.press("Control+a")
        page.keyboard.press("Control+b")
        page.locator(f"{PREVIEW} strong").wait_for()
        shown = page.locator(PREVIEW).inner_text()
        page.focus("button[name=_save]")
        with page.expect_navigation():
            page.keyboard.press("Enter")

        assert messages_of(page) == ["Saved as version 2. Draft; only editors see it."]
    assert shown.split() == ["qara", "soz"]
    assert body_of(article) == "<p><strong>qara soz</strong></p>"


def test_what_is_pasted_from_word_is_read_by_the_server(live_server, browser):
    article = an_article(body="<p>Басы соңы</p>")
    with signed_in(browser, live_server, an_editor(), path(article)) as page:
        select(page, "соңы")
        page.locator("#id_body").evaluate(PASTE, [clipboard("word-table"), "Участок\tЗапас"])
        page.locator(f"{PREVIEW} table").wait_for()
        told = page.inner_text("#editor-message")
        save(page)

    assert told.startswith("Pasted. Left out: Styles of another program:")
    assert body_of(article).startswith("<p>Басы</p>\n<table><caption>Таблица 1")


def test_plain_text_and_our_own_markup_are_pasted_by_the_browser(live_server, browser):
    with signed_in(browser, live_server, an_editor(), path(an_article())) as page:
        area = page.locator("#id_body")

        assert area.evaluate(PASTE, ["", "жай мәтін"]) is True
        assert area.evaluate(PASTE, ["<span>&lt;p&gt;a&lt;/p&gt;</span>", "<p>a</p>"]) is True


def test_a_paste_that_the_server_does_not_answer_is_plain_text(live_server, browser):
    with signed_in(browser, live_server, an_editor(), path(an_article())) as page:
        page.route("**/body/", lambda route: route.abort())
        page.locator("#id_body").evaluate(PASTE, ["<p><b>a</b></p>", "a"])
        expect(page.locator("#id_body")).to_have_value("a")

        assert page.inner_text("#editor-message").startswith("Pasted as plain text")
        page.fill("#id_body", "")


def test_what_would_be_lost_is_named_and_put_in_order(live_server, browser):
    article = an_article()
    with signed_in(browser, live_server, an_editor(), path(article)) as page:
        page.fill("#id_body", "<div>бір<br>екі</div>")
        page.locator("#losses").wait_for()
        named = page.locator("#findings li:has(.stop)").all_inner_texts()
        with page.expect_navigation():
            page.locator("button[name=_tidy]").click()
        tidied = text(page)
        save(page)

    assert any("<div>" in line for line in named)
    assert tidied == "<p>бір</p>\n<p>екі</p>"
    assert body_of(article) == tidied


def test_a_finding_leads_to_its_words_in_the_text(live_server, browser):
    article = an_article(
        body="<p>Дала [1], тағы [1].</p>\n<p>Жусан <em>туралы</em> бөлек еңбек [7].</p>"
    )
    with signed_in(browser, live_server, an_editor(), path(article)) as page:
        page.locator("[data-excerpt]").first.click()
        marked = page.evaluate(MARKED)

    assert "[7]" in marked


def test_text_typed_before_the_page_was_closed_is_offered_back(live_server, browser):
    article = an_article(body="<p>Бұрынғы.</p>")
    with signed_in(browser, live_server, an_editor(), path(article)) as page:
        page.fill("#id_body", "<p>Сақталмаған.</p>")
        page.wait_for_timeout(500)
        other = page.context.new_page()
        page.close()
        other.goto(live_server.url + path(article))
        other.click("#draft-offer button >> nth=0")
        restored = text(other)
        save(other)
        other.goto(live_server.url + path(article))
        is_offered_again = other.locator("#draft-offer").is_visible()

    assert restored == "<p>Сақталмаған.</p>"
    assert body_of(article) == "<p>Сақталмаған.</p>"
    assert not is_offered_again


def test_leaving_an_unsaved_text_asks_first(live_server, browser):
    with signed_in(browser, live_server, an_editor(), path(an_article())) as page:
        asked = []
        page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
        page.click("#id_body")
        page.keyboard.type("x")
        page.locator(".breadcrumbs a").first.click()
        page.wait_for_url("**/admin/")

    assert asked == ["beforeunload"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_and_nothing_is_too_wide(live_server, browser, width, scheme):
    article = an_article(body="<h2>A</h2>\n<p>a [7].</p>\n<table><tr><td>1</td></tr></table>")
    about = Page.objects.create(journal=article.journal, slug="about", text_kk="<p>Журнал.</p>")
    addresses = (path(article), reverse("admin:articles_page_text", args=[about.pk, "kk"]))
    found = {}
    with signed_in(browser, live_server, an_editor(), addresses[0], width) as page:
        page.emulate_media(color_scheme=scheme)
        for address in addresses:
            page.goto(live_server.url + address)
            page.fill("#id_body", "<h2>A</h2><p>a [7]</p><div>b</div>")
            page.locator("#losses").wait_for()
            too_wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
            found[address] = [*faults(page), *(["too wide"] if too_wide else [])]
            page.fill("#id_body", page.evaluate("document.getElementById('id_body').defaultValue"))

    assert found == {address: [] for address in addresses}


def test_without_scripts_the_text_area_and_update_do_all(live_server, browser):
    article, editor = an_article(), an_editor()
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    sign_in(page, live_server, editor, path(article))

    page.fill("#id_body", "Бір.\n\nЕкі.")
    page.click("button[name=_update]")
    shown = page.locator(f"{PREVIEW} p").all_inner_texts()
    is_hidden = page.locator(".d-bar").is_hidden()
    page.click("button[name=_save]")
    context.close()

    assert (shown, is_hidden) == (["Бір.", "Екі."], True)
    assert body_of(article) == "<p>Бір.</p>\n<p>Екі.</p>"


def test_the_same_editor_writes_a_journals_page_in_three_languages(live_server, browser):
    about = Page.objects.create(journal=a_journal(), slug="rules", title_en="Rules")
    address = reverse("admin:articles_page_text", args=[about.pk, "kk"])
    with signed_in(browser, live_server, an_editor(), address) as page:
        for code, words in (("kk", "Ереже"), ("ru", "Правила"), ("en", "Rules")):
            page.locator(f".d-tabs [lang={code}]").click()
            page.wait_for_url(f"**/text/{code}/**")
            page.fill("#id_body", words)
            select(page, words)
            page.get_by_role("button", name="Section heading", exact=True).click()
            page.locator(f"{PREVIEW} h2").wait_for()
            save(page)

    about.refresh_from_db()
    assert [about.text_kk, about.text_ru, about.text_en] == [
        "<h2>Ереже</h2>", "<h2>Правила</h2>", "<h2>Rules</h2>",
    ]  # fmt: skip
