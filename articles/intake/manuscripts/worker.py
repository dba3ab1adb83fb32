"""Whether a worker reads what waits; where none does, the pages do it, one short file at a time."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from articles.models import Heartbeat

READER = "read_manuscripts"  # the command, whose heartbeats carry its name
SILENT = timedelta(seconds=75)  # longer than one file may take


def has_reader() -> bool:
    """Seen within the time that the longest file takes."""
    lately = timezone.now() - SILENT
    return Heartbeat.objects.filter(worker__startswith=f"{READER}@", at__gt=lately).exists()
