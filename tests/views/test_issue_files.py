"""An issue as its readers download it: the PDF of the whole, and entries of its articles."""

import pytest
from django.core.files.base import ContentFile

from articles.publishing import withdraw_article
from articles.records.languages import text
from tests.factories import a_journal, a_public_article, an_article, an_issue

pytestmark = pytest.mark.django_db


@pytest.fixture
def issue():
    """With two articles in the order of the second, a draft and a withdrawn article."""
    journal = a_journal()
    issue = an_issue(journal)
    for number, position in ((1, 2), (2, 1)):
        title = text(ru=f"Степь {number}", en=f"Steppe {number}")
        a_public_article(
            journal, issue_id=issue.pk, position=position, doi=f"10.5555/{number}", title=title
        )
    an_article(journal, issue_id=issue.pk, doi="10.5555/d")
    withdraw_article(a_public_article(journal, issue_id=issue.pk, doi="10.5555/w"), reason="Қате.")
    issue.pdf.save("whole.pdf", ContentFile(b"%PDF-1.4 whole"))
    issue.epub.save("whole.epub", ContentFile(b"PK\x03\x04" + b" " * 1_200_000))
    return issue


def titles(response):
    return [line[6:] for line in response.content.decode().splitlines() if line[:2] == "TI"]


def test_ris_holds_the_articles_in_the_order_of_the_contents(client, issue):
    response = client.get(f"/issues/{issue.pk}/export/ris", {"language": "en"})

    assert titles(response) == ["Steppe 2", "Steppe 1"]
    name = f'attachment; filename="issue-{issue.pk}.ris"'
    assert response.headers["Content-Disposition"] == name


def test_entries_are_in_the_language_of_the_address_or_of_each_article(client, issue):
    assert titles(client.get(f"/issues/{issue.pk}/export/ris?language=ru")) == [
        "Степь 2",
        "Степь 1",
    ]
    assert client.get(f"/issues/{issue.pk}/export/ris?language=fr").status_code == 400


def test_the_pdf_of_the_issue_is_read_in_the_browser(client, issue):
    name = issue.pdf.name.rpartition("/")[2]

    response = client.get(f"/issues/{issue.pk}/pdf/{name}")

    assert b"".join(response) == b"%PDF-1.4 whole"
    assert response.headers["Content-Type"] == "application/pdf"


def test_the_epub_of_the_issue_is_a_download_that_runs_nothing(client, issue):
    name = issue.epub.name.rpartition("/")[2]

    response = client.get(f"/issues/{issue.pk}/epub/{name}")

    assert b"".join(response).startswith(b"PK")
    assert response.headers["Content-Type"] == "application/epub+zip"
    assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert "sandbox" in response.headers["Content-Security-Policy"]


SIZES = ("1 kB", "1.2 MB")


def test_the_page_of_the_issue_links_to_them_with_language_and_size(client, issue):
    html = client.get(f"/en/steppe-science/issues/{issue.pk}/").content.decode()

    pdf, epub = (file.name.rpartition("/")[2] for file in (issue.pdf, issue.epub))
    sizes = [f'<small>Kaz. · <span class="num">{size}</span></small>' for size in SIZES]
    assert f'<a href="/issues/{issue.pk}/pdf/{pdf}">PDF {sizes[0]}</a>' in html
    assert f'<a href="/issues/{issue.pk}/epub/{epub}">EPUB {sizes[1]}</a>' in html
    for format in ("csl", "bibtex", "ris"):
        assert f'href="/issues/{issue.pk}/export/{format}?language=en"' in html


@pytest.mark.parametrize(
    "address",
    ["export/crossref", "export/x", "pdf/other.pdf", "pdf/whole.pdf/x", "epub/other.epub"],
)
def test_nothing_else_is_there(client, issue, address):
    assert client.get(f"/issues/{issue.pk}/{address}").status_code == 404


@pytest.mark.parametrize("address", ["export/ris", "pdf/{}", "epub/{}"])
def test_an_issue_that_is_not_out_gives_no_files(client, issue, address):
    issue.published_on = None
    issue.save()

    name = getattr(issue, address[:4].strip("/"), issue.pdf).name.rpartition("/")[2]
    assert client.get(f"/issues/{issue.pk}/{address.format(name)}").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_an_export_takes_as_many_queries_for_any_number(client, django_assert_num_queries, count):
    journal = a_journal()
    issue = an_issue(journal)
    for number in range(count):
        a_public_article(journal, issue_id=issue.pk, doi=f"10.5555/{number}")

    with django_assert_num_queries(6):
        client.get(f"/issues/{issue.pk}/export/bibtex")


def test_a_cover_is_shown_where_there_is_one(client, issue):
    assert "<img" not in client.get("/en/steppe-science/").content.decode()

    issue.cover.save("cover.png", ContentFile(b"\x89PNG\r\n\x1a\n"))

    name = issue.cover.name.rpartition("/")[2]
    picture = f'<img class="cover cover--pic" src="/issues/{issue.pk}/cover/{name}"'
    assert picture in client.get("/en/steppe-science/").content.decode()
