"""Uploaded pictures made ready for pages: smaller, upright, and without what a camera adds.

Called through `articles/limited_process/` alone, by `articles/editing/web_pictures.py`.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

PIXELS_MOST = 50_000_000
MOST_SHAPE = 10  # times as high as wide, or as wide as high
KINDS = ("JPEG", "PNG", "GIF", "WEBP")
QUALITY = 86
JPEG_END, PNG_END = b"\xff\xd9", b"IEND\xaeB`\x82"
OWN_NAMES = {
    *("jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"),
}


class WrongShape(ValueError):
    """A picture much longer than wide, or of too many pixels; the text gives its size."""


def draw_web_picture(path: str, longest: int) -> tuple[str, bytes]:
    """Return the suffix and the bytes of a picture whose longer side has at most `longest` pixels.

    A JPEG, or a PNG where the picture has transparent places; drawn anew, so nothing of the file
    but its pixels remains: no place, camera or hidden text. Raises WrongShape, and whatever Pillow
    raises for a damaged file.
    """
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = PIXELS_MOST
    content = Path(path).read_bytes()
    with Image.open(path, formats=KINDS) as opened:
        check_shape(*opened.size)
        if max(opened.size) <= longest and (suffix := ready_suffix(opened, content)):
            opened.load()
            return suffix, content
        opened.draft("RGB", (longest, longest))
        picture = ImageOps.exif_transpose(opened)
        has_holes = picture.has_transparency_data
        picture = picture.convert("RGBA" if has_holes else "RGB")
        picture.thumbnail((longest, longest))
    picture.info.clear()
    drawn = BytesIO()
    if has_holes:
        picture.save(drawn, "PNG", optimize=True)
        return "png", drawn.getvalue()
    picture.save(drawn, "JPEG", quality=QUALITY, progressive=True)
    return "jpg", drawn.getvalue()


def ready_suffix(opened: Any, content: bytes) -> str:
    """Return the suffix of a file that this module made, which stays as it is; else ''."""
    names = {str(name) for name in opened.info}
    if opened.format == "PNG" and not names and content.endswith(PNG_END):
        return "png"
    segments = {name for name, _content in getattr(opened, "applist", ())}
    if opened.format == "JPEG" and names <= OWN_NAMES and segments <= {"APP0"}:
        return "jpg" if content.endswith(JPEG_END) else ""
    return ""


def check_shape(width: int, height: int) -> None:
    if width * height > PIXELS_MOST or max(width, height) > MOST_SHAPE * min(width, height):
        raise WrongShape(f"{width} × {height}")
