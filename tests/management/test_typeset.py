"""The command typeset: the PDF of an article, an issue."""

import io
import zipfile

import pytest
from django.core.management import CommandError, call_command

from tests.factories import a_journal, an_article, an_issue

pytestmark = pytest.mark.django_db


def typeset(*arguments):
    errors = io.StringIO()
    call_command("typeset", *map(str, arguments), stderr=errors)
    return errors.getvalue()


def test_the_pdf_of_an_article_is_written_with_what_differs(tmp_path):
    an_article(doi="10.5555/a", body="<p>x</p><figure><img src='absent.png'></figure>")

    printed = typeset("--doi", "10.5555/a", "-o", tmp_path / "a.pdf")

    assert (tmp_path / "a.pdf").read_bytes()[:5] == b"%PDF-"
    assert "warns  body: The picture “absent.png” cannot be shown; its name is printed." in printed


def test_an_issue_is_one_pdf_with_the_pages_and_findings_of_its_articles(tmp_path):
    journal = a_journal()
    issue = an_issue(journal)
    broken = "<p>x</p><figure><img src='absent.png'></figure>"
    an_article(journal, doi="10.5555/a", issue_id=issue.pk, position=2)
    an_article(journal, doi="10.5555/b", issue_id=issue.pk, position=1, body=broken)

    printed = typeset("--issue", issue.pk, "--start", 11, "-o", tmp_path / "issue.pdf")

    assert (tmp_path / "issue.pdf").read_bytes()[:5] == b"%PDF-"
    assert "10.5555/b  11–11\n  warns  body: The picture “absent.png” cannot" in printed
    assert "10.5555/a  12–12\n" in printed
    assert "notes  certificate: The imprint leaves out:" in printed


def test_an_article_and_an_issue_are_word_files_with_what_differs(tmp_path):
    journal = a_journal()
    issue = an_issue(journal)
    broken = "<p>x</p><figure><img src='absent.png'></figure>"
    an_article(journal, doi="10.5555/a", issue_id=issue.pk, body=broken)

    told = [
        typeset("--doi", "10.5555/a", "--as", "docx", "-o", tmp_path / "a.docx"),
        typeset("--issue", issue.pk, "--as", "docx", "-o", tmp_path / "issue.docx"),
    ]

    for name, printed in zip(("a.docx", "issue.docx"), told, strict=True):
        assert zipfile.is_zipfile(tmp_path / name)
        assert "10.5555/a  DOCX\n  warns  body: The picture “absent.png” cannot" in printed


def test_the_pdfs_of_an_issue_are_a_zip_in_their_order(tmp_path):
    journal = a_journal()
    issue = an_issue(journal)
    for position, name in ((2, "b"), (1, "a")):
        an_article(journal, doi=f"10.5555/{name}", issue_id=issue.pk, position=position)

    typeset("--issue", issue.pk, "--as", "zip", "-o", tmp_path / "issue.zip")
    typeset("--issue", issue.pk, "--as", "zip", "-o", tmp_path / "again.zip")

    with zipfile.ZipFile(tmp_path / "issue.zip") as archive:
        assert archive.namelist() == ["01-10.5555-a.pdf", "02-10.5555-b.pdf"]
        assert archive.read("01-10.5555-a.pdf")[:5] == b"%PDF-"
    assert (tmp_path / "issue.zip").read_bytes() == (tmp_path / "again.zip").read_bytes()


def test_an_article_and_an_issue_are_written_as_epub(tmp_path):
    journal = a_journal()
    issue = an_issue(journal)
    broken = "<p>x</p><figure><img src='absent.png'></figure>"
    an_article(journal, doi="10.5555/a", issue_id=issue.pk, body=broken)

    one = typeset("--doi", "10.5555/a", "--as", "epub", "-o", tmp_path / "a.epub")
    all_of_it = typeset("--issue", issue.pk, "--as", "epub", "-o", tmp_path / "issue.epub")

    message = "warns  body: The picture “absent.png” cannot be shown; its name is printed."
    assert message in one
    assert message in all_of_it
    assert (tmp_path / "a.epub").read_bytes()[30:58] == b"mimetypeapplication/epub+zip"
    with zipfile.ZipFile(tmp_path / "issue.epub") as archive:
        assert "EPUB/article-1.xhtml" in archive.namelist()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--doi", "10.5555/a", "--as", "zip"), "A ZIP is made of an issue. Use --issue."),
        (("--doi", "10.5555/none"), "No article has the DOI 10.5555/none."),
        (("--issue", "999"), "Issue not found: 999."),
    ],
)
def test_what_cannot_be_made_is_refused(tmp_path, arguments, message):
    an_article(doi="10.5555/a")

    with pytest.raises(CommandError) as refusal:
        typeset(*arguments, "-o", tmp_path / "x")

    assert str(refusal.value) == message
    assert not (tmp_path / "x").exists()


def test_an_issue_without_articles_is_refused(tmp_path):
    issue = an_issue(a_journal())

    with pytest.raises(CommandError, match="no articles"):
        typeset("--issue", issue.pk, "-o", tmp_path / "x")
