"""Files made of an issue, given to readers: only of texts that they have, never over an upload."""

from datetime import date

import msgspec
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from articles.editing import save_article, working_record
from articles.models import Issue
from articles.publishing import publish_article, withdraw_article
from articles.publishing.issue_file_pages import ArticlesChanged
from articles.publishing.issue_files import ask_for, make_next
from articles.publishing.public_issue_files import NotForReaders, publish_file
from tests.factories import a_journal, a_public_article, an_article, an_issue

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    journal = a_journal()
    return a_public_article(journal, issue_id=an_issue(journal).pk)


def made(issue, kind="epub"):
    return make_next(ask_for(issue, kind, 0, None).pk)


def changed(article):
    record = msgspec.structs.replace(working_record(article), title={"kk": "Басқа"})
    save_article(record, article=article)


def reread(article):
    return Issue.objects.get(pk=article.issue_id)


@pytest.mark.parametrize("kind", ["pdf", "epub"])
def test_the_file_becomes_that_of_the_issue_with_its_size(article, kind):
    file = made(article.issue, kind)

    publish_file(file)

    issue = reread(article)
    public = getattr(issue, kind)
    assert public.read() == default_storage.open(file.path).read()
    assert getattr(issue, f"{kind}_size") == public.size == file.size
    assert public.name.endswith(f"/steppe-science-2024-1.{kind}")


def test_a_file_made_again_keeps_its_name_and_the_earlier_copy_is_deleted(
    article, django_capture_on_commit_callbacks
):
    publish_file(made(article.issue))
    earlier = reread(article).epub.name
    changed(article)
    publish_article(article, published_on=date(2024, 3, 29), override="a test")

    with django_capture_on_commit_callbacks(execute=True):
        publish_file(made(reread(article)))

    later = reread(article).epub.name
    assert later != earlier
    assert later.rpartition("/")[2] == earlier.rpartition("/")[2]
    assert (default_storage.exists(earlier), default_storage.exists(later)) == (False, True)


def test_a_file_that_an_editor_uploaded_stays(article):
    issue = article.issue
    issue.pdf.save("printed.pdf", ContentFile(b"%PDF-1.4"))

    with pytest.raises(NotForReaders, match="An editor uploaded this file of the issue"):
        publish_file(made(issue, "pdf"))

    assert reread(article).pdf.read() == b"%PDF-1.4"


def test_a_text_that_readers_do_not_have_is_not_given_to_them(article):
    an_article(article.journal, issue_id=article.issue_id, doi="10.5555/d", title={"en": "Draft"})

    with pytest.raises(NotForReaders, match="Readers do not have these texts yet: Draft"):
        publish_file(made(article.issue))

    assert not reread(article).epub


def test_changes_that_are_not_released_are_not_given_to_readers(article):
    changed(article)

    with pytest.raises(NotForReaders, match="Басқа"):
        publish_file(made(article.issue))


def test_a_file_of_earlier_texts_has_to_be_made_again(article):
    file = made(article.issue)
    changed(article)

    with pytest.raises(ArticlesChanged):
        publish_file(file)


def test_a_withdrawal_takes_the_made_files_from_readers(
    article, django_capture_on_commit_callbacks
):
    publish_file(made(article.issue))
    path = reread(article).epub.name

    with django_capture_on_commit_callbacks(execute=True):
        withdraw_article(article, reason="Қате.")

    issue = reread(article)
    assert (issue.epub.name, issue.epub_size, issue.made_files.get().public_path) == ("", 0, "")
    assert not default_storage.exists(path)


def test_a_withdrawal_leaves_what_an_editor_uploaded(article):
    article.issue.pdf.save("printed.pdf", ContentFile(b"%PDF-1.4"))

    withdraw_article(article, reason="Қате.")

    assert reread(article).pdf
