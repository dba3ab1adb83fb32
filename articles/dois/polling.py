"""Asking Crossref what became of a file, by its name, until it says so."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from articles.models import Deposit

from .client import MayHaveArrived, NeverArrived, RefusedAtOnce, Unauthorised
from .diagnostics import UnreadableDiagnostic, read_diagnostic
from .results import decide, fail
from .sending import LEASE, MOST_TRIES, MakeClient, client_for, wait_after
from .service import NoCredentials

logger = logging.getLogger(__name__)

# A file may be listed a little after it arrived: so often "unknown", this far apart, means lost.
UNKNOWNS_TO_RESEND = 2
ASKABLE = (Deposit.State.SENT, Deposit.State.SENDING)
UNANSWERED = (
    NeverArrived,
    MayHaveArrived,
    RefusedAtOnce,
    Unauthorised,
    UnreadableDiagnostic,
    NoCredentials,
)
POLL_WAIT = timedelta(seconds=30)


def poll_next(now: datetime | None = None, make_client: MakeClient = client_for) -> Deposit | None:
    """Asks about the file that has waited longest, or returns None where none is due."""
    now = now or timezone.now()
    deposit = claim(now)
    if deposit is None:
        return None
    try:
        body = make_client(deposit).result(deposit.name)
        answer = read_diagnostic(body)
    except UNANSWERED as error:
        wait(deposit, str(error), now)
    else:
        match answer.status:
            case "completed":
                decide(deposit, answer.verdicts, body)
            case "waiting":
                wait(deposit, "", now)
            case "unknown":
                unknown(deposit, now)
    logger.info("poll %s: %s %s", deposit.name, deposit.state, deposit.message)
    return deposit


@transaction.atomic
def claim(now: datetime) -> Deposit | None:
    rows = Deposit.objects.select_for_update(skip_locked=True)
    due = rows.filter(state__in=ASKABLE, due_at__lte=now).order_by("due_at", "pk")
    deposit = due.first()
    if deposit:
        deposit.polls += 1
        deposit.due_at = now + LEASE
        deposit.save()
    return deposit


def wait(deposit: Deposit, message: str, now: datetime) -> None:
    deposit.message = message
    deposit.due_at = now + min(POLL_WAIT * 2 ** min(deposit.polls - 1, 10), timedelta(hours=6))
    deposit.save()


def unknown(deposit: Deposit, now: datetime) -> None:
    """Crossref does not have it: after being asked twice it is sent again, the same file."""
    deposit.unknowns += 1
    if deposit.unknowns < UNKNOWNS_TO_RESEND:
        wait(deposit, "unknown_submission", now)
    elif deposit.tries >= MOST_TRIES:
        fail(deposit, "unknown_submission")
    else:
        deposit.state = Deposit.State.QUEUED
        deposit.message = "unknown_submission"
        deposit.due_at = now + wait_after(deposit.tries)
        deposit.save()
