"""The form of a journal's look: colours, pictures, the preview."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from lxml import html
from PIL import Image

from articles.models import Look
from tests.factories import a_journal, a_member, an_issue

pytestmark = pytest.mark.django_db
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">{}</svg>'
PREVIEW = "/en/steppe-science/preview/"


@pytest.fixture
def journal():
    return a_journal()


def signed_in(journal, role):
    client = Client()
    client.force_login(a_member(journal, role, interface_language="en"))
    return client


@pytest.fixture
def chief(journal):
    return signed_in(journal, "chief_editor")


def address(journal):
    return reverse("admin:articles_look_change", args=[journal.look.pk])


def typed(**changes):
    colours = {"main_colour": "#0d6b4f", "second_colour": "#f0b95a", "has_band": "on"}
    order = {"order_current": 0, "order_archive": 0, "order_news": 0, "order_submit": 100}
    return {**colours, **order, "home_text_kk": "Дала журналы", **changes}


def errors(response):
    return response.context["adminform"].form.errors


def drawing(inside="", name="logo.svg"):
    return SimpleUploadedFile(name, SVG.format(inside).encode())


def picture(size, name="logo.png"):
    content = BytesIO()
    Image.new("RGB", size, "teal").save(content, "PNG")
    return SimpleUploadedFile(name, content.getvalue())


def test_a_look_is_saved(chief, journal):
    response = chief.post(address(journal), typed(logo=drawing(), cover=picture((300, 400))))

    look = Look.objects.get()
    assert response.status_code == 302
    assert look.colours == ("#0d6b4f", "#f0b95a")
    assert look.home_text_kk == "Дала журналы"
    assert (look.logo.name[:6], look.logo.name[-4:]) == ("logos/", ".svg")
    assert (look.cover.name[:7], look.cover.name[-4:]) == ("covers/", ".png")


def test_white_on_white_is_refused_with_the_nearest_colours(chief, journal):
    white = typed(main_colour="#ffffff", second_colour="#ffffff")

    response = chief.post(address(journal), white)

    assert errors(response) == {
        "main_colour": [
            "Text cannot be read with #ffffff: the contrast is 1.00 to 1, and 4.5 is needed. The "
            "nearest colour that can be read is #6b6b6b."
        ]
    }
    assert response.context["adminform"].form.nearest == ("#6b6b6b", "#ffffff")
    assert 'name="take_nearest"' in response.text
    assert Look.objects.get().colours == ("#0b3d4d", "#e9c46a")


def test_a_second_colour_like_the_main_one_is_refused(chief, journal):
    response = chief.post(address(journal), typed(second_colour="#0d6b4f"))

    assert errors(response) == {
        "second_colour": [
            "#0d6b4f cannot be told from the main colour: the contrast is 1.00 to 1, and 3.0 is "
            "needed. The nearest colour that can is #90bbae."
        ]
    }


def test_the_nearest_colours_are_taken_where_the_editor_agrees(chief, journal):
    white = typed(main_colour="#ffffff", second_colour="#ffffff", take_nearest="on")

    response = chief.post(address(journal), white)

    assert response.status_code == 302
    assert Look.objects.get().colours == ("#6b6b6b", "#ffffff")


@pytest.mark.parametrize(
    ("logo", "message"),
    [
        (
            lambda: drawing("<script>alert(1)</script>"),
            "The SVG holds “<script>” in line 1. Save it as plain SVG, or as PNG.",
        ),
        (
            lambda: SimpleUploadedFile("logo.png", b"\x89PNG\r\n\x1a\n" + b" " * 30 * 2**20),
            "“logo.png” is larger than 10 MB. Make its pictures smaller.",
        ),
        (
            lambda: picture((1, 20_000)),
            "“logo.png” is too large or too narrow for a page (1 × 20000 pixels). Crop it.",
        ),
    ],
    ids=["script", "30 MB", "1 x 20,000"],
)
def test_a_bad_logo_is_refused(chief, journal, logo, message):
    response = chief.post(address(journal), typed(logo=logo()))

    assert errors(response) == {"logo": [message]}


def test_the_form_links_to_the_stored_logo(chief, journal):
    chief.post(address(journal), typed(logo=drawing()))

    page = html.document_fromstring(chief.get(address(journal)).text)
    [link] = page.xpath("//div[contains(@class, 'field-logo')]//a/@href")

    assert chief.get(link)["Content-Type"] == "image/svg+xml"


def test_a_logo_can_be_taken_away(chief, journal):
    chief.post(address(journal), typed(logo=drawing()))

    chief.post(address(journal), typed(**{"logo-clear": "on"}))

    assert Look.objects.get().logo.name == ""


@pytest.mark.parametrize(("role", "status"), [("editor", 403), ("auditor", 403)])
def test_only_a_chief_editor_changes_the_look(journal, role, status):
    client = signed_in(journal, role)

    assert client.post(address(journal), typed()).status_code == status
    assert client.post(address(journal), typed(_preview="1")).status_code == status
    assert client.get(address(journal)).status_code == 200
    assert Look.objects.get().main_colour == "#0b3d4d"


def test_the_chief_editor_of_another_journal_does_not_see_it(journal):
    client = signed_in(a_journal(slug="other"), "chief_editor")

    assert client.get(address(journal)).status_code == 302
    assert client.post(address(journal), typed(_preview="1")).status_code in (302, 403)
    assert client.get(PREVIEW).status_code == 404


def test_a_look_is_seen_before_it_is_saved(chief, client, journal):
    an_issue(journal)
    sent = typed(logo=drawing(), cover=picture((300, 400)), home_text_en="A new text", _preview="1")

    response = chief.post(address(journal), sent)
    page = chief.get(response["Location"])
    document = html.document_fromstring(page.text)

    logo = document.xpath("//a[@class='brand']/img/@src")
    cover = document.xpath("//img[@class='cover cover--pic']/@src")
    assert (response.status_code, page.status_code) == (303, 200)
    assert [link for link in document.xpath("//link/@href") if "0d6b4f-f0b95a" in link]
    assert "A new text" in page.text
    assert "not saved yet" in page.text
    assert page["Cache-Control"] == "private, no-store"
    for picture_address, media_type in ((*logo, "image/svg+xml"), (*cover, "image/png")):
        seen = chief.get(picture_address)
        assert (seen.status_code, seen["Content-Type"]) == (200, media_type)
        assert seen["Cache-Control"] == "private, no-store"
        assert client.get(picture_address).status_code == 404
    assert client.get(PREVIEW).status_code == 404
    assert Look.objects.get().home_text_en in ("", None)
    assert not Look.objects.get().logo


def test_a_preview_with_errors_shows_the_form(chief, journal):
    response = chief.post(address(journal), typed(main_colour="#ffffff", _preview="1"))

    assert list(errors(response)) == ["main_colour", "second_colour"]
    assert chief.get(PREVIEW).status_code == 404


def test_nobody_adds_or_deletes_a_look(journal):
    client = Client()
    client.force_login(a_member(journal, "chief_editor", is_superuser=True))

    assert client.get(reverse("admin:articles_look_add")).status_code == 403
    delete = reverse("admin:articles_look_delete", args=[journal.look.pk])
    assert client.post(delete, {"post": "yes"}).status_code == 403
