"""The pictures of a manuscript: files in storage that become galleys of the article."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import msgspec
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from articles.imports.full_text import Picture
from articles.models import Galley as GalleyRow
from articles.models import Manuscript
from articles.records import json
from articles.records.record import Galley, Record


def with_pictures(record: Record, pictures: Iterable[Picture]) -> Record:
    """Stores the pictures that the text shows, and adds them to the galleys of the record."""
    shown = [picture for picture in pictures if shows(record, picture.name)]
    galleys = tuple(store_picture(picture, record) for picture in shown)
    return msgspec.structs.replace(record, galleys=(*record.galleys, *galleys))


def with_new_pictures(record: Record, pictures: Iterable[Galley]) -> Record:
    """Adds the pictures that the text shows and that the record does not have."""
    names = {galley.name for galley in record.galleys}
    new = [
        picture for picture in pictures if picture.name not in names and shows(record, picture.name)
    ]
    return msgspec.structs.replace(record, galleys=(*record.galleys, *new))


def shows(record: Record, name: str) -> bool:
    return f'src="{name}"' in record.body


def store_picture(picture: Picture, record: Record) -> Galley:
    checksum = hashlib.sha256(picture.content).hexdigest()
    path = f"galleys/{checksum[:2]}/{checksum}/{picture.name}"
    if not default_storage.exists(path):
        path = default_storage.save(path, ContentFile(picture.content))
    return Galley(
        language=record.language,
        kind="image",
        name=picture.name,
        size=len(picture.content),
        checksum=checksum,
        path=path,
    )


def delete_pictures(manuscript: Manuscript) -> None:
    """Deletes the stored pictures, except those of an article or of another manuscript."""
    galleys = json.load(manuscript.stored).galleys if manuscript.stored else ()
    for galley in galleys:
        others = Manuscript.objects.filter(stored__contains=galley.path)
        if not (GalleyRow.objects.filter(file=galley.path).exists() or others.exists()):
            default_storage.delete(galley.path)
