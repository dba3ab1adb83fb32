"""The first page of a PDF as a small PNG, drawn in a limited process."""

from __future__ import annotations

import struct
import zlib

MOST_SHAPE = 10  # times as high as wide, or as wide as high; no page of a journal is
SIGNATURE = b"\x89PNG\r\n\x1a\n"
EIGHT_BITS_RGB = (8, 2, 0, 0, 0)


def draw_first_page(path: str, longest: int) -> bytes:
    """Return the first page as a PNG; see `draw_page`."""
    return draw_page(path, longest, 0)


def draw_page(path: str, longest: int, number: int) -> bytes:
    """Return a page, counted from 0, as a PNG whose longer side has `longest` pixels.

    Raises whatever PDFium raises for a damaged file, and ValueError for a page of a hostile shape.
    """
    import pypdfium2  # 20 MB, which the site does without

    with pypdfium2.PdfDocument(path) as document:
        page = document[number]
        width, height = page.get_size()
        if not 0 < max(width, height) <= MOST_SHAPE * min(width, height):
            raise ValueError("the page has no usable size")
        picture = page.render(
            scale=longest / max(width, height), rev_byteorder=True, prefer_bgrx=False
        )
        rows = bytes(picture.buffer)
        return png(rows, picture.width, picture.height, picture.stride)


def png(rows: bytes, width: int, height: int, stride: int) -> bytes:
    """Return rows of RGB pixels, each of `stride` bytes, as a PNG."""
    starts = range(0, height * stride, stride)
    pixels = b"".join(b"\0" + rows[start : start + 3 * width] for start in starts)
    header = struct.pack(">IIBBBBB", width, height, *EIGHT_BITS_RGB)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(pixels, 9)), (b"IEND", b""))
    return SIGNATURE + b"".join(chunk(name, body) for name, body in parts)


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
