"""How log lines are written: for people, or as JSON for programs that collect them.

Secrets are masked here, in the finished line, so that no logger and no traceback gets past it.
"""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from typing import Any

from .masking import mask
from .request_context import current

# What a log call may add with `extra=`.
EXTRA = (
    *("method", "path", "view", "status", "seconds", "query_count", "query_seconds"),
    *("address", "agent", "referer", "range"),  # with LOG_READERS
)


class LineFormatter(logging.Formatter):
    """`2026-11-29 12:00:00,000 WARNING articles.dois: message [request id]`"""

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name}: {message}{suffix}", style="{")

    def format(self, record: logging.LogRecord) -> str:
        context = current.get()
        record.suffix = f" [{context.id}]" if context else ""
        return mask(super().format(record))


class JsonFormatter(logging.Formatter):
    """One JSON object a line; fields without a value are left out."""

    def format(self, record: logging.LogRecord) -> str:
        fields = {key: value for key, value in fields_of(record).items() if value not in (None, "")}
        if record.exc_info:
            fields["error"] = self.formatException(record.exc_info)
        if record.stack_info:
            fields["stack"] = self.formatStack(record.stack_info)
        return masked_json(fields)


def fields_of(record: logging.LogRecord) -> dict[str, Any]:
    context = current.get()
    moment = datetime.fromtimestamp(record.created, UTC)
    return {
        "time": moment.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "level": record.levelname,
        "logger": record.name,
        "message": record.getMessage(),
        "process": record.process,
        "request_id": context and context.id,
        "user": context and context.user_id,
        "journal": context and context.journal_slug,
        **{name: getattr(record, name, None) for name in EXTRA},
    }


def masked_json(fields: dict[str, Any]) -> str:
    """Masked before it is JSON: the mask must not eat a quotation mark of the JSON itself."""
    masked = {
        name: mask(value) if isinstance(value, str) else value for name, value in fields.items()
    }
    return json.dumps(masked, ensure_ascii=False, default=str)
