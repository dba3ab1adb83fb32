"""The Crossref state of an article, computed from its last deposit."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, QuerySet

from articles.models import Article, DepositRecord
from articles.queries.released_records import released_records
from articles.records.identifiers import doi_key
from articles.records.record import Record

from . import service
from .changes import Change, change_since

CHUNK = 100
State = Article.DepositState
WAITING = {DepositRecord.State.QUEUED: State.QUEUED, DepositRecord.State.SENT: State.SENT}
ACCEPTED = {DepositRecord.State.SUCCESS, DepositRecord.State.WARNING}
STATES = {  # of what Crossref accepted
    Change.NOTHING: State.REGISTERED,
    Change.FORMAT: State.OUTDATED,
    Change.CONTENT: State.CHANGED,
}


def refresh_state(article: Article, record: Record) -> Article.DepositState:
    """Computes and stores the article's state. `record` is the released one, with facts."""
    state = state_of(article, record, last_record(article))
    store_state(article, state)
    return state


def store_state(article: Article, state: Article.DepositState) -> None:
    if state != article.deposit_state:
        Article.objects.filter(pk=article.pk).update(deposit_state=state)
        article.deposit_state = state


def mark_possibly_changed(articles: QuerySet[Article]) -> None:
    """Marks articles whose journal or issue has changed, so that their deposits may differ.

    Two statements for any number of articles. `compare_with_deposits` finds out which differ.
    """
    deposited_here = articles.exclude(doi_state=Article.DoiState.ELSEWHERE)
    registered = deposited_here.filter(deposit_state__in=(State.REGISTERED, State.OUTDATED))
    registered.update(deposit_state=State.CHANGED)
    deposited_here.filter(deposit_state=State.FAILED).update(deposit_state=State.DUE)


def compare_with_deposits(articles: QuerySet[Article]) -> None:
    """Compares articles with their last deposits and stores their states."""
    sent = articles.filter(Exists(DepositRecord.objects.filter(article=OuterRef("pk"))))
    keys = list(sent.values_list("pk", flat=True))
    for start in range(0, len(keys), CHUNK):
        store_compared_states(Article.objects.filter(pk__in=keys[start : start + CHUNK]))


def store_compared_states(articles: QuerySet[Article]) -> None:
    by_key = articles.only("doi", "status", "doi_state", "deposit_state", "changed_at").in_bulk()
    last = last_records(by_key.values())
    for record in released_records(articles.order_by("pk")):
        article = by_key[record.id or 0]
        store_state(article, state_of(article, record, last.get(article.pk)))


def last_records(articles: Iterable[Article]) -> dict[int, DepositRecord]:
    """The newest deposit of each article's DOI at the current service; one query."""
    dois = {article.pk: doi_key(article.doi or "") for article in articles}
    rows = at_current_service().filter(article__in=dois)
    return {
        row.article_id: row
        for row in rows.order_by("timestamp")
        if doi_key(row.doi) == dois[row.article_id]
    }


def last_record(article: Article) -> DepositRecord | None:
    """The newest deposit of the article's DOI at the current service."""
    records = at_current_service().filter(article=article, doi__iexact=article.doi or "")
    return records.order_by("-timestamp").first()


def at_current_service() -> QuerySet[DepositRecord]:
    rows = DepositRecord.objects.filter(deposit__host=service.host()).select_related("deposit")
    return rows.defer("deposit__xml", "deposit__answer")


def state_of(article: Article, record: Record, last: DepositRecord | None) -> Article.DepositState:
    if not record.doi or article.status not in Article.READABLE:
        return State.NONE
    if last and last.state in WAITING:
        return WAITING[DepositRecord.State(last.state)]
    if last is None:
        is_elsewhere = article.doi_state == Article.DoiState.ELSEWHERE
        return State.NONE if is_elsewhere else State.DUE
    change = change_since(last, article, record)
    if last.state in ACCEPTED:
        return STATES[change]
    return State.DUE if change == Change.CONTENT else State.FAILED
