"""Where an article stands at Crossref, in words that an editor understands."""

from __future__ import annotations

from articles.exports import Refused
from articles.models import Article, DepositRecord
from articles.records.record import Record

from . import service
from .bodies import body_of

State = Article.DepositState
OPEN = {DepositRecord.State.QUEUED: State.QUEUED, DepositRecord.State.SENT: State.SENT}
GOOD = {DepositRecord.State.SUCCESS, DepositRecord.State.WARNING}


def refresh_state(article: Article, record: Record) -> Article.DepositState:
    """Keeps with the article where it stands now; `record` is its released one, with facts."""
    state = state_of(article, record, last_record(article))
    if state != article.deposit_state:
        Article.objects.filter(pk=article.pk).update(deposit_state=state)
        article.deposit_state = state
    return state


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
    same = last.body == current_body(record)
    if last.state in GOOD:
        return State.REGISTERED if same else State.CHANGED
    return State.FAILED if same else State.DUE


def current_body(record: Record) -> str:
    """'' where the article can't be written for Crossref now: it differs from whatever was sent."""
    try:
        return body_of(record)
    except Refused:
        return ""
