"""Taking a second reading: the manuscript is read again with its lines as the other type."""

from __future__ import annotations

from django.db import transaction

from articles.imports.manuscript import SecondReading
from articles.models import Manuscript

from .queue import read_manuscript
from .reader_process import REQUEST_SECONDS


class NotReadAgain(Exception):
    """The manuscript could not be read again; it stays as it was."""


def take(manuscript: Manuscript, second: SecondReading) -> None:
    """Reads the kept file again; what was taken before stays taken.

    Does nothing if the manuscript was saved meanwhile. Raises NotReadAgain.
    """
    with transaction.atomic():
        locked = Manuscript.objects.select_for_update().get(pk=manuscript.pk)
        if locked.state == Manuscript.State.READ:
            locked.taken |= {str(second.lines[0]): second.line_type}
            read_manuscript(locked, REQUEST_SECONDS)
            if locked.state != Manuscript.State.READ:
                raise NotReadAgain(locked.why)
    manuscript.refresh_from_db()
