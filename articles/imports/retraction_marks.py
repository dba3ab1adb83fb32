"""Marks of retraction that are printed before titles: the status says it here, not the title."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from articles.records.languages import Text
from articles.records.notices import without_mark


def without_marks(titles: Text) -> Text:
    """The titles without `RETRACTED: ` before them."""
    return {code: without_mark(title) for code, title in titles.items()}


def mark_notes(titles: Text) -> Iterator[str]:
    """A note that the article is to be retracted here too, if its titles say so."""
    if any(without_mark(title) != title for title in titles.values()):
        yield _("The titles say that the article is retracted or withdrawn. Mark it so here too.")
