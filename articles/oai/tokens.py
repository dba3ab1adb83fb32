"""Resumption tokens (section 3.5): signed, not stored, with the key of the last record."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated

import msgspec
from django.core import signing

from .errors import OaiError

SALT = "articles.oai"
LIFE = timedelta(days=2)


class Token(msgspec.Struct, frozen=True, array_like=True):
    """Where a list goes on, and the arguments that it began with."""

    prefix: str
    last: Annotated[int, msgspec.Meta(ge=0, le=2**63 - 1)]  # the article's key
    cursor: int  # records in the pages before
    size: int  # records in the whole list; 0 on the first page
    start: str | None = None
    end: str | None = None
    set: str | None = None


def write_token(token: Token) -> str:
    return signing.TimestampSigner(salt=SALT).sign_object(msgspec.to_builtins(token))


def expires_at(now: datetime) -> datetime:
    return (now + LIFE).astimezone(UTC)


def read_token(value: str) -> Token:
    """Raises OaiError badResumptionToken for a token that is forged, edited or too old."""
    try:
        fields = signing.TimestampSigner(salt=SALT).unsign_object(value, max_age=LIFE)
        return msgspec.convert(fields, Token)
    except (signing.BadSignature, ValueError, msgspec.ValidationError) as error:
        raise OaiError("badResumptionToken", "The token is not valid or has expired.") from error
