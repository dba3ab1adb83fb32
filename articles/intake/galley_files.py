"""Files that a record names and that lie beside it: kept in storage when they are the same."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import gettext_lazy as _

from articles.records.record import Galley, Record

from .import_errors import refused


def with_files(record: Record, folder: Path | None, *, keep: bool) -> Record:
    """Each galley with its path in storage; `keep` writes the file there.

    A galley of this site's own (it has a key) stands already. Raises NotImported where a file is
    missing or is not the one that the record describes.
    """
    galleys = tuple(
        galley if galley.id is not None else kept(galley, folder, keep, f"galleys[{n}]")
        for n, galley in enumerate(record.galleys, 1)
    )
    return msgspec.structs.replace(record, galleys=galleys)


def kept(galley: Galley, folder: Path | None, keep: bool, field: str) -> Galley:
    content = content_of(galley, folder, field)
    path = f"galleys/{galley.checksum[:16]}/{galley.name}"
    if keep and not default_storage.exists(path):
        path = default_storage.save(path, ContentFile(content))
    return msgspec.structs.replace(galley, path=path)


def known_galleys(record: Record, standing: Record | None) -> Record:
    """A galley that the article has already, the same file under the same name, is that one."""
    own = {(one.name, one.checksum): one for one in standing.galleys} if standing else {}
    galleys = tuple(
        own.get((one.name, one.checksum), msgspec.structs.replace(one, id=None, path=""))
        for one in record.galleys
    )
    return msgspec.structs.replace(record, galleys=galleys)


def content_of(galley: Galley, folder: Path | None, field: str) -> bytes:
    if galley.name != Path(galley.name).name or galley.name in ("", ".", ".."):
        raise refused(_("“%(name)s” is no name of a file."), field, name=galley.name)
    source = folder / galley.name if folder else None
    if source is None or not source.is_file():
        raise refused(_("The file %(name)s is not beside the JSON."), field, name=galley.name)
    content = source.read_bytes()
    if hashlib.sha256(content).hexdigest() != galley.checksum or len(content) != galley.size:
        raise refused(
            _("The file %(name)s is not the one described: its checksum or size differs."),
            field,
            name=galley.name,
        )
    return content
