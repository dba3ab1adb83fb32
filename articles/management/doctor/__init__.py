"""The checks of `manage.py doctor`: what an administrator wants to know before and after a change.

Each check is a function that yields outcomes. A check that fails in an unforeseen way is an outcome
too, and the others go on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from . import database, files, machine, partners, replica, usage, workers
from .outcome import Outcome, problem_of

__all__ = ["Outcome", "run_checks"]

Check = Callable[[], Iterable[Outcome]]
NO_DATABASE: tuple[Check, ...] = (
    machine.check_versions,
    machine.check_packages,
    machine.check_disk,
    partners.check_storage,
    partners.check_cache,
    partners.check_mail,
    partners.check_deposit_service,
)
DATABASE: tuple[Check, ...] = (database.check_server, database.check_migrations)
ROWS: tuple[Check, ...] = (
    database.check_clock,
    database.check_people,
    database.check_search,
    replica.check_replica,
    files.check_missing,
    files.check_uploads,
    workers.check_workers,
    usage.check_usage,
)


def run_checks(*, with_checksums: bool) -> Iterator[Outcome]:
    """What needs the database is checked only if it answers and has all migrations."""
    for check in NO_DATABASE:
        yield from outcomes(check)
    for check in DATABASE:
        found = list(outcomes(check))
        yield from found
        if not all(outcome.is_good for outcome in found):
            return
    for check in (*ROWS, files.check_checksums) if with_checksums else ROWS:
        yield from outcomes(check)


def outcomes(check: Check) -> Iterator[Outcome]:
    found: list[Outcome] = []
    if problem := problem_of(lambda: found.extend(check())):
        name = check.__name__.removeprefix("check_")
        found.append(Outcome.of_problem(name, problem))
    yield from found
