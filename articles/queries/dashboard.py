"""The queries of the start page: articles, issues, deposits and deliveries that need an editor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, Value, When

from articles.models.article import Article
from articles.models.deposits import Delivery, DepositRecord
from articles.models.issue import Issue, Section
from articles.models.issue_files import IssueFile
from articles.models.journal import Journal
from articles.models.proof import Proof
from articles.models.roles import Action, articles_within, journals_for
from articles.models.user import User
from articles.records.languages import LANGUAGES

from .editor_tasks import missing_any_text, missing_text, tasks_of, waiting_for_user

Status = Article.Status
State = Article.DepositState
SHOWN_COLUMNS = ("journal", "title_kk", "title_ru", "title_en", "saved_at", "scheduled_for")


def visible_articles(user: User) -> QuerySet[Article]:
    return Article.objects.filter(articles_within(user, Action.VIEW)).select_related("journal")


def waiting_articles(user: User) -> QuerySet[Article]:
    """Articles that wait for the user, the most urgent first, without their long texts.

    Annotated: `urgency`, the number of the first task that the article meets, and
    `missing_kk` …, whether its title or abstract is missing in the language.
    """
    tasks = tasks_of(user)
    whens = [When(condition, then=Value(number)) for number, condition in enumerate(tasks.values())]
    missing = {f"missing_{code}": missing_text(code) for code in LANGUAGES}
    rows = Article.objects.filter(waiting_for_user(user)).only(*SHOWN_COLUMNS)
    rows = rows.annotate(urgency=Case(*whens, default=Value(len(tasks))), **missing)
    return rows.order_by("urgency", "-saved_at")


def unpublished_issues(user: User) -> QuerySet[Issue]:
    """Each with counts of its articles: all; no drafts; with pages, all texts, a DOI."""
    keys = journals_for(user, Action.VIEW)
    rows = Issue.objects.filter(published_on__isnull=True).select_related("journal")
    rows = rows if keys is None else rows.filter(journal__in=keys)
    no_pages = Q(articles__first_page="", articles__article_number="")
    articles = Q(articles__isnull=False)
    return rows.annotate(
        article_count=Count("articles"),
        ready_count=Count("articles", filter=articles & ~Q(articles__status=Status.DRAFT)),
        with_pages=Count("articles", filter=articles & ~no_pages),
        with_texts=Count("articles", filter=articles & ~missing_any_text(prefix="articles__")),
        with_doi=Count("articles", filter=Q(articles__doi__isnull=False)),
    ).order_by(F("planned_on").asc(nulls_last=True), "year", "pk")


def deposit_state_counts(articles: QuerySet[Article]) -> dict[str, int]:
    """Articles by their deposit state, without those that have none."""
    rows = articles.exclude(deposit_state=State.NONE).order_by("deposit_state")
    return dict(rows.values_list("deposit_state").annotate(Count("pk")))


def newest_failures(articles: Iterable[Article]) -> dict[int, DepositRecord]:
    """The newest failed deposit of each of these articles, by the article's key."""
    keys = [article.pk for article in articles]
    rows = DepositRecord.objects.filter(article__in=keys, state=DepositRecord.State.FAILURE)
    newest = rows.order_by("article", "-timestamp").distinct("article")
    newest = newest.select_related("deposit").defer(
        "body", "content", "deposit__xml", "deposit__answer"
    )
    return {record.article_id: record for record in newest}


def unread_proofs(articles: Iterable[Article]) -> dict[int, Proof]:
    """A proof with an answer that nobody has read, of each of these articles, by its key."""
    keys = [article.pk for article in articles]
    rows = Proof.objects.unread().filter(article__in=keys).prefetch_related("remarks")
    return {proof.article_id: proof for proof in rows.order_by("created_at")}


def journals_without_articles(user: User) -> QuerySet[Journal]:
    """Journals of which the user prepares the first article, and which published none yet.

    Annotated: `has_issue`, `has_section`, `has_article`.
    """
    keys = journals_for(user, Action.EDIT)
    rows = Journal.objects.in_order() if keys is None else Journal.objects.filter(pk__in=keys)
    own = {"journal": OuterRef("pk")}
    public = Article.objects.filter(status__in=Article.PUBLIC, **own)
    return rows.filter(~Exists(public)).annotate(
        has_issue=Exists(Issue.objects.filter(**own)),
        has_section=Exists(Section.objects.filter(**own)),
        has_article=Exists(Article.objects.filter(**own)),
    )


def open_deliveries(user: User) -> QuerySet[Delivery]:
    """Deliveries that are not sent yet, the most urgent first."""
    keys = journals_for(user, Action.VIEW)
    rows = Delivery.objects.filter(sent_on__isnull=True).select_related("issue__journal")
    rows = rows if keys is None else rows.filter(issue__journal__in=keys)
    return rows.order_by(F("due_on").asc(nulls_last=True), "pk")


def unfinished_issue_files(user: User) -> QuerySet[IssueFile]:
    """Files of issues that wait for a worker or could not be made, the oldest first."""
    keys = journals_for(user, Action.ARRANGE)
    rows = IssueFile.objects.unfinished().select_related("issue__journal")
    rows = rows if keys is None else rows.filter(issue__journal__in=keys)
    return rows.order_by("asked_at", "pk")


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
        full = has_text(f"title_{code}") & has_text(f"abstract_{code}")
        counts[f"in_{code}"] = Count("pk", filter=Q(language=code))
        counts[f"full_{code}"] = Count("pk", filter=full)
    return articles.aggregate(**counts)


def has_text(column: str) -> Q:
    """Not equal to '': unlike an order, PostgreSQL tells it without unpacking a long text."""
    return Q(**{f"{column}__isnull": False}) & ~Q(**{column: ""})
