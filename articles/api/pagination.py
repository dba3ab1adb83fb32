"""Keyset pagination: each page starts after the last key of the previous one.

So edits between two requests do not shift the pages.
"""

from __future__ import annotations

from typing import Any

from django.core import signing
from ninja.errors import HttpError

SALT = "articles.api"
SIZE = 50


def write_after(*key: Any) -> str:
    """The `next` of a page whose last thing has this key: signed, for one URL parameter."""
    return signing.dumps(key, salt=SALT)


def read_after(value: str, length: int = 1) -> list[Any]:
    """The key that `write_after` wrote; raises HttpError 404 for anything else."""
    try:
        key = list(signing.loads(value, salt=SALT))
    except (signing.BadSignature, TypeError) as error:
        raise HttpError(404, "after is not the `next` of a page.") from error
    if len(key) != length:
        raise HttpError(404, "after is the `next` of another list.")
    return key
