"""The work queue of manuscripts: waiting rows that any number of workers read in turn."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

import msgspec
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.imports import Unreadable
from articles.models import Heartbeat, Manuscript
from articles.records import json
from articles.records.cleaning import InvalidValue

from .draft_record import draft_of
from .pictures import delete_pictures, with_pictures
from .reader_process import in_each_language, read_file

WORKER = "read_manuscripts"  # the command; its heartbeats begin with this name
WORKER_TIMEOUT = timedelta(seconds=75)  # longer than one file may take


def is_worker_running() -> bool:
    """Whether a worker reads the queue. Without one, web requests read it, a file at a time."""
    start = timezone.now() - WORKER_TIMEOUT
    return Heartbeat.objects.filter(worker__startswith=f"{WORKER}@", at__gt=start).exists()


@transaction.atomic
def read_next(
    journals: Iterable[int] | None = None, key: int | None = None, seconds: int | None = None
) -> Manuscript | None:
    """Reads the file that has waited longest. None if no file waits.

    `journals` limits it to journals, `key` to one file; `seconds` is the time for reading. Files
    that another process reads are skipped. The row is locked meanwhile, so if the process dies the
    file still waits.
    """
    waiting = Manuscript.objects.waiting()
    if key is not None:
        waiting = waiting.filter(pk=key)
    if journals is not None:
        waiting = waiting.filter(journal__in=journals)
    locked = waiting.select_for_update(of=("self",), skip_locked=True).order_by("pk")
    manuscript = locked.select_related("journal").first()
    if manuscript is not None:
        read_manuscript(manuscript, seconds)
    return manuscript


def read_manuscript(manuscript: Manuscript, seconds: int | None = None) -> None:
    """Reads the kept file and saves what was read, or why it was refused, in the row."""
    try:
        with default_storage.open(manuscript.path) as file:
            data = file.read()
    except FileNotFoundError:
        message = _("The stored file is gone. Upload it again.")
        save_result(manuscript, in_each_language(message))
        return
    answer = read_file(data, manuscript.name, seconds, manuscript.taken)
    if answer.manuscript is None:
        save_result(manuscript, answer.refusal)
        return
    try:
        draft = draft_of(answer.manuscript, body=answer.text.html)
    except (Unreadable, InvalidValue) as error:
        save_result(manuscript, in_each_language(error))
        return
    manuscript.reading = msgspec.json.encode(answer.manuscript).decode()
    record = with_pictures(draft.record, answer.text.pictures)
    manuscript.stored = json.write(record).decode()
    save_result(manuscript)


def save_result(manuscript: Manuscript, refusal: dict[str, str] | None = None) -> None:
    """`refusal` is the reason in each language, if the file was refused."""
    manuscript.refusal = refusal or {}
    manuscript.state = Manuscript.State.REFUSED if refusal else Manuscript.State.READ
    manuscript.read_at = timezone.now()
    manuscript.save()


class FileIsBusy(Exception):
    """A worker is reading the file."""


def discard_manuscript(manuscript: Manuscript) -> None:
    """Deletes the row, its pictures, and the file unless another row has the same.

    Raises FileIsBusy.
    """
    with transaction.atomic():
        free = Manuscript.objects.filter(pk=manuscript.pk).select_for_update(skip_locked=True)
        if not free.exists() and Manuscript.objects.filter(pk=manuscript.pk).exists():
            raise FileIsBusy
        manuscript.delete()
    delete_pictures(manuscript)
    if not Manuscript.objects.filter(path=manuscript.path).exists():
        default_storage.delete(manuscript.path)
