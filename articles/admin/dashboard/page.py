"""The start page of the editorial office: what waits for the editor, coming issues, statistics."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article, Issue
from articles.models.roles import Action, can_do
from articles.queries import dashboard as queries
from articles.queries.editor_tasks import Task

from ..manuscripts.permissions import editable_manuscripts
from ..permissions import editor_of
from .charts import charts
from .checklist import checklists
from .waiting import waiting_articles

SHOWN = 10  # rows of each list
MANUSCRIPTS = 5  # to review, among what waits


class Progress(msgspec.Struct, frozen=True):
    label: str
    count: int


class ComingIssue(msgspec.Struct, frozen=True):
    """An unpublished issue; its counts are annotated on the row."""

    issue: Issue
    days_left: int | None  # until the planned day; negative after it

    def progress(self) -> Iterator[Progress]:
        issue: Any = self.issue
        yield Progress(_("Articles ready"), issue.ready_count)
        yield Progress(_("Pages set"), issue.with_pages)
        yield Progress(_("Complete in three languages"), issue.with_texts)
        yield Progress(_("DOIs assigned"), issue.with_doi)


def dashboard_context(request: HttpRequest) -> dict[str, Any]:
    """The context of templates/admin/index.html; the same queries for any number of articles."""
    user = editor_of(request)
    today = timezone.localdate()
    articles = queries.visible_articles(user)
    waiting_count, waiting = waiting_articles(user, SHOWN)
    manuscripts = editable_manuscripts(request).read()
    manuscript_count = manuscripts.count()
    return {
        "waiting": waiting,
        "urgent": [row for row in waiting if row.task != Task.EDIT],
        "drafts": [row for row in waiting if row.task == Task.EDIT],
        "waiting_count": waiting_count,
        "manuscripts": list(manuscripts[:MANUSCRIPTS]),
        "manuscript_count": manuscript_count,
        "task_count": waiting_count + manuscript_count,
        "may_edit": can_do(user, Action.EDIT),
        "may_arrange": can_do(user, Action.ARRANGE),
        "checklists": checklists(user),
        "coming_issues": coming_issues(queries.unpublished_issues(user)[:SHOWN], today),
        "states": deposit_states(articles),
        "deliveries": list(queries.open_deliveries(user)[:SHOWN]),
        "issue_files": list(queries.unfinished_issue_files(user)[:SHOWN]),
        "today": today,
        "charts": charts(articles),
    }


def coming_issues(issues: QuerySet[Issue], today: date) -> list[ComingIssue]:
    return [
        ComingIssue(issue, (issue.planned_on - today).days if issue.planned_on else None)
        for issue in issues
    ]


def deposit_states(articles: QuerySet[Article]) -> list[tuple[str, object, int]]:
    """Value, label and number of articles of each deposit state that occurs."""
    counts = queries.deposit_state_counts(articles)
    states = Article.DepositState
    return [(state.value, state.label, counts[state]) for state in states if state in counts]
