"""Files that cannot be read, on each page that takes files: a message, and nothing half saved."""

import pytest
from django.contrib.messages import get_messages
from django.core.files.base import ContentFile

from articles.admin.article import edit_page
from articles.admin.issue import makeup_files
from articles.editing import files, web_pictures, working_record
from articles.models import Article, Issue
from articles.records.languages import text
from tests.admin.test_article_form import ADD, as_sent, posted
from tests.editing.test_web_pictures import a_picture, opened
from tests.factories import a_journal, a_member, an_article, an_issue
from tests.publishing.damaged_pdfs import DAMAGED, ENCRYPTED, GOOD
from tests.publishing.pdfs import a_pdf

pytestmark = pytest.mark.django_db
CUT_OFF = DAMAGED["cut off"]
UNREADABLE = (
    "“{}” could not be read: the PDF is damaged or too complex. Open it, print it to a new PDF, "
    "and choose that file."
)
KEPT = " The file was kept; its pages were not counted."
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def issue():
    issue = an_issue(a_journal(), published_on=None)
    title = text(en="Plants of the steppe")
    an_article(issue.journal, issue_id=issue.pk, title=title, first_page="1", last_page="2")
    return issue


@pytest.fixture
def editor(client, issue):
    client.force_login(a_member(issue.journal))
    return client


def send(editor, address, sent):
    """The response, and the messages of this request alone."""
    editor.cookies.pop("messages", None)
    response = editor.post(address, sent)
    return response, [str(message) for message in get_messages(response.wsgi_request)]


def a_row(content, name="a.pdf", kind="pdf", number=0):
    row = {"language": "kk", "kind": kind, "upload": ContentFile(content, name)}
    return {f"galleys-{number}-{field}": value for field, value in row.items()}


def with_rows(issue, *rows, **typed):
    rows = {field: value for row in rows for field, value in row.items()}
    return posted(journal=issue.journal_id, **{"galleys-TOTAL_FORMS": "2"}, **rows, **typed)


def galleys():
    return [(one.name, one.pages) for one in working_record(Article.objects.latest("pk")).galleys]


def test_the_pages_of_a_pdf_are_counted_as_it_is_saved(editor, issue):
    response, messages = send(editor, ADD, with_rows(issue, a_row(GOOD)))

    assert (response.status_code, galleys()) == (302, [("a.pdf", 3)])
    assert messages == ["Saved as version 1. Draft; only editors see it."]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (CUT_OFF, UNREADABLE.format("a.pdf")),
        (ENCRYPTED, "“a.pdf” is protected by a password. Save the PDF without it."),
    ],
)
def test_a_pdf_that_cannot_be_read_is_kept_and_named(editor, issue, content, message):
    response, messages = send(editor, ADD, with_rows(issue, a_row(content)))

    assert (response.status_code, galleys()) == (302, [("a.pdf", None)])
    assert messages == [message + KEPT, "Saved as version 1. Draft; only editors see it."]


def test_the_pages_are_counted_once_if_the_form_is_shown_again(editor, issue, monkeypatch):
    typed = with_rows(issue, a_row(GOOD), received_on="yesterday")
    refused, _ = send(editor, ADD, typed)
    monkeypatch.setattr(edit_page, "UPLOAD_SECONDS", 0)

    saved, messages = send(
        editor, ADD, {**posted(journal=issue.journal_id), **as_sent(refused), "received_on": ""}
    )

    assert (refused.status_code, saved.status_code) == (200, 302)
    assert (galleys(), messages) == (
        [("a.pdf", 3)],
        ["Saved as version 1. Draft; only editors see it."],
    )


def test_a_file_of_another_kind_is_not_opened(editor, issue):
    _, messages = send(editor, ADD, with_rows(issue, a_row(CUT_OFF, kind="supplement")))

    assert (galleys(), messages) == (
        [("a.pdf", None)],
        ["Saved as version 1. Draft; only editors see it."],
    )


def test_pdfs_are_kept_when_the_time_of_a_save_is_over(editor, issue, monkeypatch):
    monkeypatch.setattr(edit_page, "UPLOAD_SECONDS", 0)

    rows = (a_row(GOOD), a_row(GOOD, "b.pdf", number=1))
    _, messages = send(editor, ADD, with_rows(issue, *rows))

    assert galleys() == [("a.pdf", None), ("b.pdf", None)]
    assert messages[:2] == [UNREADABLE.format(name) + KEPT for name in ("a.pdf", "b.pdf")]


def makeup(issue):
    return f"/admin/articles/issue/{issue.pk}/makeup/"


def test_a_whole_issue_that_cannot_be_cut_is_not_saved(editor, issue):
    whole = ContentFile(CUT_OFF, "whole.pdf")
    response, messages = send(
        editor, makeup(issue), {"do": "cut", "first_number": "1", "whole": whole}
    )

    issue.refresh_from_db()
    assert (response.status_code, messages) == (200, [UNREADABLE.format("whole.pdf")])
    assert not issue.pdf


def test_one_bad_file_does_not_keep_others_from_their_articles(editor, issue):
    good = a_pdf(["Plants of the steppe"])
    uploads = [
        ContentFile(CUT_OFF, "first.pdf"),
        ContentFile(b"MZ", "second.pdf"),
        good,
        ContentFile(ENCRYPTED, "third.pdf"),
    ]

    response, messages = send(editor, makeup(issue), {"do": "match", "files": uploads})

    proposed = [file.proposal.galley.name for file in response.context["proposals"]]
    assert proposed == ["print.pdf"]
    assert messages == [
        UNREADABLE.format("first.pdf"),
        "“second.pdf” is not a PDF file.",
        "“third.pdf” is protected by a password. Save the PDF without it.",
    ]


def test_files_are_named_when_the_time_for_matching_is_over(editor, issue, monkeypatch):
    monkeypatch.setattr(makeup_files, "MATCH_SECONDS", 0)

    _, messages = send(editor, makeup(issue), {"do": "match", "files": [a_pdf(["1"])]})

    assert messages == [UNREADABLE.format("print.pdf")]


def test_further_files_than_are_read_are_mentioned(editor, issue, monkeypatch):
    monkeypatch.setattr(makeup_files, "MOST_FILES", 1)

    response, messages = send(
        editor, makeup(issue), {"do": "match", "files": [a_pdf(["1"]), a_pdf(["2"])]}
    )

    assert len(response.context["proposals"]) == 1
    assert messages == ["Only the first 1 files were read. Choose the others again."]


def issue_form(issue, **changes):
    facts = {"journal": issue.journal_id, "year": "2024", "number": "1", "title_kk": ""}
    return {**facts, **changes}


@pytest.mark.parametrize(
    ("field", "name", "content", "message"),
    [
        ("pdf", "a.pdf", b"MZ", "“a.pdf” is not a PDF file."),
        (
            "pdf",
            "a.pdf",
            b"%PDF-" + b" " * 2**20,
            "“a.pdf” is larger than 1 MB. Make its pictures smaller.",
        ),
        ("cover", "a.png", b"<svg>", "“a.png” is not a picture."),
        (
            "cover",
            "a.png",
            PNG + b" " * 2**20,
            "“a.png” is larger than 1 MB. Make its pictures smaller.",
        ),
        (
            "cover",
            "a.tif",
            b"II*\0",
            "“a.tif” cannot be read as a picture. Save it as JPEG or PNG.",
        ),
        (
            "cover",
            "a.svg",
            b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
            "“a.svg” is not a picture.",
        ),
        (
            "cover",
            "a.png",
            PNG,
            "“a.png” cannot be read as a picture. Save it as JPEG or PNG.",
        ),
        (
            "cover",
            "me.png",
            a_picture((1, 20_000), "PNG").read(),
            "“me.png” is too large or too narrow for a page (1 × 20000 pixels). Crop it.",
        ),
    ],
)
def test_the_form_of_an_issue_refuses_files(
    editor, issue, monkeypatch, field, name, content, message
):
    monkeypatch.setattr(files, "ISSUE_BYTES", 2**20)
    monkeypatch.setattr(web_pictures, "COVER_BYTES", 2**20)
    address = f"/admin/articles/issue/{issue.pk}/change/"

    sent = issue_form(issue, **{field: ContentFile(content, name)})
    response = editor.post(address, sent)

    form = response.context["adminform"].form
    assert (response.status_code, form.errors) == (200, {field: [message]})


def test_the_form_of_an_issue_takes_its_files(editor, issue):
    address = f"/admin/articles/issue/{issue.pk}/change/"
    cover, pdf = a_picture((2_400, 3_200)), ContentFile(GOOD, "whole.pdf")

    first = editor.post(address, issue_form(issue, cover=cover, pdf=pdf))
    again = editor.post(address, issue_form(issue, year="2025"))

    saved = Issue.objects.get(pk=issue.pk)
    assert (first.status_code, again.status_code, saved.year) == (302, 302, 2025)
    assert (opened(saved.cover).size, saved.pdf.read()) == ((1_200, 1_600), GOOD)


def test_a_cover_of_30_megabytes_is_refused(editor, issue):
    cover = ContentFile(PNG + b" " * 30 * 2**20, "a.png")

    response = editor.post(
        f"/admin/articles/issue/{issue.pk}/change/", issue_form(issue, cover=cover)
    )

    assert response.context["adminform"].form.errors == {
        "cover": ["“a.png” is larger than 10 MB. Make its pictures smaller."]
    }
