"""The queries of the dashboard: articles, issues, deposits and deliveries that need an editor."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from articles.models.article import Article
from articles.models.deposits import Delivery, DepositRecord
from articles.models.issue import Issue
from articles.models.roles import Action, Role, articles_within, journals_for, memberships
from articles.models.user import User
from articles.records.languages import LANGUAGES

Status = Article.Status
State = Article.DepositState
UNPUBLISHED = (Status.DRAFT, Status.READY)


def visible_articles(user: User) -> QuerySet[Article]:
    return Article.objects.filter(articles_within(user, Action.VIEW)).select_related("journal")


def articles_to_translate(user: User, articles: QuerySet[Article]) -> QuerySet[Article] | None:
    """Those without a title or abstract in a language of the translator; None for other roles."""
    lacking = [
        Q(journal=membership.journal_id) & lacks_texts(code)
        for membership in memberships(user)
        if membership.role == Role.TRANSLATOR
        for code in membership.languages
    ]
    if not lacking:
        return None
    rows = articles.filter(reduce(or_, lacking), status__in=UNPUBLISHED)
    return rows.order_by("-saved_at")


def lacks_texts(language: str) -> Q:
    return is_empty(f"title_{language}") | is_empty(f"abstract_{language}")


def is_empty(column: str) -> Q:
    return Q(**{column: ""}) | Q(**{f"{column}__isnull": True})


def drafts(user: User, articles: QuerySet[Article]) -> QuerySet[Article]:
    """Drafts that the user may edit."""
    editable = articles.filter(articles_within(user, Action.EDIT))
    return editable.filter(status=Status.DRAFT).order_by("-saved_at")


def ready_articles(user: User, articles: QuerySet[Article]) -> QuerySet[Article]:
    """Ready articles that the user may publish."""
    publishable = articles.filter(articles_within(user, Action.PUBLISH))
    return publishable.filter(status=Status.READY).order_by("-saved_at")


def changed_since_release(articles: QuerySet[Article]) -> QuerySet[Article]:
    """Public articles that were saved after the version that readers see."""
    return articles.filter(released__version__lt=F("version")).order_by("-saved_at")


def unpublished_issues(user: User) -> QuerySet[Issue]:
    """Each with counts of its articles: all, drafts, those without pages and without a DOI."""
    keys = journals_for(user, Action.VIEW)
    rows = Issue.objects.filter(published_on__isnull=True).select_related("journal")
    rows = rows if keys is None else rows.filter(journal__in=keys)
    no_pages = Q(articles__first_page="", articles__article_number="")
    return rows.annotate(
        article_count=Count("articles"),
        draft_count=Count("articles", filter=Q(articles__status=Status.DRAFT)),
        without_pages=Count("articles", filter=no_pages),
        without_doi=Count("articles", filter=Q(articles__doi__isnull=True)),
    ).order_by(F("planned_on").asc(nulls_last=True), "year", "pk")


def deposit_state_counts(articles: QuerySet[Article]) -> dict[str, int]:
    """Articles by their deposit state, without those that have none."""
    rows = articles.exclude(deposit_state=State.NONE).order_by("deposit_state")
    return dict(rows.values_list("deposit_state").annotate(Count("pk")))


def failed_deposits(user: User) -> QuerySet[DepositRecord]:
    """The newest failure of each article whose deposit failed."""
    rows = DepositRecord.objects.filter(
        articles_within(user, Action.VIEW, "article__"),
        article__deposit_state=State.FAILED,
        state=DepositRecord.State.FAILURE,
    )
    newest = rows.order_by("article", "-timestamp").distinct("article")
    return newest.select_related("article").defer("body", "content")


def open_deliveries(user: User) -> QuerySet[Delivery]:
    """Deliveries that are not sent yet, the most urgent first."""
    keys = journals_for(user, Action.VIEW)
    rows = Delivery.objects.filter(sent_on__isnull=True).select_related("issue__journal")
    rows = rows if keys is None else rows.filter(issue__journal__in=keys)
    return rows.order_by(F("due_on").asc(nulls_last=True), "pk")


def article_counts(
    articles: QuerySet[Article], day_spans: Sequence[tuple[int, int | None]]
) -> dict[str, int]:
    """What the charts show, in one query.

    The keys are `total`; `days_0` … with a count for each span (least, most) of days from received
    to accepted; `in_kk` … by language of the full text; `full_kk` … with title and abstract.
    """
    counts: dict[str, Any] = {"total": Count("pk")}
    for number, (least, most) in enumerate(day_spans):
        span = Q(accepted_on__gte=F("received_on") + timedelta(least))
        span &= Q(accepted_on__lte=F("received_on") + timedelta(most)) if most is not None else Q()
        counts[f"days_{number}"] = Count("pk", filter=span)
    for code in LANGUAGES:
        full = Q(**{f"title_{code}__gt": "", f"abstract_{code}__gt": ""})
        counts[f"in_{code}"] = Count("pk", filter=Q(language=code))
        counts[f"full_{code}"] = Count("pk", filter=full)
    return articles.aggregate(**counts)
