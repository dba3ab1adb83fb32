"""Files made of an issue leave storage with it; what a row or a revision names stays."""

import msgspec
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from articles.editing import save_article
from articles.models import Article, Issue, Listing
from articles.publishing.issue_files import ask_for, make_next
from articles.publishing.public_issue_files import publish_file
from tests.factories import a_galley, a_journal, a_public_article, a_record, an_article, an_issue

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    journal = a_journal()
    return a_public_article(journal, issue_id=an_issue(journal).pk)


def made(issue):
    return make_next(ask_for(issue, "epub", 0, None).pk)


def published(issue):
    file = made(issue)
    publish_file(file)
    return file


def delete_issue(article, committed):
    """An issue that has articles cannot be deleted."""
    for model in (Article, Listing):
        model.objects.filter(issue=article.issue_id).update(issue=None)
    with committed(execute=True):
        Issue.objects.get(pk=article.issue_id).delete()


def test_a_deleted_issue_takes_its_made_files_along(article, django_capture_on_commit_callbacks):
    file = published(article.issue)
    left = default_storage.save(f"issue-files/{article.issue_id}/left.pdf", ContentFile(b"%PDF"))
    paths = (file.path, file.public_path, left)
    assert all(default_storage.exists(path) for path in paths)

    delete_issue(article, django_capture_on_commit_callbacks)

    assert not any(default_storage.exists(path) for path in paths)


def test_files_of_other_issues_stay(article, django_capture_on_commit_callbacks):
    other = an_issue(article.journal, number="2")
    an_article(article.journal, issue_id=other.pk, doi="10.5555/other")
    file = made(other)
    published(article.issue)

    delete_issue(article, django_capture_on_commit_callbacks)

    assert default_storage.exists(file.path)


def test_a_copy_that_another_issue_has_stays(article, django_capture_on_commit_callbacks):
    path = published(article.issue).public_path
    Issue.objects.filter(pk=an_issue(article.journal, number="2").pk).update(epub=path)

    delete_issue(article, django_capture_on_commit_callbacks)

    assert default_storage.exists(path)


def test_a_copy_that_a_revision_names_stays(article, django_capture_on_commit_callbacks):
    path = published(article.issue).public_path
    galley = msgspec.structs.replace(a_galley(b"%PDF-1.4", "a.pdf"), path=path)
    save_article(a_record(doi="10.5555/later", galleys=(galley,)), journal=article.journal)

    delete_issue(article, django_capture_on_commit_callbacks)

    assert default_storage.exists(path)


def test_what_an_editor_uploaded_stays(article, django_capture_on_commit_callbacks):
    article.issue.pdf.save("printed.pdf", ContentFile(b"%PDF-1.4"))
    path = article.issue.pdf.name

    delete_issue(article, django_capture_on_commit_callbacks)

    assert default_storage.exists(path)


def test_a_deletion_that_is_undone_leaves_the_files(article, django_capture_on_commit_callbacks):
    path = made(article.issue).path

    with transaction.atomic():
        delete_issue(article, lambda execute: django_capture_on_commit_callbacks(execute=False))
        transaction.set_rollback(True)

    assert default_storage.exists(path)
