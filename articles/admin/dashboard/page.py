"""The dashboard, first page of the editorial office: tasks by role, coming issues, failures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.dois.messages import explain_message
from articles.models import Article, DepositRecord, Issue, User
from articles.queries import dashboard as queries

from ..permissions import editor_of
from .charts import charts

SHOWN = 10  # rows of each list


class TaskList(msgspec.Struct, frozen=True):
    label: str
    articles: list[Article]


class ComingIssue(msgspec.Struct, frozen=True):
    """An unpublished issue; its counts are annotated on the row."""

    issue: Issue
    is_late: bool


class FailedDeposit(msgspec.Struct, frozen=True):
    record: DepositRecord
    reason: str
    remedy: str


def dashboard_context(request: HttpRequest) -> dict[str, Any]:
    """The context of templates/admin/index.html; the same queries for any number of articles."""
    user = editor_of(request)
    today = timezone.localdate()
    articles = queries.visible_articles(user)
    return {
        "tasks": [tasks for tasks in task_lists(user, articles) if tasks.articles],
        "coming_issues": coming_issues(user, today),
        "changed": list(queries.changed_since_release(articles)[:SHOWN]),
        "states": deposit_states(articles),
        "failed": [explain_failure(record) for record in queries.failed_deposits(user)[:SHOWN]],
        "deliveries": list(queries.open_deliveries(user)[:SHOWN]),
        "today": today,
        "charts": charts(articles),
    }


def task_lists(user: User, articles: QuerySet[Article]) -> Iterator[TaskList]:
    """The tasks of the user's roles: texts to translate, drafts, articles ready to publish."""
    to_translate = queries.articles_to_translate(user, articles)
    if to_translate is not None:
        yield TaskList(_("Needs translation"), list(to_translate[:SHOWN]))
    yield TaskList(_("Drafts"), list(queries.drafts(user, articles)[:SHOWN]))
    ready = queries.ready_articles(user, articles)
    yield TaskList(_("Ready to publish"), list(ready[:SHOWN]))


def coming_issues(user: User, today: date) -> list[ComingIssue]:
    return [
        ComingIssue(issue, bool(issue.planned_on and issue.planned_on < today))
        for issue in queries.unpublished_issues(user)[:SHOWN]
    ]


def deposit_states(articles: QuerySet[Article]) -> list[tuple[str, object, int]]:
    """Value, label and number of articles of each deposit state that occurs."""
    counts = queries.deposit_state_counts(articles)
    states = Article.DepositState
    return [(state.value, state.label, counts[state]) for state in states if state in counts]


def explain_failure(record: DepositRecord) -> FailedDeposit:
    """Crossref's message in the editor's language if it is a known one, else as it came."""
    known_message = explain_message(record.message)
    if known_message is None:
        return FailedDeposit(record, record.message, "")
    return FailedDeposit(record, str(known_message.message), str(known_message.remedy))
