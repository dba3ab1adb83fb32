"""Messages for what went wrong on the way to Crossref and back."""

from __future__ import annotations

from .client import ServiceError
from .diagnostics import UnreadableDiagnostic
from .messages import Message
from .service import NoCredentials


def message_of(error: Exception) -> Message:
    """The code with its values; no error contains the password."""
    match error:
        case ServiceError():
            return Message(error.code, {"detail": error.detail}, error.detail)
        case NoCredentials():
            return Message("no_login", {key: str(value) for key, value in error.values.items()})
        case UnreadableDiagnostic():
            return Message("unreadable_answer", {}, str(error))
    return Message("unclear", {"detail": str(error)}, str(error))
