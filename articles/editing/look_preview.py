"""The look that an editor wants to see before it is saved: kept in the editor's session."""

from __future__ import annotations

from typing import Any

from django.contrib.sessions.backends.base import SessionBase

from articles.models import Journal, Look
from articles.records.languages import LANGUAGES

from .uploads import store_upload

KEY = "look_preview"
PICTURES = ("logo", "cover")
FIELDS = (
    *("main_colour", "second_colour", "has_band"),
    *(f"home_text_{code}" for code in LANGUAGES),
    *("order_current", "order_archive", "order_news", "order_submit"),
)


def keep_look(session: SessionBase, look: Look) -> None:
    """Keeps it in place of the one before it; uploaded pictures are stored as unconfirmed files."""
    values: dict[str, Any] = {name: getattr(look, name) for name in FIELDS}
    for name in PICTURES:
        picture = getattr(look, name)
        is_new = picture and not picture._committed  # as Django's own FileField asks
        values[name] = store_upload(picture.file).path if is_new else picture.name or ""
    session[KEY] = {"journal": look.journal_id, "values": values}


def kept_look(session: SessionBase, journal: Journal) -> Look | None:
    """The look of this journal that was previewed last; None if there is none in the session."""
    kept = session.get(KEY)
    if not kept or kept["journal"] != journal.pk:
        return None
    has_other_journals = journal.look.has_other_journals
    return Look(journal=journal, has_other_journals=has_other_journals, **kept["values"])
