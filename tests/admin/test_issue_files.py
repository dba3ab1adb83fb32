"""The page of an issue's files: asked for, made, downloaded; pages saved with the articles."""

import io
from datetime import date, timedelta

import pytest
from django.contrib.messages import get_messages
from django.utils import translation
from lxml import html
from pypdf import PdfReader

from articles.editing import working_record
from articles.models import Article, IssueFile
from articles.publishing import issue_file_makers, publish_article
from articles.publishing.issue_file_pages import new_pages
from articles.publishing.issue_files import ask_for, make_next
from articles.publishing.makeup import makeup_articles
from articles.records.languages import text
from tests.factories import a_journal, a_member, an_article, an_issue

pytestmark = pytest.mark.django_db


@pytest.fixture
def issue():
    return an_issue(a_journal(), published_on=None)


@pytest.fixture
def editor(client, issue):
    client.force_login(a_member(issue.journal))
    return client


def of(issue, position, **changes):
    title = {"title": text(en=f"Plants, part {position}"), "doi": f"10.5555/file-{position}"}
    return an_article(issue.journal, issue_id=issue.pk, position=position, **{**title, **changes})


def address(issue):
    return f"/admin/articles/issue/{issue.pk}/files/"


def post(editor, issue, **typed):
    editor.cookies.pop("messages", None)
    response = editor.post(address(issue), typed)
    assert response.status_code == 302
    return [str(message) for message in get_messages(response.wsgi_request)]


def pages(*articles):
    records = [working_record(Article.objects.get(pk=article.pk)) for article in articles]
    return [(record.first_page, record.last_page) for record in records]


def test_without_a_worker_the_file_is_made_at_once_and_downloaded(editor, issue):
    of(issue, 1)

    post(editor, issue, make="pdf", start="")

    page = editor.get(address(issue)).content.decode()
    assert "The imprint leaves out: number of the registration certificate." in page
    response = editor.get(f"{address(issue)}pdf/")
    assert "attachment" in response["Content-Disposition"]
    pdf = PdfReader(io.BytesIO(b"".join(response)))
    assert "Plants, part 1" in pdf.pages[3].extract_text()


def test_pages_become_those_of_the_pdf_only_after_confirmation(editor, issue):
    first, second = of(issue, 1), of(issue, 2, first_page="90", last_page="95")

    post(editor, issue, make="pdf", start="7")

    page = editor.get(address(issue))
    assert [(line.pages, line.new) for line in page.context["page_lines"]] == [
        ("5–14", "7"),
        ("90–95", "8"),
    ]
    assert pages(first, second) == [("5", "14"), ("90", "95")]

    assert post(editor, issue, pages="1") == ["Articles changed: 2."]

    assert pages(first, second) == [("7", "7"), ("8", "8")]
    after = editor.get(address(issue)).context
    assert (after["page_lines"], after["are_pages_saved"]) == ([], True)
    assert post(editor, issue, pages="1") == ["Articles changed: 0."]


def test_published_articles_that_get_other_pages_are_told(editor, issue):
    article = of(issue, 1, first_page="90", last_page="95")
    publish_article(article, published_on=date(2024, 3, 29), override="a test")

    post(editor, issue, make="pdf", start="7")

    page = editor.get(address(issue))
    assert page.context["public_count"] == 1
    assert "1 published article gets other pages." in page.content.decode()


def test_pages_of_a_pdf_of_earlier_texts_are_refused(editor, issue):
    article = of(issue, 1)
    post(editor, issue, make="pdf", start="7")
    of(issue, 2)

    told = post(editor, issue, pages="1")

    assert told == ["Articles have changed since the file was made. Make it again first."]
    assert pages(article) == [("5", "14")]
    assert "Articles have changed since the file was made." in (
        editor.get(address(issue)).content.decode()
    )


def test_a_worker_takes_one_file_after_another(issue):
    of(issue, 1)
    for kind in ("docx", "zip"):
        ask_for(issue, kind, 0, None)

    kinds = [make_next().kind, make_next().kind, make_next()]

    assert kinds == ["docx", "zip", None]
    assert set(IssueFile.objects.values_list("state", flat=True)) == {"made"}


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("kk", "Шығарылым деректерінде жоқ: құрылтайшы."),
        ("ru", "В выходных данных нет: учредитель."),
        ("en", "The imprint leaves out: founder."),
    ],
)
def test_a_worker_writes_findings_in_the_language_of_the_editor_who_asked(issue, language, told):
    of(issue, 1)
    ask_for(issue, "pdf", 0, a_member(issue.journal, interface_language=language))

    with translation.override("en"):
        file = make_next()

    assert file.findings[0][2] == told


@pytest.mark.parametrize(("language", "lang"), [("ru", "ru"), ("en", None)])
def test_findings_in_the_language_of_another_editor_say_so(editor, issue, language, lang):
    other = a_member(issue.journal, "editor", interface_language=language)
    make_next(ask_for(issue, "epub", 0, other).pk)

    page = html.fromstring(editor.get(address(issue)).content)

    (message,) = page.xpath("//*[@class='d-finds']/li/span[2]")
    assert message.get("lang") == lang


def test_a_file_made_again_takes_the_place_of_the_earlier_one(
    issue, django_capture_on_commit_callbacks
):
    of(issue, 1)
    for _time in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            file = ask_for(issue, "docx", 0, None)
            make_next(file.pk)

    assert IssueFile.objects.count() == 1


def test_a_fault_of_the_program_is_told_and_does_not_stop_the_worker(editor, issue, monkeypatch):
    of(issue, 1)

    def break_down(_file):
        raise ZeroDivisionError

    monkeypatch.setitem(issue_file_makers.MAKERS, "docx", break_down)
    post(editor, issue, make="docx", start="")

    page = editor.get(address(issue)).content.decode()
    assert "The program failed. Its log says why: tell the administrator." in page
    assert make_next() is None


def test_a_file_that_waits_too_long_is_told(editor, issue):
    of(issue, 1)
    file = ask_for(issue, "docx", 0, None)

    assert "the worker is not running" not in editor.get(address(issue)).content.decode()

    file.asked_at -= timedelta(minutes=11)
    file.save()
    assert "the worker is not running" in editor.get(address(issue)).content.decode()


def test_a_start_that_is_no_page_is_refused(editor, issue):
    response = editor.post(address(issue), {"make": "pdf", "start": "x"})

    assert "Enter a whole number." in response.content.decode()
    assert not IssueFile.objects.exists()


def test_a_made_file_is_published_once_its_articles_are(editor, issue):
    article = of(issue, 1)
    post(editor, issue, make="epub", start="")

    assert post(editor, issue, publish="epub") == [
        "Readers do not have these texts yet: Plants, part 1. Publish or release them first."
    ]

    publish_article(article, published_on=date(2024, 3, 29), override="a test")
    post(editor, issue, make="epub", start="")
    assert post(editor, issue, publish="epub") == [
        "Readers find the file on the page of the issue."
    ]
    lines = {line.kind: line for line in editor.get(address(issue)).context["lines"]}
    assert (lines["epub"].is_public, lines["epub"].is_offered) == (True, False)
    post(editor, issue, make="epub", start="")
    lines = {line.kind: line for line in editor.get(address(issue)).context["lines"]}
    assert (lines["epub"].is_public, lines["epub"].is_offered) == (True, True)


@pytest.mark.parametrize("kind", ["pdf", "docx", "exe"])
def test_nothing_else_is_published(editor, issue, kind):
    of(issue, 1)
    post(editor, issue, make="docx", start="")

    assert editor.post(address(issue), {"publish": kind}).status_code == 404


def test_an_issue_without_articles_has_no_epub(editor, issue):
    post(editor, issue, make="epub", start="")

    assert IssueFile.objects.get().findings == [
        ["", "blocks", "The issue has no articles yet.", ""]
    ]


@pytest.mark.parametrize("kind", ["exe", "docx"])
def test_a_file_that_is_not_there_is_not_found(editor, issue, kind):
    assert editor.get(f"{address(issue)}{kind}/").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_runs_the_same_queries_for_any_number_of_articles(
    editor, issue, count, django_assert_num_queries
):
    for position in range(count):
        of(issue, position + 1)

    with django_assert_num_queries(8):
        editor.get(address(issue))


def test_articles_that_keep_their_pages_are_left_out(issue):
    of(issue, 1)
    file = IssueFile(issue=issue, kind="pdf", articles=[])

    assert new_pages(file, makeup_articles(issue)) == []
