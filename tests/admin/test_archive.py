"""An issue becomes an archive by a chief editor's mark, with a reason, and by nothing else."""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from articles.dois import mark_registered_elsewhere
from articles.editing import working_record
from articles.editing.checks import check_article
from articles.models import Article
from articles.queries.work_queues import due_articles
from tests.factories import a_depositing_journal, a_member, an_article, an_issue

pytestmark = pytest.mark.django_db
GAPS = {"title": {"ru": "Степь"}, "keywords": {"ru": ("степь",)}}


@pytest.fixture
def issue():
    return an_issue(a_depositing_journal(), year=2009, published_on=date(2009, 3, 31))


@pytest.fixture
def article(issue):
    return an_article(issue.journal, issue_id=issue.pk, doi="10.5555/2009", **GAPS)


def post(issue, reason="printed in 2009", role="chief_editor"):
    client = Client()
    client.force_login(a_member(issue.journal, role))
    response = client.post(f"/admin/articles/issue/{issue.pk}/archive/", {"reason": reason})
    issue.refresh_from_db()
    return response


def blocking_fields(article):
    findings = check_article(working_record(article))
    return {finding.field for finding in findings if finding.level == "blocks"}


def test_a_past_date_alone_opens_no_gate(article):
    assert {"title", "keywords"} <= blocking_fields(article)


def test_the_mark_makes_gaps_notes_and_is_logged_with_its_reason(issue, article):
    response = post(issue)

    entry = LogEntry.objects.get()
    assert response.status_code == 302
    assert (issue.archived_at is not None, issue.archive_reason) == (True, "printed in 2009")
    assert entry.change_message == "The issue is an archive. printed in 2009"
    assert (entry.user.username, entry.object_id) == ("chief_editor", str(issue.pk))
    assert blocking_fields(article) & {"title", "keywords"} == set()


def test_an_article_that_is_added_later_passes_every_check(issue, article):
    post(issue)
    late = an_article(issue.journal, issue_id=issue.pk, doi="10.5555/late", **GAPS)

    assert {"title", "keywords"} <= blocking_fields(late)


def test_its_dois_are_frozen_and_nothing_is_due_at_crossref(issue, article):
    post(issue)

    article.refresh_from_db()
    assert article.doi_state == Article.DoiState.ELSEWHERE
    Article.objects.update(deposit_state=Article.DepositState.DUE)
    assert not due_articles().exists()


def test_a_reserved_doi_stays_reserved(issue, article):
    Article.objects.update(doi_state=Article.DoiState.RESERVED)
    post(issue)

    article.refresh_from_db()
    assert article.doi_state == Article.DoiState.RESERVED


def test_the_archive_ends_with_a_reason(issue, article):
    post(issue)
    mark_registered_elsewhere(article)
    client = Client()
    client.force_login(issue.journal.memberships.get().user)

    client.post(f"/admin/articles/issue/{issue.pk}/archive/", {"reason": "by mistake"})

    issue.refresh_from_db()
    assert (issue.archived_at, issue.archive_reason) == (None, "by mistake")
    assert {"title", "keywords"} <= blocking_fields(article)


def test_without_a_reason_nothing_changes(issue):
    response = post(issue, reason=" ")

    assert response.context["form"].errors == {"reason": ["This field is required."]}
    assert issue.archived_at is None


def test_an_editor_may_not_set_the_mark(issue):
    assert post(issue, role="editor").status_code == 403
    assert issue.archived_at is None
