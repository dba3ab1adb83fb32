"""Files and exports of a draft, for the office."""

import pytest
from django.core.files.storage import default_storage

from articles.exports import FORMATS
from tests.factories import a_galley, a_journal, a_member, an_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client):
    journal = a_journal()
    client.force_login(a_member(journal, "auditor"))
    return client, journal


@pytest.mark.parametrize("kind", ["ris", "bibtex", "record", "csl"])
def test_a_draft_is_exported_as_a_file_of_its_number(office, kind):
    client, journal = office
    article = an_article(journal)

    response = client.get(f"/admin/articles/article/{article.pk}/export/{kind}/")

    format = FORMATS[kind]
    assert (response.status_code, response["Content-Type"]) == (200, format.media_type)
    name = f"{article.pk}-draft.{format.extension}"
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'
    assert b"Plants of the steppe" in response.content or "Дала" in response.content.decode()


def test_what_a_format_refuses_is_told_with_the_reasons(office):
    client, journal = office
    article = an_article(journal, doi="", title={"kk": "Дала"})

    response = client.get(f"/admin/articles/article/{article.pk}/export/crossref/")

    assert (response.status_code, response["Content-Type"]) == (422, "text/plain; charset=utf-8")
    assert "doi: The DOI is missing." in response.content.decode().splitlines()


def test_another_format_and_another_article_are_not_found(office):
    client, journal = office
    article = an_article(journal)

    assert client.get(f"/admin/articles/article/{article.pk}/export/odd/").status_code == 404
    assert client.get("/admin/articles/article/1/export/ris/").status_code == 404


def test_a_file_is_downloaded_under_its_name(office):
    client, journal = office
    article = an_article(journal, galleys=(a_galley(b"bytes", "дала.pdf"),))
    galley = article.galleys.get()

    response = client.get(f"/admin/articles/article/{article.pk}/files/{galley.pk}/")

    assert b"".join(response.streaming_content) == b"bytes"
    assert response["Content-Disposition"] == (
        "attachment; filename*=utf-8''%D0%B4%D0%B0%D0%BB%D0%B0.pdf"
    )
    assert client.get(f"/admin/articles/article/{article.pk}/files/999999/").status_code == 404
    default_storage.delete(galley.file.name)
    assert client.get(f"/admin/articles/article/{article.pk}/files/{galley.pk}/").status_code == 404


def test_a_session_that_outlives_the_right_to_the_office_shows_no_draft(client):
    journal = a_journal()
    article = an_article(journal, galleys=(a_galley(b"bytes", "a.pdf"),))
    user = a_member(journal, "chief_editor")
    client.force_login(user)
    addresses = [
        f"/kk/articles/{article.pk}/preview/",
        f"/articles/{article.pk}/files/{article.galleys.get().pk}/a.pdf",
        f"/articles/{article.pk}/export/ris",
        f"/admin/articles/article/{article.pk}/change/",
    ]
    before = [client.get(address).status_code for address in addresses]
    user.is_staff = False
    user.save()

    after = [client.get(address).status_code for address in addresses]

    assert (before, after) == ([200, 200, 200, 200], [403, 404, 404, 302])
