"""The page of an issue's packages: downloaded, or refused with what is to be corrected."""

import io
import zipfile

import pytest
from django.urls import reverse
from lxml import html

from articles.publishing.packages import PACKAGES
from tests.factories import a_journal, a_member, a_public_article, an_issue

pytestmark = pytest.mark.django_db


@pytest.fixture
def issue():
    journal = a_journal(elibrary_id="12345")
    issue = an_issue(journal)
    a_public_article(journal, issue_id=issue.pk, position=1, doi="10.5555/packed")
    return issue


@pytest.fixture
def editor(client, issue):
    client.force_login(a_member(issue.journal))
    return client


def download(client, issue, name):
    return client.get(reverse("admin:articles_issue_package", args=[issue.pk, name]))


def test_the_form_of_the_issue_leads_to_every_package(editor, issue):
    form = editor.get(reverse("admin:articles_issue_change", args=[issue.pk])).content.decode()
    address = reverse("admin:articles_issue_packages", args=[issue.pk])

    page = html.fromstring(editor.get(address).content.decode())

    assert f'href="{address}"' in form
    assert page.xpath("//main//h2/@id | //*[@id='content']//h2/@id")[: len(PACKAGES)] == [
        f"package-{name}" for name in PACKAGES
    ]
    assert all(page.xpath(f"//a[@href='{address}{name}/']") for name in PACKAGES)


def test_a_package_is_downloaded(editor, issue):
    answer = download(editor, issue, "rinc-zip")

    content = b"".join(answer.streaming_content)
    assert answer["Content-Disposition"] == 'attachment; filename="steppe-science-2024-1-rinc.zip"'
    assert zipfile.ZipFile(io.BytesIO(content)).namelist() == ["steppe-science-2024-1.xml"]


def alerts_of(answer):
    """The address of each link in the alert with its text, then the items of its lists."""
    page = html.fromstring(answer.content.decode())
    links = page.xpath("//*[@role='alert']//a")
    return [(link.get("href"), link.text) for link in links], page.xpath(
        "//*[@role='alert']//li/text()"
    )


def test_what_the_journal_lacks_for_a_package_is_named_once(editor, issue):
    issue.journal.elibrary_id = ""
    issue.journal.save()
    a_public_article(issue.journal, issue_id=issue.pk, position=2, doi="10.5555/packed-2")

    answer = download(editor, issue, "rinc-zip")

    message = (
        "eLIBRARY identifies a journal by its eLIBRARY number, which is not set. "
        "Enter it in the journal settings."
    )
    form = reverse("admin:articles_journal_change", args=[issue.journal_id])
    assert alerts_of(answer) == ([(form, message)], [])


def test_what_an_article_lacks_for_a_package_is_named_with_its_form(editor, issue):
    article = a_public_article(
        issue.journal, issue_id=issue.pk, doi="10.5555/pageless", first_page="", last_page=""
    )

    answer = download(editor, issue, "rinc-zip")

    form = reverse("admin:articles_article_change", args=[article.pk])
    assert alerts_of(answer) == (
        [(form, article.title_kk)],
        ["First page: eLIBRARY needs the pages of an article."],
    )


def test_an_issue_without_published_articles_has_no_package(editor, issue):
    empty = an_issue(issue.journal, number="2")

    answer = download(editor, empty, "issue_list-xlsx")

    assert html.fromstring(answer.content.decode()).xpath("//*[@role='alert']//p/text()") == [
        "The issue has no published articles."
    ]


def test_an_unknown_package_and_a_foreign_issue_are_refused(editor, issue):
    other = an_issue(a_journal(slug="water"))

    assert download(editor, issue, "crossref-zip").status_code == 404
    assert download(editor, other, "rinc-zip").status_code == 403
