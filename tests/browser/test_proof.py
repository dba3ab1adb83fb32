"""Pictures of a draft: seen in its preview and by the link of its proof, in a browser."""

import io

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from PIL import Image
from pypdf import PdfReader

from articles.editing.files import store_galley
from tests.browser.desk import an_editor, signed_in
from tests.factories import an_article

pytestmark = pytest.mark.django_db(transaction=True)

WIDTHS = "[...document.querySelectorAll('figure img')].map(image => image.naturalWidth)"


@pytest.fixture
def article():
    made = io.BytesIO()
    Image.new("RGB", (60, 40), "green").save(made, "PNG")
    picture = store_galley(ContentFile(made.getvalue(), "сурет.png"), language="kk", kind="image")
    body = f"<figure><img src='{picture.name}'><figcaption>1-сурет</figcaption></figure>"
    return an_article(body=body, galleys=(picture,))


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_preview_shows_the_pictures_of_a_draft(language, live_server, browser, article):
    with signed_in(
        browser, live_server, an_editor(), f"/{language}/articles/{article.pk}/preview/"
    ) as page:
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
