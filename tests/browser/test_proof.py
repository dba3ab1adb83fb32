"""Pictures of a draft, in a browser: in its manuscript, its preview, by the link of its proof."""

import io

import pytest
from django.urls import reverse
from PIL import Image
from pypdf import PdfReader

from articles.models import Manuscript
from articles.records import json
from tests.browser.admin_session import an_editor, signed_in
from tests.factories import a_galley, a_journal, a_record, an_article

pytestmark = pytest.mark.django_db(transaction=True)

WIDTHS = "[...document.querySelectorAll('figure img')].map(image => image.naturalWidth)"


@pytest.fixture
def parts():
    """A text, and the picture in it."""
    made = io.BytesIO()
    Image.new("RGB", (60, 40), "green").save(made, "PNG")
    picture = a_galley(made.getvalue(), "сурет.png", kind="image")
    body = f"<figure><img src='{picture.name}'><figcaption>1-сурет</figcaption></figure>"
    return {"body": body, "galleys": (picture,)}


@pytest.fixture
def article(parts):
    return an_article(**parts)


def test_a_manuscript_that_was_read_shows_its_pictures(live_server, browser, parts):
    manuscript = Manuscript.objects.create(
        journal=a_journal(),
        name="a.docx",
        path="a.docx",
        size=1,
        state=Manuscript.State.READ,
        reading="{}",
        stored=json.write(a_record(**parts)).decode(),
    )
    address = reverse("admin:articles_manuscript_change", args=[manuscript.pk])
    with signed_in(browser, live_server, an_editor(), address) as page:
        page.click("details.preview summary")

        assert page.evaluate(WIDTHS) == [60]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_preview_shows_the_pictures_of_a_draft(language, live_server, browser, article):
    with signed_in(
        browser, live_server, an_editor(), f"/{language}/articles/{article.pk}/preview/"
    ) as page:
        page.locator("figure img").scroll_into_view_if_needed()
        page.wait_for_function("() => document.querySelector('figure img').naturalWidth")
        assert page.evaluate(WIDTHS) == [60]


def test_an_author_reads_the_proof_with_its_pictures_and_takes_the_pdf(
    live_server, browser, page, article
):
    office = reverse("admin:articles_article_proof", args=[article.pk])
    with signed_in(browser, live_server, an_editor(), office) as desk:
        desk.fill("[name=author]", "Ұлжан Төлегенова")
        desk.click("fieldset ~ .submit-row button")
        link = live_server.url + "/" + desk.locator(".notice code").inner_text().split("/", 3)[3]

    page.goto(link)
    pdf = page.request.get(link + page.locator("a", has_text="PDF").get_attribute("href"))

    assert page.evaluate(WIDTHS) == [60]
    read = PdfReader(io.BytesIO(pdf.body()))
    assert "Proof – not published" in read.pages[0].extract_text()
    assert [len(one.images) for one in read.pages] == [1]
