"""Keeping uploaded manuscripts: the file goes to storage, its row to the queue."""

from __future__ import annotations

import hashlib
from typing import Any

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.utils.text import get_valid_filename
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Journal, Manuscript, User
from articles.records.cleaning import InvalidValue

MAX_BYTES = 25 * 2**20
PASTED_NAME = "pasted.txt"


class TooLarge(InvalidValue):
    """The file is larger than MAX_BYTES."""


def keep_file(
    upload: File[Any], journal: Journal, editor: User | None, article: Article | None = None
) -> Manuscript:
    """A waiting manuscript; with `article`, a correction of it. Raises TooLarge."""
    name = file_name(upload)
    if (upload.size or 0) > MAX_BYTES:
        raise TooLarge(
            _("“%(name)s” is larger than %(size)d MB. Remove the pictures, or paste the text."),
            name=name,
            size=MAX_BYTES // 2**20,
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


def keep_text(
    text: str, journal: Journal, editor: User | None, article: Article | None = None
) -> Manuscript:
    """A pasted text, kept as a text file."""
    return keep_file(ContentFile(text.encode(), PASTED_NAME), journal, editor, article)


def file_name(upload: File[Any]) -> str:
    """The last part of the name that the browser sent, in printable characters."""
    last = (upload.name or "").replace("\\", "/").rpartition("/")[2]
    return "".join(character for character in last if character.isprintable())[-200:] or PASTED_NAME
