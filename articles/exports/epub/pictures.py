"""The pictures of an EPUB: only those that can be opened, under file names of our own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from articles.exports.epub.container import File
from articles.exports.epub.picture_files import Picture, check_pictures
from articles.exports.typesetting.body import picture_names
from articles.limited_process import NoAnswer, call
from articles.records.record import Record

SECONDS = 20  # of the processor for all pictures of a publication
COVER, COVER_PLACE = "cover", -1  # it belongs to no article


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
    contents = {
        (place, name): own[name]
        for place, (record, own) in enumerate(zip(records, pictures, strict=True))
        for name in picture_names(record.body)
        if name in own
    }
    if cover:
        contents[COVER_PLACE, COVER] = cover
    checked = prepare_pictures(list(contents.values())) if contents else []
    found = dict(zip(contents, checked or [], strict=False))
    files = {
        key: file
        for number, (key, picture) in enumerate(found.items(), 1)
        if (file := file_of(key, number, picture))
    }
    places = range(len(records))
    return ShownPictures(
        articles=tuple(
            {name: file.name for (at, name), file in files.items() if at == place}
            for place in places
        ),
        reduced=tuple(
            tuple(name for (at, name), each in found.items() if at == place and each.is_reduced)
            for place in places
        ),
        files=tuple(files.values()),
        cover=files[COVER_PLACE, COVER].name if (COVER_PLACE, COVER) in files else "",
        loss="pictures" if checked is None else "",
    )


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


def file_of(key: tuple[int, str], number: int, picture: Picture) -> File | None:
    """Return the file in the EPUB; None for a picture that cannot be shown."""
    if not picture.media_type:
        return None
    is_cover = key[0] == COVER_PLACE
    extension = picture.media_type.removeprefix("image/").replace("jpeg", "jpg")
    name = f"images/{COVER if is_cover else number}.{extension}"
    properties = ("cover-image",) if is_cover else ()
    return File(name, picture.content, picture.media_type, properties)
