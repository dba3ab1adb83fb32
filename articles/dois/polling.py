"""Polling Crossref for the result of a deposit, by its file name."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from articles.models import Deposit

from .client import MayHaveArrived, NeverArrived, RefusedAtOnce, Unauthorised
from .diagnostics import UnreadableDiagnostic, read_diagnostic
from .errors import message_of
from .messages import NO_MESSAGE, Message
from .results import fail_deposit, save_verdicts
from .sending import LEASE, MOST_TRIES, MakeClient, client_for, wait_after
from .service import NoCredentials

logger = logging.getLogger(__name__)

# A file is listed a little after it arrived. After so many "unknown" it is taken to be lost.
UNKNOWNS_TO_RESEND = 2
FILE_UNKNOWN = Message("file_unknown", {}, "unknown_submission")
PENDING = (Deposit.State.SENT, Deposit.State.SENDING)
NO_RESULT = (
    NeverArrived,
    MayHaveArrived,
    RefusedAtOnce,
    Unauthorised,
    UnreadableDiagnostic,
    NoCredentials,
)
POLL_WAIT = timedelta(seconds=30)


def poll_next(now: datetime | None = None, make_client: MakeClient = client_for) -> Deposit | None:
    """Polls for the deposit that has waited longest. Returns None if none is due."""
    now = now or timezone.now()
    deposit = claim_deposit(now)
    if deposit is None:
        return None
    try:
        body = make_client(deposit).result(deposit.name)
        diagnostic = read_diagnostic(body)
    except NO_RESULT as error:
        poll_later(deposit, message_of(error), now)
    else:
        match diagnostic.status:
            case "completed":
                save_verdicts(deposit, diagnostic.verdicts, body)
            case "waiting":
                poll_later(deposit, NO_MESSAGE, now)
            case "unknown":
                handle_unknown(deposit, now)
    logger.info("poll %s: %s %s", deposit.name, deposit.state, deposit.message_code)
    return deposit


@transaction.atomic
def claim_deposit(now: datetime) -> Deposit | None:
    """Leases the deposit that has waited longest, so that no other worker takes it."""
    rows = Deposit.objects.select_for_update(skip_locked=True)
    due = rows.filter(state__in=PENDING, due_at__lte=now).order_by("due_at", "pk")
    deposit = due.first()
    if deposit:
        deposit.polls += 1
        deposit.due_at = now + LEASE
        deposit.save()
    return deposit


def poll_later(deposit: Deposit, message: Message, now: datetime) -> None:
    message.store_in(deposit)
    deposit.due_at = now + min(POLL_WAIT * 2 ** min(deposit.polls - 1, 10), timedelta(hours=6))
    deposit.save()


def handle_unknown(deposit: Deposit, now: datetime) -> None:
    """Crossref does not know the file. After two such answers the same file is sent again."""
    deposit.unknowns += 1
    if deposit.unknowns < UNKNOWNS_TO_RESEND:
        poll_later(deposit, FILE_UNKNOWN, now)
    elif deposit.tries >= MOST_TRIES:
        fail_deposit(deposit, FILE_UNKNOWN)
    else:
        deposit.state = Deposit.State.QUEUED
        FILE_UNKNOWN.store_in(deposit)
        deposit.due_at = now + wait_after(deposit.tries)
        deposit.save()
