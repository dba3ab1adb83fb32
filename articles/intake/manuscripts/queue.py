"""Files that were handed in, read one after another: the rows are the queue."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

import msgspec
from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone
from django.utils.text import get_valid_filename
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from articles.imports import Unreadable
from articles.imports.manuscript_process import LANGUAGES
from articles.models import Article, Journal, Manuscript, User
from articles.records import json
from articles.records.cleaning import InvalidValue

from .draft_record import draft_of
from .pictures import delete_pictures, with_pictures
from .reader_process import read_file

FILE_BYTES = 25 * 2**20
PASTED = "pasted.txt"


class TooLarge(InvalidValue):
    """The file is larger than any manuscript need be."""


def hand_in(
    upload: File[Any], journal: Journal, editor: User | None, article: Article | None = None
) -> Manuscript:
    """Keeps the file and puts it in the queue; raises TooLarge."""
    name = file_name(upload)
    if (upload.size or 0) > FILE_BYTES:
        raise TooLarge(
            _("“%(name)s” is larger than %(size)d MB. Take the pictures out, or paste its text."),
            name=name,
            size=FILE_BYTES // 2**20,
        )
    content = upload.read()
    checksum = hashlib.sha256(content).hexdigest()
    path = f"manuscripts/{checksum[:2]}/{checksum}/{get_valid_filename(name)[-100:]}"
    if not default_storage.exists(path):
        path = default_storage.save(path, ContentFile(content))
    return Manuscript.objects.create(
        journal=journal,
        article=article,
        editor=editor,
        name=name,
        path=path,
        size=len(content),
        checksum=checksum,
    )


def hand_in_text(
    text: str, journal: Journal, editor: User | None, article: Article | None = None
) -> Manuscript:
    return hand_in(ContentFile(text.encode(), PASTED), journal, editor, article)


def file_name(upload: File[Any]) -> str:
    """Its last part alone, whatever the browser said."""
    last = (upload.name or "").replace("\\", "/").rpartition("/")[2]
    return "".join(sign for sign in last if sign.isprintable())[-200:] or PASTED


@transaction.atomic
def read_next(
    journals: Iterable[int] | None = None, key: int | None = None, seconds: int | None = None
) -> Manuscript | None:
    """Reads the file that has waited longest and no other process reads; None: none waits.

    `key` asks for one file alone, `seconds` for less time. The row stays locked while it is read,
    so a process that dies leaves it waiting.
    """
    waiting = Manuscript.objects.waiting()
    if key is not None:
        waiting = waiting.filter(pk=key)
    if journals is not None:
        waiting = waiting.filter(journal__in=journals)
    locked = waiting.select_for_update(of=("self",), skip_locked=True).order_by("pk")
    manuscript = locked.select_related("journal").first()
    if manuscript is not None:
        read(manuscript, seconds)
    return manuscript


def read(manuscript: Manuscript, seconds: int | None = None) -> None:
    """Reads the kept file and writes on the row what came of it."""
    try:
        with default_storage.open(manuscript.path) as kept:
            data = kept.read()
    except OSError:
        settle(manuscript, in_each_language(_("The kept file is gone. Hand it in once more.")))
        return
    answer = read_file(data, manuscript.name, seconds)
    if answer.manuscript is None:
        settle(manuscript, answer.refusal)
        return
    try:
        draft = draft_of(answer.manuscript, body=answer.text.html)
    except (Unreadable, InvalidValue) as refusal:
        settle(manuscript, in_each_language(refusal))
        return
    manuscript.reading = msgspec.json.encode(answer.manuscript).decode()
    record = with_pictures(draft.record, answer.text.pictures)
    manuscript.stored = json.write(record).decode()
    settle(manuscript)


def settle(manuscript: Manuscript, refusal: dict[str, str] | None = None) -> None:
    manuscript.refusal = refusal or {}
    manuscript.state = Manuscript.State.REFUSED if refusal else Manuscript.State.READ
    manuscript.read_at = timezone.now()
    manuscript.save()


def in_each_language(message: object) -> dict[str, str]:
    said = {}
    for code in LANGUAGES:
        with override(code):
            said[code] = str(message)
    return said


class BeingRead(Exception):
    """A worker has the file at this moment."""


def throw_away(manuscript: Manuscript) -> None:
    """The row, and the file where no other row has the same; raises BeingRead."""
    with transaction.atomic():
        free = Manuscript.objects.filter(pk=manuscript.pk).select_for_update(skip_locked=True)
        if not free.exists() and Manuscript.objects.filter(pk=manuscript.pk).exists():
            raise BeingRead
        manuscript.delete()
    delete_pictures(manuscript)
    if not Manuscript.objects.filter(path=manuscript.path).exists():
        default_storage.delete(manuscript.path)
