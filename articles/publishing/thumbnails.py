"""Thumbnails: the first pages of PDFs as small pictures, drawn once for each content."""

from __future__ import annotations

from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from articles.imports.pdf_pictures import draw_first_page
from articles.imports.pdf_pictures import draw_page as draw_page_of_file
from articles.limited_process import NoAnswer, call, file_on_disk
from articles.records.record import Galley

FOLDER = "thumbnails"
LONGEST_SIDE = 220  # pixels; shown in half as many, for dense screens
RETRY_SECONDS = 3_600  # a file that could not be drawn is not tried again before
DRAW_SECONDS = 4  # of the processor


def thumbnail_path(galley: Galley) -> str | None:
    """Return the path of the picture in storage; None for a PDF that cannot be drawn."""
    path = f"{FOLDER}/{galley.checksum[:2]}/{galley.checksum}.png"
    if default_storage.exists(path):
        return path
    failed = f"thumbnail-failed:{galley.checksum}"
    if cache.get(failed):
        return None
    try:
        picture = draw(galley)
    except (NoAnswer, FileNotFoundError):
        cache.set(failed, True, RETRY_SECONDS)
        return None
    return default_storage.save(path, ContentFile(picture))


def draw(galley: Galley) -> bytes:
    """Raises NoAnswer, and FileNotFoundError for a file that is not in storage."""
    with default_storage.open(galley.path) as file, file_on_disk(file.chunks()) as path:
        return call(draw_first_page, path, LONGEST_SIDE, seconds=DRAW_SECONDS)


def draw_page(pdf: bytes, number: int, longest_side: int) -> bytes:
    """A page of a PDF, counted from 0, as a PNG. Raises NoAnswer."""
    with file_on_disk([pdf]) as path:
        return call(draw_page_of_file, path, longest_side, number, seconds=DRAW_SECONDS)
