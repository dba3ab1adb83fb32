"""Checks of the database: server, migrations, clock, people, search index."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Max
from django.utils.translation import gettext as _

from articles.models import Article, User
from articles.search.engine import engine
from journal.checks import can_lower_kazakh
from journal.monitoring.readiness import check_database

from .outcome import Outcome
from .partners import problem_in_time

LEAST_POSTGRESQL = 15
CLOCK_GRACE = timedelta(minutes=1)


def check_server() -> Iterator[Outcome]:
    if problem := problem_in_time(check_database):
        text = _("The database does not answer: %(problem)s") % {"problem": problem}
        yield Outcome("database", False, text, _("Check DATABASE_URL and the server."))
        return
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        (number,) = cursor.fetchone()
    is_new = connection.connection.info.server_version // 10_000 >= LEAST_POSTGRESQL
    text = _("The database answers: PostgreSQL %(version)s.") % {"version": number}
    remedy = _("PostgreSQL 15 or newer is needed.")
    yield Outcome("database", is_new, text, remedy)
    text = _("The database matches Kazakh upper- and lower-case letters.")
    remedy = _("It does not: create it anew as docs/deploy.md says, and restore a backup.")
    yield Outcome("letters", can_lower_kazakh("default"), text, remedy)


def check_migrations() -> Iterator[Outcome]:
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    yield Outcome(
        "migrations",
        not waiting,
        _("Pending migrations: %(count)d.") % {"count": len(waiting)},
        _("Run: %(command)s") % {"command": "manage.py migrate"},
        tuple(str(migration) for migration, _backwards in waiting),
    )


def check_clock() -> Iterator[Outcome]:
    """Against the database's clock, and against what was saved: a clock set back repeats times."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        (database_now,) = cursor.fetchone()
    now = datetime.now(UTC)
    saved_at = Article.objects.aggregate(at=Max("saved_at"))["at"] or now
    difference = max(abs(now - database_now), saved_at - now)
    yield Outcome(
        "clock",
        difference < CLOCK_GRACE,
        _("The clock differs from that of the database or of the last save: %(seconds)d s.")
        % {"seconds": max(difference, timedelta()).total_seconds()},
        _("Set the clocks of all machines by NTP. What was released meanwhile: %(command)s")
        % {"command": "manage.py announce_articles"},
    )


def check_people() -> Iterator[Outcome]:
    people = User.objects.filter(is_active=True, is_staff=True).count()
    text = _("People who can sign in: %(count)d.") % {"count": people}
    remedy = _("Run: %(command)s") % {"command": "manage.py createsuperuser"}
    yield Outcome("people", bool(people), text, remedy)


def check_search() -> Iterator[Outcome]:
    stale = len(engine.stale_articles())
    text = _("Articles that the search knows in another version or not at all: %(count)d.")
    remedy = _("Run: %(command)s") % {"command": "manage.py rebuild_search"}
    yield Outcome("search", not stale, text % {"count": stale}, remedy)
