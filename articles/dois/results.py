"""Saving Crossref's verdicts with the deposit, its DOIs and their articles."""

from __future__ import annotations

import re

from django.db import transaction

from articles.models import Article, Deposit, DepositRecord
from articles.queries.released_records import released_records
from articles.records.identifiers import doi_key

from .diagnostics import UnreadableDiagnostic, Verdict, read_diagnostic
from .errors import message_of
from .messages import NO_MESSAGE, Message, crossref_message
from .states import refresh_state

State = DepositRecord.State
STATES = {"Success": State.SUCCESS, "Warning": State.WARNING, "Failure": State.FAILURE}
OLD_VERSION = re.compile(r"submitted version: (\d+) is less or equal")


def save_result(deposit: Deposit, body: bytes) -> None:
    """Saves a final answer. An unreadable one fails the whole deposit."""
    try:
        diagnostic = read_diagnostic(body)
    except UnreadableDiagnostic as error:
        fail_deposit(deposit, message_of(error))
        return
    save_verdicts(deposit, diagnostic.verdicts, body)


@transaction.atomic
def save_verdicts(deposit: Deposit, verdicts: tuple[Verdict, ...], body: bytes) -> None:
    """Saves the state of each DOI by its own verdict, or by that of the whole file."""
    by_doi = {doi_key(verdict.doi): verdict for verdict in verdicts if verdict.doi}
    whole_file = next((verdict for verdict in verdicts if not verdict.doi), None)
    records = list(deposit.records.all())
    for record in records:
        verdict = by_doi.get(doi_key(record.doi), whole_file)
        record.state, message = judge_record(record, verdict)
        message.store_in(record)
    columns = ["state", "message", "message_code", "message_values"]
    DepositRecord.objects.bulk_update(records, columns)
    deposit.state = Deposit.State.DONE
    deposit.answer = body.decode(errors="replace")
    NO_MESSAGE.store_in(deposit)
    deposit.save()
    refresh_articles(deposit)


def judge_record(record: DepositRecord, verdict: Verdict | None) -> tuple[str, Message]:
    """The new state and message of a DOI's row."""
    if verdict is None:
        return State.FAILURE, Message("doi_not_named", {"doi": record.doi})
    is_resent = verdict.status == "Failure" and is_resent_file(record, verdict.message)
    if verdict.status == "Success" or is_resent:
        return State.SUCCESS, Message(text=verdict.message)
    return STATES[verdict.status], crossref_message(verdict.message)


def is_resent_file(record: DepositRecord, message: str) -> bool:
    """Whether the refusal names our own timestamp: the file was sent twice and arrived before."""
    found = OLD_VERSION.search(message)
    if found is None or record.deposit.tries < 2:
        return False
    return int(found[1]) == record.timestamp


@transaction.atomic
def fail_deposit(deposit: Deposit, message: Message) -> None:
    """Fails the whole file: each DOI in it gets the same message."""
    deposit.state = Deposit.State.FAILED
    message.store_in(deposit)
    deposit.save()
    deposit.records.update(state=State.FAILURE, **message.columns())
    refresh_articles(deposit)


def refresh_articles(deposit: Deposit) -> None:
    """Updates the states of the articles. Only the live service registers their DOIs."""
    articles = Article.objects.filter(deposit_records__deposit=deposit).distinct()
    if not deposit.is_test:
        registered = deposit.records.filter(state__in=(State.SUCCESS, State.WARNING))
        articles.filter(pk__in=registered.values("article")).exclude(
            doi_state=Article.DoiState.REGISTERED
        ).update(doi_state=Article.DoiState.REGISTERED)
    by_key = articles.in_bulk()
    for record in released_records(articles.order_by("pk")):
        refresh_state(by_key[record.id or 0], record)
