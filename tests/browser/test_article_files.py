"""Files dropped onto the article form, and the form on a phone."""

import pytest
from django.urls import reverse

from articles.editing import working_record
from tests.browser.admin_session import an_editor, messages_of, save, signed_in
from tests.factories import an_article

pytestmark = pytest.mark.django_db(transaction=True)

DROP = """names => {
    const carrier = new DataTransfer();
    for (const name of names) carrier.items.add(new File(["%PDF-1.4 small"], name));
    const target = document.querySelector(".drop");
    target.dispatchEvent(new DragEvent("drop", { dataTransfer: carrier, bubbles: true }));
}"""


def change_path(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def test_dropped_files_become_galleys_in_the_language_that_they_name(live_server, browser):
    article = an_article()
    with signed_in(browser, live_server, an_editor(), change_path(article)) as page:
        page.evaluate(DROP, ["article.pdf", "article_en.pdf"])
        save(page)
        *unreadable, saved = messages_of(page)  # they are no real PDFs
        assert len(unreadable) == 2
        assert saved == "Saved as version 2. Draft; only editors see it."

    article.refresh_from_db()
    assert [(one.name, one.language, one.kind) for one in working_record(article).galleys] == [
        ("article.pdf", "kk", "pdf"),
        ("article_en.pdf", "en", "pdf"),
    ]


def test_a_dropped_file_outlives_an_error_and_a_closed_tab(live_server, browser):
    article = an_article()
    with signed_in(browser, live_server, an_editor(), change_path(article)) as page:
        page.evaluate(DROP, ["article.pdf"])
        page.fill("[name=authorships-0-orcid]", "0000")
        save(page)
        row_text = page.locator(".stored-file").inner_text().split()
        page.goto(f"{live_server.url}{change_path(article)}")
        with page.expect_navigation():
            page.click("#draft-offer button >> nth=0")
        after_return = page.locator(".stored-file").inner_text().split()
        page.fill("[name=authorships-0-orcid]", "")
        save(page)
        assert messages_of(page) == ["Saved as version 2. Draft; only editors see it."]

    article.refresh_from_db()
    assert row_text == ["uploaded,", "not", "saved", "yet:", "article.pdf", "14", "bytes"]
    assert after_return == row_text
    assert [one.name for one in working_record(article).galleys] == ["article.pdf"]


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_the_form_never_overflows(live_server, browser, width):
    article = an_article()
    with signed_in(browser, live_server, an_editor(), change_path(article), width) as page:
        page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")

        wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")

    assert wider <= 0
