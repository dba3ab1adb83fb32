"""Keyset pagination: each page starts after the last key of the previous one.

So edits between two requests do not shift the pages.
"""

from __future__ import annotations

from typing import Any

import msgspec
from django.core import signing
from django.http import HttpRequest
from ninja.errors import HttpError

SALT = "articles.api"
SIZE = 50
MOST = 2**63 - 1  # the greatest key of a table


def write_after(request: HttpRequest, *key: Any) -> str:
    """The `next` of a page whose last thing has this key: signed, for one URL parameter."""
    return signing.dumps(key, salt=salt_of(request))


def read_after(value: str, request: HttpRequest, shape: Any = tuple[int]) -> Any:
    """The key that `write_after` wrote for the same list, of this shape.

    Raises HttpError 400 for anything else: a forged value, one of another list or site.
    """
    try:
        key = msgspec.convert(signing.loads(value, salt=salt_of(request)), shape)
    except (signing.BadSignature, msgspec.ValidationError) as error:
        message = "after is not the `next` of this list. Begin again without it."
        raise HttpError(400, message) from error
    if any(isinstance(part, int) and not 0 < part <= MOST for part in key):
        raise HttpError(400, "after has a number that no key has.")
    return key


def salt_of(request: HttpRequest) -> str:
    """A salt for each list: its address and parameters, in any order."""
    parameters = sorted((name, values) for name, values in request.GET.lists() if name != "after")
    return f"{SALT}:{request.path}:{parameters}"
