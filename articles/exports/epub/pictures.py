"""The pictures of an EPUB: only those that can be opened, under file names of our own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import msgspec

from articles.exports.epub.container import File
from articles.exports.epub.picture_files import Picture, check_pictures
from articles.exports.typesetting.body import picture_names
from articles.limited_process import NoAnswer, call
from articles.records.record import Record

SECONDS = 20  # of the processor for all pictures of a publication
Key = tuple[int, str]  # the place of an article, and the name of a picture in its text
COVER = "cover"
COVER_KEY: Key = (-1, COVER)  # it belongs to no article
T = TypeVar("T")


class ShownPictures(msgspec.Struct, frozen=True):
    """The pictures of a publication, those of each article apart, and its cover."""

    articles: tuple[dict[str, str], ...]  # files in the EPUB by the names in the text
    reduced: tuple[tuple[str, ...], ...]  # names in the text
    files: tuple[File, ...] = ()
    cover: str = ""  # its file, '' without one
    loss: str = ""


def shown_pictures(
    records: Sequence[Record], pictures: Sequence[Mapping[str, bytes]], cover: bytes = b""
) -> ShownPictures:
    """Return the pictures that the texts show and that are sound, smaller where they are large."""
    contents = pictures_of_texts(records, pictures) | ({COVER_KEY: cover} if cover else {})
    prepared = prepare_pictures(list(contents.values())) if contents else []
    by_key = dict(zip(contents, prepared or [], strict=False))
    files = files_of(by_key)
    places = range(len(records))
    return ShownPictures(
        articles=tuple(
            {name: file.name for name, file in of_article(files, place).items()} for place in places
        ),
        reduced=tuple(
            tuple(name for name, each in of_article(by_key, place).items() if each.is_reduced)
            for place in places
        ),
        files=tuple(files.values()),
        cover=files[COVER_KEY].name if COVER_KEY in files else "",
        loss="pictures" if prepared is None else "",
    )


def pictures_of_texts(
    records: Sequence[Record], pictures: Sequence[Mapping[str, bytes]]
) -> dict[Key, bytes]:
    """Return the pictures that the texts name and that are there."""
    return {
        (place, name): own[name]
        for place, (record, own) in enumerate(zip(records, pictures, strict=True))
        for name in picture_names(record.body)
        if name in own
    }


def files_of(pictures: Mapping[Key, Picture]) -> dict[Key, File]:
    """Return the files in the EPUB, without pictures that cannot be shown."""
    return {
        key: file
        for number, (key, picture) in enumerate(pictures.items(), 1)
        if (file := file_of(key, number, picture))
    }


def of_article(values: Mapping[Key, T], place: int) -> dict[str, T]:
    return {name: value for (at, name), value in values.items() if at == place}


def prepare_pictures(contents: Sequence[bytes]) -> list[Picture] | None:
    """Return each picture as it is shown; None if they take too much time or memory."""
    with TemporaryDirectory(prefix="epub-") as folder:
        for place, content in enumerate(contents):
            (Path(folder) / f"picture-{place:04}").write_bytes(content)
        try:
            kinds = call(check_pictures, folder, seconds=SECONDS)
        except NoAnswer:
            return None
        return [
            msgspec.structs.replace(
                each, content=(Path(folder) / f"picture-{place:04}").read_bytes()
            )
            for place, each in enumerate(kinds)
        ]


def file_of(key: Key, number: int, picture: Picture) -> File | None:
    """Return the file in the EPUB; None for a picture that cannot be shown."""
    if not picture.media_type:
        return None
    is_cover = key == COVER_KEY
    extension = picture.media_type.removeprefix("image/").replace("jpeg", "jpg")
    name = f"images/{COVER if is_cover else number}.{extension}"
    properties = ("cover-image",) if is_cover else ()
    return File(name, picture.content, picture.media_type, properties)
