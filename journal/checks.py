"""Refuses a database that cannot tell a Kazakh capital from a small letter."""

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
        if not knows_kazakh(alias)
    ]


def knows_kazakh(alias: str) -> bool:
    with connections[alias].cursor() as cursor:
        cursor.execute("SHOW server_encoding")
        if cursor.fetchone() != ("UTF8",):
            return False
        cursor.execute("SELECT lower('Ә') = 'ә'")
        return bool(cursor.fetchone() == (True,))
