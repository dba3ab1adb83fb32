"""Checks of uploaded files: missing, damaged, left over."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from datetime import timedelta

from django.core.files.storage import default_storage
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.editing.uploads import expired_days
from articles.models import Galley
from articles.queries.file_checksums import FileChecksum, file_checksums

from .outcome import Outcome

SWEEP_GRACE = timedelta(days=1)
CHUNK = 2**20


def check_missing() -> Iterator[Outcome]:
    """Files of the articles as they are now; `check_checksums` looks at every file."""
    names = Galley.objects.order_by("file").values_list("file", flat=True).distinct()
    missing = tuple(name for name in names.iterator() if not default_storage.exists(name))
    text = _("Files of articles that are missing: %(count)d.") % {"count": len(missing)}
    yield Outcome("files", not missing, text, _("Take them from a backup."), missing)


def check_uploads() -> Iterator[Outcome]:
    left = tuple(expired_days(timezone.localdate() - SWEEP_GRACE))
    text = _("Days of unconfirmed files not cleaned up: %(count)d.") % {"count": len(left)}
    remedy = _("The worker that runs “deposit --due” removes them.")
    yield Outcome("uploads", not left, text, remedy, left)


def check_checksums() -> Iterator[Outcome]:
    files = file_checksums()
    damaged = tuple(damage for file in with_progress(files) if (damage := damage_of(file)))
    yield Outcome(
        "checksums",
        not damaged,
        _("Files read: %(total)d; missing, unreadable or changed: %(count)d.")
        % {"total": len(files), "count": len(damaged)},
        _("Take them from a backup."),
        damaged,
    )


def damage_of(file: FileChecksum) -> str:
    """'' if the file is as it was stored; its existence is enough where no checksum is kept."""
    try:
        checksum = checksum_of(file.path)
    except Exception as error:  # each storage raises its own
        return f"{file.path}: {type(error).__name__}"
    is_whole = not file.checksum or checksum == file.checksum
    return "" if is_whole else f"{file.path}: SHA-256 {checksum} ≠ {file.checksum}"


def checksum_of(path: str) -> str:
    digest = hashlib.sha256()
    with default_storage.open(path) as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def with_progress(files: list[FileChecksum]) -> Iterator[FileChecksum]:
    """Shown in a terminal alone."""
    for number, file in enumerate(files, 1):
        if sys.stderr.isatty():
            end = "\n" if number == len(files) else ""
            print(f"\r{number}/{len(files)}", end=end, file=sys.stderr, flush=True)
        yield file
