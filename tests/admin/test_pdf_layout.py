"""The page on which a chief editor lays out the PDFs of a journal."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.queries.pdf_designs import journal_design
from articles.records.pdf_layout import PARTS, PdfLayout
from tests.factories import a_journal, a_member, an_article

pytestmark = pytest.mark.django_db

LAYOUT = {
    "paper": "b5", "top": "20", "bottom": "20", "left": "18", "right": "18", "font": "pt_serif",
    "size": "9.5", "columns": "2", "logo_height": "0",
    **{f"place_{part}": str(place) for place, part in enumerate(PARTS, 1)},
}  # fmt: skip


def client_of(journal, role):
    client = Client()
    client.force_login(a_member(journal, role))
    return client


def address(journal, name="pdf_layout"):
    return reverse(f"admin:articles_journal_{name}", args=[journal.pk])


def test_a_layout_is_saved_and_read_back():
    journal = a_journal()
    client = client_of(journal, "chief_editor")
    typed = {**LAYOUT, "place_translations": "99", "is_coloured": "on"}

    client.post(address(journal), typed)

    order = (*(part for part in PARTS if part != "translations"), "translations")
    assert journal_design(journal).layout == PdfLayout(
        paper="b5", top=20, bottom=20, left=18, right=18, font="pt_serif", size=9.5, columns=2,
        logo_height=0, order=order,
    )  # fmt: skip
    form = client.get(address(journal)).context["form"]
    assert (form["paper"].value(), form["place_translations"].value()) == ("b5", 9)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"top": "2"}, "top"),
        ({"columns": "3"}, "columns"),
        ({"font": "Comic"}, "font"),
        ({"size": "nan"}, "size"),
        ({"place_body": "x"}, "place_body"),
        ({"paper": "a5", "left": "60", "right": "60"}, "__all__"),
    ],
)
def test_a_layout_that_cannot_be_is_refused(typed, field):
    journal = a_journal()

    page = client_of(journal, "chief_editor").post(address(journal), {**LAYOUT, **typed})

    assert list(page.context["form"].errors) == [field]
    assert journal_design(journal).layout == PdfLayout()


def test_an_article_is_shown_in_the_typed_layout_and_nothing_is_saved():
    journal = a_journal()
    article = an_article(journal, body="<p>Дала.</p>")
    client = client_of(journal, "chief_editor")

    page = client.post(address(journal), {**LAYOUT, "article": article.pk, "preview": "1"})

    assert page.context["pages"] == 1
    (picture,) = page.context["pictures"]
    answer = client.get(picture)
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")
    assert answer.content[:8] == b"\x89PNG\r\n\x1a\n"
    assert journal_design(journal).layout == PdfLayout()


def test_articles_of_other_journals_are_not_shown():
    journal = a_journal()
    other = an_article(a_journal(slug="other"))
    client = client_of(journal, "chief_editor")

    page = client.post(address(journal), {**LAYOUT, "article": other.pk, "preview": "1"})
    picture = client.get(
        address(journal, "pdf_layout_picture"), {**LAYOUT, "article": other.pk, "page": "0"}
    )

    assert list(page.context["form"].errors) == ["article"]
    assert picture.status_code == 404


@pytest.mark.parametrize("name", ["pdf_layout", "pdf_layout_picture"])
def test_the_layout_is_the_chief_editors_alone(name):
    journal = a_journal()

    assert client_of(journal, "editor").get(address(journal, name)).status_code == 403
