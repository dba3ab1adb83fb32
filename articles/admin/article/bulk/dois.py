"""Bulk changes at the DOI's side: assigning missing DOIs, sending to Crossref."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from articles import dois
from articles.dois.deposit_bodies import deposit_body
from articles.dois.queueing import waiting_bodies
from articles.exports import NotExportable
from articles.models import Article, User
from articles.queries.released_records import released_records
from articles.records.record import Record

from .change import (
    MOST_ARTICLES,
    BulkForm,
    ChosenArticles,
    PlannedChange,
    listed_findings,
)

State = Article.DepositState


def plan_minting(chosen: ChosenArticles, form: BulkForm) -> Iterator[PlannedChange]:
    """The DOI that each article without one would get; or why it cannot."""
    without = [article for article in chosen.articles if not article.doi]
    plans = {planned.article.pk: planned for planned in dois.plan_dois(without)}
    for article in chosen.articles:
        if planned := plans.get(article.pk):
            problem = f"{planned.problem} {planned.remedy}".strip()
            yield PlannedChange(article, before="–", after=planned.doi, skipped=problem)
        else:
            has = _("The article already has the DOI %(doi)s.") % {"doi": article.doi}
            yield PlannedChange(article, skipped=has)


def mint(planned: PlannedChange, form: BulkForm, editor: User) -> None:
    dois.mint_doi(planned.article, editor=editor)


def plan_sending(chosen: ChosenArticles, form: BulkForm) -> Iterator[PlannedChange]:
    """What Crossref would get: the released articles that differ from what it has."""
    reasons = {article.pk: why_not_sent(article) for article in chosen.articles}
    keys = [key for key, reason in reasons.items() if not reason]
    rows = Article.objects.filter(pk__in=keys)
    records = {record.id: record for record in released_records(rows, MOST_ARTICLES)}
    waiting = waiting_bodies(keys)
    for article in chosen.articles:
        if reason := reasons[article.pk]:
            yield PlannedChange(article, skipped=reason)
        else:
            yield planned_deposit(article, records[article.pk], waiting)


def planned_deposit(
    article: Article, record: Record, waiting: set[tuple[int, str]]
) -> PlannedChange:
    try:
        body = deposit_body(record)
    except NotExportable as error:
        return PlannedChange(article, skipped=listed_findings(error.findings))
    if (article.pk, body) in waiting:
        return PlannedChange(article, skipped=_("It is in the queue already."))
    before = article.get_deposit_state_display()
    return PlannedChange(article, before=before, after=str(State.QUEUED.label))


def why_not_sent(article: Article) -> str:
    """'' for an article that may be sent."""
    if article.status not in Article.READABLE:
        return _("Status: %(status)s.") % {"status": article.get_status_display()}
    if not article.doi:
        return _("There is no DOI.")
    if article.doi_state == Article.DoiState.ELSEWHERE:
        return _("Its DOI is registered elsewhere; send it from its own page if it is yours.")
    if article.deposit_state == State.REGISTERED:
        return _("Crossref has what readers see.")
    return ""


def send(
    planned_changes: Sequence[PlannedChange], form: BulkForm, editor: User
) -> Iterator[tuple[int, str]]:
    """Queues the articles, up to a hundred in a file; the worker sends the files."""
    keys = [planned.article.pk for planned in planned_changes]
    queued = dois.queue_articles(Article.objects.filter(pk__in=keys))
    for key, findings in queued.refused.items():
        yield key, listed_findings(findings)
