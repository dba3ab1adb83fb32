"""The first page of the office: what waits for whom, what comes out next, what went wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

import msgspec
from django.db.models import Count, F, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.dois.messages import explained
from articles.models import Article, Delivery, DepositRecord, Issue, User
from articles.models.roles import Action, Role, journals_for, memberships, reach

from .charts import charts

SHOWN = 10
Status = Article.Status
State = Article.DepositState


class Waiting(msgspec.Struct, frozen=True):
    label: str
    articles: list[Article]


class Preparing(msgspec.Struct, frozen=True):
    """An issue that is not out yet, with what it still lacks."""

    issue: Issue
    articles: int
    drafts: int
    without_pages: int
    without_doi: int
    is_late: bool


class Failed(msgspec.Struct, frozen=True):
    record: DepositRecord
    reason: str
    remedy: str


def board(request: HttpRequest) -> dict[str, Any]:
    """The same number of questions however many articles there are."""
    user: Any = request.user
    today = timezone.localdate()
    mine = Article.objects.filter(reach(user, Action.VIEW)).select_related("journal")
    return {
        "waiting": [one for one in waiting(user, mine) if one.articles],
        "preparing": preparing(user, today),
        "changed": list(changed(mine)[:SHOWN]),
        "states": states(mine),
        "failed": failed(user),
        "deliveries": deliveries(user),
        "today": today,
        "charts": charts(mine),
    }


def waiting(user: User, mine: QuerySet[Article]) -> Iterator[Waiting]:
    """By the roles that one has: texts to translate, drafts to edit, ready ones to publish."""
    unpublished = mine.filter(status__in=(Status.DRAFT, Status.READY))
    if (lacks := missing_texts(user)) is not None:
        rows = unpublished.filter(lacks).order_by("-saved_at")
        yield Waiting(_("To be translated"), list(rows[:SHOWN]))
    drafts = mine.filter(reach(user, Action.EDIT), status=Status.DRAFT).order_by("-saved_at")
    yield Waiting(_("Drafts"), list(drafts[:SHOWN]))
    ready = mine.filter(reach(user, Action.PUBLISH), status=Status.READY).order_by("-saved_at")
    yield Waiting(_("Ready to be published"), list(ready[:SHOWN]))


def missing_texts(user: User) -> Q | None:
    """Articles of a translator's journals without a title or abstract in an own language."""
    lacks = [
        Q(journal=one.journal_id) & (empty(f"title_{code}") | empty(f"abstract_{code}"))
        for one in memberships(user)
        if one.role == Role.TRANSLATOR
        for code in one.languages
    ]
    return reduce(or_, lacks) if lacks else None


def empty(column: str) -> Q:
    return Q(**{column: ""}) | Q(**{f"{column}__isnull": True})


def preparing(user: User, today: date) -> list[Preparing]:
    keys = journals_for(user, Action.VIEW)
    rows = Issue.objects.filter(published_on__isnull=True).select_related("journal")
    rows = rows if keys is None else rows.filter(journal__in=keys)
    no_pages = Q(articles__first_page="", articles__article_number="")
    counted = rows.annotate(
        all_articles=Count("articles"),
        drafts=Count("articles", filter=Q(articles__status=Status.DRAFT)),
        without_pages=Count("articles", filter=no_pages),
        without_doi=Count("articles", filter=Q(articles__doi__isnull=True)),
    ).order_by(F("planned_on").asc(nulls_last=True), "year", "pk")
    return [
        Preparing(
            issue=issue,
            articles=issue.all_articles,
            drafts=issue.drafts,
            without_pages=issue.without_pages,
            without_doi=issue.without_doi,
            is_late=bool(issue.planned_on and issue.planned_on < today),
        )
        for issue in counted[:SHOWN]
    ]


def changed(mine: QuerySet[Article]) -> QuerySet[Article]:
    """Public ones that editors have saved since."""
    return mine.filter(released__version__lt=F("version")).order_by("-saved_at")


def states(mine: QuerySet[Article]) -> list[tuple[str, object, int]]:
    """State, its name, how many: of whatever has to do with Crossref at all."""
    rows = mine.exclude(deposit_state=State.NONE).order_by("deposit_state")
    counted = dict(rows.values_list("deposit_state").annotate(Count("pk")))
    return [(state.value, state.label, counted[state]) for state in State if state in counted]


def failed(user: User) -> list[Failed]:
    """The newest answer of each DOI that failed, in the editor's words where it is a known one."""
    rows = DepositRecord.objects.filter(
        reach(user, Action.VIEW, "article__"),
        article__deposit_state=State.FAILED,
        state=DepositRecord.State.FAILURE,
    )
    newest = rows.order_by("article", "-timestamp").distinct("article").select_related("article")
    return [failure(record) for record in newest.defer("body")[:SHOWN]]


def failure(record: DepositRecord) -> Failed:
    known = explained(record.message)
    if known is None:
        return Failed(record, record.message, "")
    return Failed(record, str(known.message), str(known.remedy))


def deliveries(user: User) -> list[Delivery]:
    keys = journals_for(user, Action.VIEW)
    rows = Delivery.objects.filter(sent_on__isnull=True).select_related("issue__journal")
    own = rows if keys is None else rows.filter(issue__journal__in=keys)
    return list(own.order_by(F("due_on").asc(nulls_last=True), "pk")[:SHOWN])
