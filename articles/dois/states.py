"""Where an article stands at Crossref, in words that an editor understands."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, QuerySet

from articles.exports import NotExportable
from articles.models import Article, DepositRecord
from articles.queries.released_records import released_records
from articles.records.identifiers import doi_key
from articles.records.record import Record

from . import service
from .deposit_bodies import deposit_body

CHUNK = 100
State = Article.DepositState
OPEN = {DepositRecord.State.QUEUED: State.QUEUED, DepositRecord.State.SENT: State.SENT}
GOOD = {DepositRecord.State.SUCCESS, DepositRecord.State.WARNING}


def refresh_state(article: Article, record: Record) -> Article.DepositState:
    """Keeps with the article where it stands now; `record` is its released one, with facts."""
    state = state_of(article, record, last_record(article))
    store_state(article, state)
    return state


def store_state(article: Article, state: Article.DepositState) -> None:
    if state != article.deposit_state:
        Article.objects.filter(pk=article.pk).update(deposit_state=state)
        article.deposit_state = state


def mark_possibly_changed(articles: QuerySet[Article]) -> None:
    """What surrounds them has changed, and perhaps what Crossref would be sent of them.

    Two statements, however many articles; `look_again` tells which it is true of.
    """
    ours = articles.exclude(doi_state=Article.DoiState.ELSEWHERE)
    ours.filter(deposit_state=State.REGISTERED).update(deposit_state=State.CHANGED)
    ours.filter(deposit_state=State.FAILED).update(deposit_state=State.DUE)


def compare_with_deposits(articles: QuerySet[Article]) -> None:
    """Compares each with what was last sent of it, before anything is sent once more."""
    sent = articles.filter(Exists(DepositRecord.objects.filter(article=OuterRef("pk"))))
    keys = list(sent.values_list("pk", flat=True))
    for start in range(0, len(keys), CHUNK):
        compare(Article.objects.filter(pk__in=keys[start : start + CHUNK]))


def compare(articles: QuerySet[Article]) -> None:
    by_key = articles.only("doi", "status", "doi_state", "deposit_state").in_bulk()
    last = last_records(by_key.values())
    for record in released_records(articles.order_by("pk")):
        article = by_key[record.id or 0]
        store_state(article, state_of(article, record, last.get(article.pk)))


def last_records(articles: Iterable[Article]) -> dict[int, DepositRecord]:
    """The newest deposit of each article's DOI at the service that is used now; one query."""
    dois = {article.pk: doi_key(article.doi or "") for article in articles}
    rows = DepositRecord.objects.filter(article__in=dois, deposit__host=service.host())
    return {
        row.article_id: row
        for row in rows.order_by("timestamp")
        if doi_key(row.doi) == dois[row.article_id]
    }


def last_record(article: Article) -> DepositRecord | None:
    """The newest deposit of this DOI at the service that is used now."""
    records = DepositRecord.objects.filter(
        article=article, doi__iexact=article.doi or "", deposit__host=service.host()
    )
    return records.order_by("-timestamp").first()


def state_of(article: Article, record: Record, last: DepositRecord | None) -> Article.DepositState:
    if not record.doi or article.status not in Article.READABLE:
        return State.NONE
    if last and last.state in OPEN:
        return OPEN[DepositRecord.State(last.state)]
    if last is None:
        is_elsewhere = article.doi_state == Article.DoiState.ELSEWHERE
        return State.NONE if is_elsewhere else State.DUE
    same = last.body == current_deposit_body(record)
    if last.state in GOOD:
        return State.REGISTERED if same else State.CHANGED
    return State.FAILED if same else State.DUE


def current_deposit_body(record: Record) -> str:
    """'' where the article can't be written for Crossref now: it differs from whatever was sent."""
    try:
        return deposit_body(record)
    except NotExportable:
        return ""
