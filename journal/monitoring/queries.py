"""Database queries: counted and timed for each request, and logged if they are slow."""

from __future__ import annotations

import logging
from collections.abc import Callable
from time import perf_counter
from typing import Any

from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

from .request_context import current

SQL_CHARACTERS = 2_000  # of a slow query are logged
logger = logging.getLogger(__name__)


def observe_queries() -> None:
    """Every connection that is opened from now on is observed."""
    connection_created.connect(observe_connection)


def observe_connection(connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    if observe not in connection.execute_wrappers:
        connection.execute_wrappers.append(observe)


def observe(
    execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: dict[str, Any]
) -> Any:
    started_at = perf_counter()
    try:
        return execute(sql, params, many, context)
    finally:
        note_query(sql, perf_counter() - started_at)


def note_query(sql: Any, seconds: float) -> None:
    """A slow query is logged without its parameters, which may be secrets or people's data."""
    if context := current.get():
        context.query_count += 1
        context.query_seconds += seconds
    if 0 < settings.SLOW_QUERY_MS <= seconds * 1_000:
        text = " ".join(str(sql).split())[:SQL_CHARACTERS]
        logger.warning("slow query, %.3f s: %s", seconds, text, extra={"seconds": seconds})
