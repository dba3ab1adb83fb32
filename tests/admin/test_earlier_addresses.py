"""Uploading addresses of an earlier site as CSV, by a superuser."""

import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile

from articles.models import EarlierAddress
from tests.factories import a_journal, a_member, an_article

pytestmark = pytest.mark.django_db
UPLOAD = "/admin/articles/earlieraddress/upload/"


def send(client, content):
    return client.post(UPLOAD, {"file": SimpleUploadedFile("old.csv", content)})


def messages(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


@pytest.fixture
def superuser(admin_client, admin_user):
    admin_user.interface_language = "en"
    admin_user.save()
    return admin_client


def test_a_file_is_saved_and_its_lines_are_counted(superuser):
    article = an_article(doi="10.5555/Old")
    rows = (
        f"/old?id=1,10.5555/old\n\n/b,{article.pk}\n/c,/kk/authors/\nhttp://old.kz/d,https://e.org/"
    )

    response = send(superuser, rows.encode())

    assert (response.status_code, response.url) == (302, "/admin/articles/earlieraddress/")
    assert messages(response) == ["Addresses saved: 4."]
    assert list(
        EarlierAddress.objects.order_by("path").values_list("path", "article", "target")
    ) == [
        ("/b", article.pk, ""),
        ("/c", None, "/kk/authors/"),
        ("/d", None, "https://e.org/"),
        ("/old?id=1", article.pk, ""),
    ]


def test_a_second_file_replaces_the_target_of_an_address(superuser):
    send(superuser, b"/a;/first\n/a;/second")
    send(superuser, "\ufeff/a;/third".encode())

    assert list(EarlierAddress.objects.values_list("path", "target")) == [("/a", "/third")]


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"\xff\xfe", "The file is not UTF-8. Save it as CSV UTF-8."),
        (b"/a,/b\n/c", "Line 2: two columns are needed: the old path and its target."),
        (b"a,/b", "Line 1: “a” is not a path: a path begins with /."),
        (
            f"/{'a' * 500},/b".encode(),
            f"Line 1: “/{'a' * 79}” is not a path: a path begins with /.",
        ),
        (b"/a,b", "Line 1: “b” is not a DOI, a number or an address."),
        (
            f"/a,/{'b' * 500}".encode(),
            f"Line 1: “/{'b' * 79}” is not a DOI, a number or an address.",
        ),
        (b"/a,77", "Line 1: article not found: “77”."),
        (b"/a,10.5555/none", "Line 1: article not found: “10.5555/none”."),
        (
            b"/a,https://doi.org/10.5555/x",
            "Line 1: article not found: “https://doi.org/10.5555/x”.",
        ),
    ],
)
def test_a_bad_line_is_refused_with_its_number(superuser, content, error):
    response = send(superuser, content)

    assert (response.status_code, response.context["form"].errors["file"]) == (200, [error])
    assert not EarlierAddress.objects.exists()


def test_the_longest_path_is_saved(superuser):
    send(superuser, f"/{'a' * 499},/{'b' * 499}".encode())

    assert EarlierAddress.objects.count() == 1


def test_a_file_that_is_too_large_or_too_long_is_refused(superuser, monkeypatch):
    monkeypatch.setattr("articles.admin.earlier_addresses.MAX_BYTES", 11)
    monkeypatch.setattr("articles.intake.earlier_addresses.MAX_ROWS", 2)

    large = send(superuser, b"/a,/b\n/c,/d\n")
    fits = send(superuser, b"/a,/b\n/c,/d")
    long = send(superuser, b"\n\n/a,/b")

    assert large.context["form"].errors["file"] == ["The file is larger than 10 MB. Split it."]
    assert fits.status_code == 302
    assert long.context["form"].errors["file"] == ["The file has more than 2 lines. Split it."]


def test_only_a_superuser_uploads_addresses(client):
    client.force_login(a_member(a_journal()))

    assert client.get(UPLOAD).status_code == 403
    assert send(client, b"/a,/b").status_code == 403
    assert not EarlierAddress.objects.exists()


def test_the_page_shows_an_empty_form(superuser):
    page = superuser.get(UPLOAD)

    assert (page.status_code, page.context["title"]) == (200, "Upload old addresses")
    assert page.context["form"].errors == {}
