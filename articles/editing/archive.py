"""The archive: issues that were printed years ago, whose articles are published as they were.

It is a mark on the issue, set by an import or by a chief editor, never by a date. It covers the
articles that the issue has at that moment; one that is added later passes every check.
"""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from articles.models import Article, Issue


@transaction.atomic
def archive_issue(issue: Issue, reason: str) -> None:
    """Marks the issue and its articles. DOIs without a state count as registered elsewhere.

    So nothing is sent to Crossref until an editor asks for it, and the DOIs cannot change.
    """
    set_mark(issue, archived_at=timezone.now(), archive_reason=reason)
    issue.articles.update(is_archived=True)
    unregistered = issue.articles.filter(doi_state=Article.DoiState.NONE, doi__isnull=False)
    unregistered.exclude(doi="").update(doi_state=Article.DoiState.ELSEWHERE)


@transaction.atomic
def end_archive(issue: Issue, reason: str) -> None:
    """Removes the mark: what is not published yet has to pass every check again."""
    set_mark(issue, archived_at=None, archive_reason=reason)
    issue.articles.update(is_archived=False)


def set_mark(issue: Issue, **columns: object) -> None:
    Issue.objects.filter(pk=issue.pk).update(**columns)
    issue.refresh_from_db()


def mark_archived(article: Article) -> None:
    """Marks an article that an import brings into an issue of the archive."""
    in_archive = Article.objects.filter(pk=article.pk, issue__archived_at__isnull=False)
    article.is_archived = bool(in_archive.update(is_archived=True))
