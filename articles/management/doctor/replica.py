"""The check of the replica, where there is one."""

from __future__ import annotations

import time
from collections.abc import Iterator

from django.conf import settings
from django.db import connections
from django.utils.translation import gettext as _

from journal.replica import PRIMARY, REPLICA
from journal.replica.watch import ask_position

from .outcome import Outcome
from .partners import problem_in_time

IDENTIFIER = "SELECT system_identifier FROM pg_control_system()"
STEP_SECONDS = 0.2


class NotTheReplica(Exception):
    """REPLICA_URL names a server that does not follow this primary."""


def check_replica() -> Iterator[Outcome]:
    """It follows this primary server, and reaches what that has now within the bound."""
    if not settings.REPLICA_URL:
        return
    problem = problem_in_time(reach_primary)
    yield Outcome(
        "replica",
        not problem,
        _("The replica is not used: %(problem)s") % {"problem": problem}
        if problem
        else _("The replica answers, and is %(seconds)d s behind at most.")
        % {"seconds": settings.REPLICA_LAG_SECONDS},
        _("Pages are read from the primary server. Check REPLICA_URL and the replication."),
    )


def reach_primary() -> None:
    """Raises NotTheReplica, TimeoutError, or what the server raises."""
    wanted = ask_position(PRIMARY)
    reached = ask_position(REPLICA)
    if identifier(PRIMARY) != identifier(REPLICA):
        raise NotTheReplica(_("it follows another primary server"))
    deadline = time.monotonic() + settings.REPLICA_LAG_SECONDS
    while reached < wanted:
        if time.monotonic() > deadline:
            raise TimeoutError
        time.sleep(STEP_SECONDS)
        reached = ask_position(REPLICA)


def identifier(alias: str) -> int:
    with connections[alias].cursor() as cursor:
        cursor.execute(IDENTIFIER)
        return int(cursor.fetchone()[0])
