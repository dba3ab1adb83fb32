"""What an answer means for each DOI of a file, and for the articles that carry them."""

from __future__ import annotations

import re

from django.db import transaction

from articles.models import Article, Deposit, DepositRecord
from articles.queries.released_records import released_records
from articles.records.identifiers import doi_key

from .diagnostics import UnreadableDiagnostic, Verdict, read_diagnostic
from .states import refresh_state

State = DepositRecord.State
STATES = {"Success": State.SUCCESS, "Warning": State.WARNING, "Failure": State.FAILURE}
OLD_VERSION = re.compile(r"submitted version: (\d+) is less or equal")


def settle(deposit: Deposit, body: bytes) -> None:
    """A final answer: each DOI by its own verdict. An unreadable one fails the file."""
    try:
        answer = read_diagnostic(body)
    except UnreadableDiagnostic as error:
        fail(deposit, str(error))
        return
    decide(deposit, answer.verdicts, body)


@transaction.atomic
def decide(deposit: Deposit, verdicts: tuple[Verdict, ...], body: bytes) -> None:
    by_doi = {doi_key(verdict.doi): verdict for verdict in verdicts if verdict.doi}
    whole_file = next((verdict for verdict in verdicts if not verdict.doi), None)
    records = list(deposit.records.all())
    for record in records:
        verdict = by_doi.get(doi_key(record.doi), whole_file)
        record.state, record.message = judge_record(record, verdict)
    DepositRecord.objects.bulk_update(records, ["state", "message"])
    deposit.state = Deposit.State.DONE
    deposit.answer = body.decode(errors="replace")
    deposit.message = ""
    deposit.save()
    refresh_articles(deposit)


def judge_record(record: DepositRecord, verdict: Verdict | None) -> tuple[str, str]:
    if verdict is None:
        return State.FAILURE, f"Crossref's answer does not name {record.doi}."
    if verdict.status == "Failure" and is_resent_file(record, verdict.message):
        return State.SUCCESS, verdict.message
    return STATES[verdict.status], verdict.message


def is_resent_file(record: DepositRecord, message: str) -> bool:
    """The very same number was processed before: this file, sent twice, arrived the first time."""
    found = OLD_VERSION.search(message)
    if found is None or record.deposit.tries < 2:
        return False
    return int(found[1]) == record.timestamp


@transaction.atomic
def fail(deposit: Deposit, message: str) -> None:
    """The file as a whole: every DOI in it failed with the same reason."""
    deposit.state = Deposit.State.FAILED
    deposit.message = message
    deposit.save()
    deposit.records.update(state=State.FAILURE, message=message)
    refresh_articles(deposit)


def refresh_articles(deposit: Deposit) -> None:
    """A success at the live service registers the DOI; at a test service it does not."""
    articles = Article.objects.filter(deposit_records__deposit=deposit).distinct()
    if not deposit.is_test:
        good = deposit.records.filter(state__in=(State.SUCCESS, State.WARNING))
        articles.filter(pk__in=good.values("article")).exclude(
            doi_state=Article.DoiState.REGISTERED
        ).update(doi_state=Article.DoiState.REGISTERED)
    by_key = articles.in_bulk()
    for record in released_records(articles.order_by("pk")):
        refresh_state(by_key[record.id or 0], record)
