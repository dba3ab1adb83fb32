"""PostgreSQL for Django; in a web worker no query waits for ever, even if the server is silent.

PostgreSQL itself cancels a statement that takes too long. But a server that is frozen, or a
network that swallows packets, cancels nothing: then this end gives up and drops the connection.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from django.conf import settings
from django.db.backends.postgresql import base
from psycopg import Connection, OperationalError
from psycopg.pq import TransactionStatus

STATEMENT_SECONDS = 20  # then PostgreSQL cancels it
SILENCE_SECONDS = 25.0  # then the connection is dropped
CHECK_SECONDS = 2.0  # for `SELECT 1`, with which a connection is tried before it is used again


class DatabaseWrapper(base.DatabaseWrapper):
    is_limited = False  # background work takes as long as it takes

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        connection = super().get_new_connection(conn_params)
        if self.is_limited:
            connection.wait = partial(wait, connection, SILENCE_SECONDS)
        return connection

    def init_connection_state(self) -> None:
        super().init_connection_state()
        # A pool would hand the setting on to others; its own `connect_query` sets it there.
        if self.is_limited and self.connection is not None and not settings.DATABASE_POOLED:
            self.connection.execute(f"SET statement_timeout = '{STATEMENT_SECONDS}s'")

    def is_usable(self) -> bool:
        if not self.is_limited or self.connection is None:
            return super().is_usable()
        patient = self.connection.wait
        self.connection.wait = partial(wait, self.connection, CHECK_SECONDS)
        try:
            return super().is_usable()
        finally:
            self.connection.wait = patient


def wait(connection: Connection[Any], seconds: float, *arguments: Any, **options: Any) -> Any:
    """psycopg's `Connection.wait`, for so many seconds at most. Raises OperationalError."""
    try:
        return Connection.wait(connection, *arguments, **{"timeout": seconds, **options})
    except OperationalError:
        if connection.pgconn.transaction_status == TransactionStatus.ACTIVE:
            connection.pgconn.finish()  # the answer may still come, and would belong to nobody
        raise


def limit_queries() -> None:
    """From now on, in this process."""
    DatabaseWrapper.is_limited = True
