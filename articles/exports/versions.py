"""The version of the writers, kept with every deposit."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from pathlib import Path

ARTICLES = Path(__file__).parent.parent
CODE = ("exports", "records")  # all that decides what a writer makes of a record


@cache
def writers_version() -> str:
    """Return 16 characters that change with every change of the code that writes formats.

    It says which deposits to compare again, not that they differ: their bodies say that.
    """
    version = blake2b(digest_size=8)
    for path in sorted(path for folder in CODE for path in (ARTICLES / folder).rglob("*.py")):
        version.update(f"{path.relative_to(ARTICLES)}\0".encode())
        version.update(path.read_bytes())
    return version.hexdigest()
