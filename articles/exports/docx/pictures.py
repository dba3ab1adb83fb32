"""The pictures of a Word file: measured, and made smaller or PNG where need be."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from articles.exports.typesetting.compiler import PIXELS_MOST, reduce_picture
from articles.exports.typesetting.typesetter import is_of_shown_kind
from articles.limited_process import NoAnswer, call

SECONDS = 20  # of the processor for the pictures of one article
EMU = 9525  # of a pixel, at 96 to an inch
WIDTH, HEIGHT = 5_940_000, 7_200_000  # EMU: 165 mm and 200 mm, of the room on a page
SUFFIXES = {"PNG": "png", "JPEG": "jpg", "GIF": "gif"}  # that Word shows, by Pillow's names


class Size(msgspec.Struct, frozen=True):
    """A picture that Word shows; its file may have another suffix than the one given."""

    given: str
    file: str
    width: int  # pixels
    height: int


class Picture(msgspec.Struct, frozen=True):
    suffix: str
    content: bytes
    width: int  # EMU, as wide as the page at most
    height: int


def ready_pictures(pictures: Mapping[str, bytes]) -> dict[str, Picture]:
    """Return the pictures that a Word file can show, by their names; others are left out."""
    names = [name for name in pictures if is_of_shown_kind(name)]
    if not names:
        return {}
    with TemporaryDirectory(prefix="docx-") as folder:
        for number, name in enumerate(names):
            Path(folder, f"{number}{Path(name).suffix.lower()}").write_bytes(pictures[name])
        try:
            sizes = call(measure_pictures, folder, seconds=SECONDS)
        except NoAnswer:
            return {}
        return {names[int(Path(size.given).stem)]: picture(folder, size) for size in sizes}


def picture(folder: str, size: Size) -> Picture:
    path = Path(folder, size.file)
    width, height = size.width * EMU, size.height * EMU
    scale = min(1.0, WIDTH / width, HEIGHT / height)
    return Picture(path.suffix[1:], path.read_bytes(), int(width * scale), int(height * scale))


def measure_pictures(folder: str) -> list[Size]:
    """Return the pictures in a folder that can be shown; runs in a limited process."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = PIXELS_MOST // 2
    sizes = []
    for path in sorted(Path(folder).iterdir()):
        reduce_picture(path)
        with suppress(Exception), Image.open(path) as opened:  # the name of a bad one is printed
            file = path.with_suffix(f".{SUFFIXES.get(opened.format or '', 'png')}")
            if opened.format not in SUFFIXES:
                opened.convert("RGBA").save(file)
            elif file != path:
                path.rename(file)
            sizes.append(Size(path.name, file.name, *opened.size))
    return sizes
