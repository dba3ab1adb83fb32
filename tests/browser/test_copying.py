"""The copy buttons of the article page: what another program is given to paste."""

import pytest
from playwright.sync_api import expect

from articles.records.languages import text
from tests.factories import a_depositing_journal, a_public_article

TITLE = text(
    kk="<i>Stipa</i> шөбіндегі CO<sub>2</sub>: 10<sup>3</sup> км",
    en="CO<sub>2</sub> & <i>Stipa</i>, 10<sup>3</sup> km",
)
NO_CLIPBOARD = "Object.defineProperty(Navigator.prototype, 'clipboard', {value: undefined})"
NO_COPY = "document.execCommand = () => false"


@pytest.fixture
def article(transactional_db):
    return a_public_article(a_depositing_journal(), title=TITLE, doi="10.5555/Steppe")


def pasted(page):
    """Each form that the clipboard has."""
    return page.evaluate(
        """async () => {
            const [all] = await navigator.clipboard.read();
            const blobs = await Promise.all(all.types.map((type) => all.getType(type)));
            const texts = await Promise.all(blobs.map((blob) => blob.text()));
            return Object.fromEntries(all.types.map((type, place) => [type, texts[place]]));
        }"""
    )


def open_article(page, live_server, article, language="en"):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{live_server.url}/{language}/articles/{article.pk}/")


def press(page, name):
    button = page.locator(f"[data-copy-from={name}]")
    button.click()
    return button


APA = (
    "Tolegenova, U. (2024). CO₂ & Stipa, 10³ km. Steppe Science, 5–14. "
    "https://doi.org/10.5555/Steppe"
)
APA_HTML = (
    "Tolegenova, U. (2024). CO<sub>2</sub> &amp; <i>Stipa</i>, 10<sup>3</sup> km. "
    "<i>Steppe Science</i>, 5–14. https://doi.org/10.5555/Steppe"
)


@pytest.mark.parametrize("has_clipboard", [True, False])
def test_a_citation_is_copied_with_its_figures_and_as_html(
    page, live_server, article, has_clipboard
):
    open_article(page, live_server, article)
    reader = page.context.new_page()
    reader.goto(f"{live_server.url}/robots.txt")
    page.bring_to_front()
    if not has_clipboard:
        page.evaluate(NO_CLIPBOARD)

    button = press(page, "apa")

    expect(button).to_have_text("Copied")
    expect(page.locator("[role=status]")).to_have_text("Copied")
    assert page.evaluate("String(getSelection())") == ""
    reader.bring_to_front()
    copied = pasted(reader)
    assert copied["text/plain"] == APA
    assert copied["text/html"].endswith(APA_HTML)


def test_the_doi_is_copied_as_an_address(page, live_server, article):
    open_article(page, live_server, article)

    press(page, "doi")
    page.get_by_role("button", name="Copied").wait_for()

    assert pasted(page)["text/plain"] == "https://doi.org/10.5555/Steppe"


def test_a_browser_that_cannot_copy_leaves_the_text_selected_and_says_which_keys(
    page, live_server, article
):
    open_article(page, live_server, article)
    page.evaluate(f"{NO_CLIPBOARD}; {NO_COPY}")

    button = press(page, "apa")

    expect(button).to_have_text("Press Ctrl+C")
    assert page.evaluate("String(getSelection())").startswith("Tolegenova, U. (2024). CO2 & Sti")


def test_the_button_can_be_pressed_again(page, live_server, article):
    open_article(page, live_server, article)
    button = press(page, "apa")
    button.get_by_text("Copied").wait_for()

    button.click()
    page.get_by_role("button", name="Copy APA 7").wait_for()

    assert button.inner_text().split() == ["Copy", "APA", "7"]


def test_a_selected_title_is_copied_without_soft_hyphens_and_with_its_markup(
    page, live_server, article
):
    open_article(page, live_server, article, "kk")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('h1'))")

    page.keyboard.press("Control+C")

    copied = pasted(page)
    assert copied["text/plain"].strip() == "Stipa шөбіндегі CO2: 103 км"
    assert "<i" in copied["text/html"]
    assert "\u00ad" not in "".join(copied.values())
