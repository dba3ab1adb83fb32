"""The pictures of a manuscript: kept in storage, named by the record, shown where its text does."""

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
    """Keeps those that the text shows as files of the article, which is not saved yet."""
    shown = [one for one in pictures if f'src="{one.name}"' in record.body]
    galleys = tuple(kept(one, record) for one in shown)
    return msgspec.structs.replace(record, galleys=(*record.galleys, *galleys))


def kept(picture: Picture, record: Record) -> Galley:
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


def with_shown(record: Record, pictures: Iterable[Galley]) -> Record:
    """With the pictures that its text shows and that it does not have yet."""
    names = {one.name for one in record.galleys}
    fresh = [
        one for one in pictures if one.name not in names and f'src="{one.name}"' in record.body
    ]
    return msgspec.structs.replace(record, galleys=(*record.galleys, *fresh))


def delete_pictures(manuscript: Manuscript) -> None:
    """Of a file that made no article; what another article shows stays."""
    galleys = json.load(manuscript.stored).galleys if manuscript.stored else ()
    for galley in galleys:
        others = Manuscript.objects.filter(stored__contains=galley.path)
        if not (GalleyRow.objects.filter(file=galley.path).exists() or others.exists()):
            default_storage.delete(galley.path)
