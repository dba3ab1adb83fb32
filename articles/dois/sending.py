"""Sending queued deposits. The row is saved before each step, so that a crash loses nothing."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from articles.models import Deposit, DepositRecord

from .client import Client, MayHaveArrived, NeverArrived, RefusedAtOnce, Unauthorised
from .errors import message_of
from .messages import NO_MESSAGE, Message
from .results import fail_deposit, refresh_articles, save_result
from .service import NoCredentials, credentials

logger = logging.getLogger(__name__)

# Longer than an upload can take: a worker that holds a deposit for so long is dead.
LEASE = timedelta(minutes=5)
FIRST_POLL = timedelta(seconds=20)
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=6)
MOST_TRIES = 30

MakeClient = Callable[[Deposit], Client]


def client_for(deposit: Deposit) -> Client:
    """A client for the deposit's host and prefix. Raises NoCredentials."""
    prefix = deposit.records.values_list("doi", flat=True)[0].partition("/")[0]
    return Client(deposit.host, credentials(prefix))


def wait_after(tries: int) -> timedelta:
    """1, 2, 4 … minutes, at most six hours."""
    return min(FIRST_WAIT * 2 ** min(tries - 1, 12), LONGEST_WAIT)


def send_next(now: datetime | None = None, make_client: MakeClient = client_for) -> Deposit | None:
    """Sends the deposit that has waited longest. Returns None if none is due.

    The row is marked as being sent first. If this process dies, polling asks Crossref whether the
    file arrived before it is sent again.
    """
    now = now or timezone.now()
    deposit = claim_deposit(now)
    if deposit is None:
        return None
    try:
        client = make_client(deposit)
        client.submit(deposit.name, deposit.xml.encode())
    except NeverArrived as error:
        send_later(deposit, message_of(error), now)
    except MayHaveArrived as error:
        poll_before_resending(deposit, message_of(error), now)
    except RefusedAtOnce as error:
        save_result(deposit, error.body)
    except (Unauthorised, NoCredentials) as error:
        fail_deposit(deposit, message_of(error))
    else:
        mark_sent(deposit, now)
    logger.info("deposit %s: %s %s", deposit.name, deposit.state, deposit.message_code)
    return deposit


@transaction.atomic
def claim_deposit(now: datetime) -> Deposit | None:
    """Marks the deposit that has waited longest as being sent, for the time of the lease."""
    queue = Deposit.objects.select_for_update(skip_locked=True)
    due = queue.filter(state=Deposit.State.QUEUED, due_at__lte=now).order_by("due_at", "pk")
    deposit = due.first()
    if deposit:
        deposit.state = Deposit.State.SENDING
        deposit.tries += 1
        deposit.unknowns = 0
        deposit.due_at = now + LEASE
        deposit.save()
    return deposit


def send_later(deposit: Deposit, message: Message, now: datetime) -> None:
    """The file did not arrive: queues it again, with a growing delay."""
    if deposit.tries >= MOST_TRIES:
        fail_deposit(deposit, message)
        return
    deposit.state = Deposit.State.QUEUED
    message.store_in(deposit)
    deposit.due_at = now + wait_after(deposit.tries)
    deposit.save()


def poll_before_resending(deposit: Deposit, message: Message, now: datetime) -> None:
    """The file may have arrived: it stays as being sent until Crossref has been asked."""
    message.store_in(deposit)
    deposit.due_at = now + FIRST_POLL
    deposit.save()


@transaction.atomic
def mark_sent(deposit: Deposit, now: datetime) -> None:
    """Crossref has the file: polling begins."""
    deposit.state = Deposit.State.SENT
    deposit.sent_at = now
    NO_MESSAGE.store_in(deposit)
    deposit.due_at = now + FIRST_POLL
    deposit.save()
    deposit.records.update(state=DepositRecord.State.SENT)
    refresh_articles(deposit)
