"""A system check that the database tells Kazakh capital letters from small ones."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections

HINT = (
    "Create it with CREATE DATABASE … ENCODING 'UTF8' LOCALE_PROVIDER builtin "
    "BUILTIN_LOCALE 'C.UTF-8' TEMPLATE template0 (PostgreSQL 17 and newer), or with an ICU locale."
)


@register(Tags.database)
def check_kazakh_letters(
    databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    return [
        Error(
            f"In the database {alias!r} lower('Ә') is not 'ә': search and comparing would fail.",
            hint=HINT,
            id="journal.E001",
        )
        for alias in databases or ()
        if not can_lower_kazakh(alias)
    ]


def can_lower_kazakh(alias: str) -> bool:
    """Whether the database is UTF-8 and has a locale in which lower('Ә') is 'ә'."""
    with connections[alias].cursor() as cursor:
        cursor.execute("SHOW server_encoding")
        if cursor.fetchone() != ("UTF8",):
            return False
        cursor.execute("SELECT lower('Ә') = 'ә'")
        return bool(cursor.fetchone() == (True,))
