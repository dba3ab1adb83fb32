"""Whether pictures can be opened; runs in a limited process, since they come from outside."""

from __future__ import annotations

from pathlib import Path

import msgspec

from articles.exports.typesetting.compiler import PIXELS_MOST, reduce_picture

# The formats that every EPUB reader shows (EPUB 3.3, core media types), by Pillow's names.
MEDIA_TYPES = {
    "PNG": "image/png", "JPEG": "image/jpeg", "MPO": "image/jpeg", "GIF": "image/gif",
    "WEBP": "image/webp",
}  # fmt: skip


class Picture(msgspec.Struct, frozen=True):
    """A picture with its media type by what is in it, '' for one that cannot be shown."""

    media_type: str = ""
    is_reduced: bool = False
    content: bytes = b""


def check_pictures(folder: str) -> list[Picture]:
    """Return the kind of each picture in a folder; large ones are made smaller in their place."""
    return [check_picture(path) for path in sorted(Path(folder).glob("picture-*"))]


def check_picture(path: Path) -> Picture:
    if not media_type_of(path):
        return Picture()
    is_reduced = reduce_picture(path)
    return Picture(media_type_of(path), is_reduced)


def media_type_of(path: Path) -> str:
    """Return the media type of a picture that can be read to its end."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = PIXELS_MOST // 2  # twice as many are an error
    try:
        with Image.open(path) as picture:
            picture.load()
            return MEDIA_TYPES.get(picture.format or "", "")
    except Exception:  # Pillow raises whatever a damaged file makes it
        return ""
