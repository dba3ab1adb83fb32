"""Mutants of PDFs through the article form, the make-up page, cutting and matching.

`PDF_MUTANTS=1000 make test TESTS=tests/fuzz/test_issue_pdfs.py` runs a thousand of them.
"""

import os

import pytest
from django.contrib.messages import get_messages
from django.core.files.base import ContentFile

from articles.models import Article
from articles.publishing.packages.full_text import pdf_text
from tests.admin.test_article_form import ADD, posted
from tests.factories import a_journal, a_member, an_article, an_issue
from tests.publishing.damaged_pdfs import a_mutant

pytestmark = pytest.mark.django_db
COUNT = int(os.environ.get("PDF_MUTANTS", "6"))


@pytest.fixture
def issue():
    issue = an_issue(a_journal(), published_on=None)
    an_article(issue.journal, issue_id=issue.pk, position=1, first_page="1", last_page="2")
    return issue


@pytest.fixture
def editor(client, issue):
    client.force_login(a_member(issue.journal))
    return client


def a_file(content):
    return ContentFile(content, "mutant.pdf")


def send(editor, address, **sent):
    """The response, and the messages of this request alone."""
    editor.cookies.pop("messages", None)
    response = editor.post(address, sent)
    return response, [str(message) for message in get_messages(response.wsgi_request)]


def names_the_file(messages):
    return len(messages) == 1 and "mutant" in messages[0]


def saves_the_file(editor, issue, content):
    """Saved with the number of its pages, or with a message that names it."""
    row = {"language": "kk", "kind": "pdf", "upload": a_file(content)}
    galleys = {"galleys-TOTAL_FORMS": "1"} | {f"galleys-0-{name}": row[name] for name in row}
    response, messages = send(editor, ADD, **posted(journal=issue.journal_id, **galleys))
    galley = Article.objects.latest("pk").galleys.get()
    told = names_the_file(messages[:-1])
    return response.status_code == 302 and (told if galley.pages is None else len(messages) == 1)


def makes_up(editor, issue, **sent):
    """Proposals and no message, or no proposals and one that names the file or the pages."""
    address = f"/admin/articles/issue/{issue.pk}/makeup/"
    response, messages = send(editor, address, **sent)
    if response.status_code == 200 and response.context["proposals"]:
        return not messages
    assert response.status_code in (200, 302)
    return names_the_file(messages) or messages == ["The file has no pages 1–2."]


@pytest.mark.parametrize("number", range(COUNT))
def test_a_mutated_pdf_is_used_or_refused_with_a_message(number, issue, editor):
    content = a_mutant(number)

    assert saves_the_file(editor, issue, content)
    assert makes_up(editor, issue, do="cut", first_number="1", whole=a_file(content))
    assert makes_up(editor, issue, do="match", files=[a_file(content)])
    issue.pdf.save("mutant.pdf", a_file(content))
    assert makes_up(editor, issue, do="cut", first_number="1")
    assert isinstance(pdf_text(issue.pdf.name), str)
