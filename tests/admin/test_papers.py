"""Papers of an article and of an issue: certificates, the reprint, what articles have."""

import io

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from pypdf import PdfReader

from articles.exports.typesetting import typesetter
from articles.records.languages import text
from tests.factories import (
    a_galley,
    a_journal,
    a_member,
    a_public_article,
    an_article,
    an_author,
    an_issue,
)
from tests.publishing.pdfs import a_pdf

pytestmark = pytest.mark.django_db


def client_of(journal, role="editor"):
    client = Client()
    client.force_login(a_member(journal, role))
    return client


def paper(name, pk):
    return reverse(f"admin:articles_article_{name}", args=[pk])


def words(response):
    pages = PdfReader(io.BytesIO(response.content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def messages_of(response):
    return [str(message) for message in response.context["messages"]]


def test_a_published_article_has_a_certificate_in_three_languages_for_one_author():
    article = a_public_article()
    client = client_of(article.journal)

    page = client.get(paper("papers", article.pk)).content.decode()
    answer = client.get(paper("certificate", article.pk), {"author": "1"})

    assert '<option value="1" lang="kk">Төлегенова Ұлжан Сейітқызы</option>' in page
    shown = words(answer)
    for each in ("АНЫҚТАМА", "СПРАВКА", "CERTIFICATE", "has been published", "Кому выдана"):
        assert each in shown
    assert f"/kk/articles/{article.pk}/" in shown


def test_an_accepted_article_has_one_in_a_chosen_language_and_no_address():
    article = an_article()

    answer = client_of(article.journal).get(paper("certificate", article.pk), {"language": "ru"})

    shown = words(answer)
    assert "принята к публикации" in shown
    assert "АНЫҚТАМА" not in shown
    assert "/articles/" not in shown


@pytest.mark.parametrize("wrong", [{"author": "99"}, {"author": "x"}, {"language": "de"}])
def test_what_cannot_be_chosen_is_all_of_it(wrong):
    article = an_article()

    shown = words(client_of(article.journal).get(paper("certificate", article.pk), wrong))

    assert "АНЫҚТАМА" in shown
    assert "Кому выдана" not in shown


def test_without_a_day_of_acceptance_there_is_a_message():
    article = an_article(accepted_on=None)
    client = client_of(article.journal)

    page = client.get(paper("papers", article.pk)).content.decode()
    answer = client.get(paper("certificate", article.pk), follow=True)

    message = "A certificate needs a published article, or a day of acceptance."
    assert message in page
    assert messages_of(answer) == [message]


def test_a_reprint_has_a_title_page_before_the_pages_of_the_article():
    article = an_article(galleys=(a_galley(a_pdf(["1"], ["2"]).read()),))

    answer = client_of(article.journal).get(paper("reprint", article.pk))

    pages = PdfReader(io.BytesIO(answer.content)).pages
    assert len(pages) == 3
    assert "Оттиск статьи" in pages[0].extract_text()


@pytest.mark.parametrize(
    ("galleys", "message"),
    [
        ((), "The article has no PDF in its language. Upload one, or make it from the text."),
        (
            (b"%PDF-1.4 nothing",),
            "The PDF of the article is damaged, protected or too large. Replace the file.",
        ),
    ],
)
def test_without_a_readable_pdf_there_is_a_message(galleys, message):
    article = an_article(galleys=tuple(map(a_galley, galleys)))

    answer = client_of(article.journal).get(paper("reprint", article.pk), follow=True)

    assert messages_of(answer) == [message]


def test_papers_that_cannot_be_typeset_give_messages(monkeypatch):
    article = an_article(galleys=(a_galley(a_pdf(["x"]).read()),))
    client = client_of(article.journal)
    monkeypatch.setattr(typesetter, "typeset", lambda *arguments: None)

    for name in ("certificate", "reprint"):
        (message,) = messages_of(client.get(paper(name, article.pk), follow=True))
        assert message.endswith("cannot be typeset: a text is too long.")


@pytest.mark.parametrize("role", ["auditor", "translator"])
def test_papers_are_made_by_those_who_may_edit(role):
    article = an_article()
    client = client_of(article.journal, role)

    codes = [
        client.get(paper(name, article.pk)).status_code
        for name in ("papers", "certificate", "reprint")
    ]

    assert codes == [403, 403, 403]


def an_issue_of(count):
    journal = a_journal()
    issue = an_issue(journal)
    for place in range(count):
        an_article(journal, doi=f"10.5555/{place}", issue_id=issue.pk, position=place + 1)
    return issue


def sheet(issue, kind="compliance"):
    return reverse(f"admin:articles_issue_{kind}", args=[issue.pk])


def test_the_sheet_of_an_issue_says_what_each_article_has():
    issue = an_issue_of(1)
    an_article(
        issue.journal, issue_id=issue.pk, position=2, doi="", accepted_on=None, references=(),
        title=text("=1+1", "Степь"), authors=(an_author(orcid="0000-0000-0000-0001"), an_author()),
    )  # fmt: skip
    client = client_of(issue.journal)

    book = load_workbook(io.BytesIO(client.get(sheet(issue)).content))
    shown = words(client.get(sheet(issue, "compliance_pdf")))

    heading, first, second, totals = book.worksheets[0].iter_rows(values_only=True)
    rows = [dict(zip(heading, row, strict=True)) for row in (first, second, totals)]
    asked = ("Title", "DOI", "ORCID", "Accepted", "References", "Abstract, words")
    assert [rows[0][each] for each in asked] == [
        "+ kk, ru, en", "+ 10.5555/0", "–", "+ 20.02.2024", "+ 1", "+ kk 5, ru 6, en 7",
    ]  # fmt: skip
    assert [rows[1][each] for each in asked] == [
        "± kk, ru", "–", "± 1/2", "–", "–", "+ kk 5, ru 6, en 7",
    ]  # fmt: skip
    assert rows[1]["Article"] == "=1+1"
    assert [rows[2][each] for each in asked] == ["1/2", "1/2", "0/2", "1/2", "1/2", "2/2"]
    facts = dict(list(book.worksheets[1].iter_rows(values_only=True))[2:-1])
    assert facts["ISSN (print)"] == "0000-0000"
    assert facts["Registration certificate"] == "–"
    assert "What the articles of the issue have" in shown
    assert "10.5555/0" in shown


@pytest.mark.parametrize("count", [1, 30])
def test_the_sheet_asks_the_same_number_of_queries(count, django_assert_num_queries):
    issue = an_issue_of(count)
    client = client_of(issue.journal)
    client.get(sheet(issue))

    with django_assert_num_queries(12):
        client.get(sheet(issue))


def test_an_issue_without_articles_has_an_empty_sheet():
    issue = an_issue_of(0)
    client = client_of(issue.journal, "auditor")

    book = load_workbook(io.BytesIO(client.get(sheet(issue)).content))

    assert len(list(book.worksheets[0].iter_rows())) == 2
    assert client.get(sheet(issue, "compliance_pdf")).content[:5] == b"%PDF-"


def test_a_sheet_too_long_for_a_pdf_gives_a_message(monkeypatch):
    issue = an_issue_of(1)
    monkeypatch.setattr(typesetter, "typeset", lambda *arguments: None)

    answer = client_of(issue.journal).get(sheet(issue, "compliance_pdf"), follow=True)

    assert messages_of(answer) == ["The sheet is too long for a PDF. Take it as XLSX."]
