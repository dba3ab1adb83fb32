"""The look of a journal as its package has it."""

from __future__ import annotations

from articles.models import Look
from articles.records.journal_file import LookEntry

from .record_facts import text_of

TEXTS_AND_FILES = ("logo", "cover", "home_text")
COLUMNS = tuple(set(LookEntry.__struct_fields__) - set(TEXTS_AND_FILES))


def look_entry(look: Look) -> LookEntry:
    """Pictures by their paths in storage, which are their places in the package too."""
    return LookEntry(
        logo=look.logo.name or "",
        cover=look.cover.name or "",
        home_text=text_of(look, "home_text"),
        **{name: getattr(look, name) for name in COLUMNS},
    )
