"""Says for each query which database it goes to; Django asks it (DATABASE_ROUTERS)."""

from __future__ import annotations

from contextvars import ContextVar
from typing import Any

from django.core.signals import request_finished
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model

from . import PRIMARY, REPLICA

# Where the request under way reads: one server for all of it. The page cache needs that: a page
# must not be older than the public state under which it is kept.
reads_from: ContextVar[str] = ContextVar("reads_from", default=PRIMARY)


class ReplicaRouter:
    def db_for_read(self, model: type[Model], **hints: Any) -> str:
        return reads_from.get()

    def db_for_write(self, model: type[Model], **hints: Any) -> str:
        """From the first write on the request also reads from the primary server."""
        reads_from.set(PRIMARY)
        return PRIMARY

    def allow_relation(self, one: Model, other: Model, **hints: Any) -> bool:
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db != REPLICA


def read_connection() -> BaseDatabaseWrapper:
    """Return the connection for raw SQL of public pages: the one that a queryset would take."""
    return connections[reads_from.get()]


def end(**kwargs: Any) -> None:
    reads_from.set(PRIMARY)


request_finished.connect(end)
