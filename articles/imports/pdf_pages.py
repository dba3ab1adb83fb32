"""Pages of a PDF: counted, read and cut in a limited process, or refused with a message."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

from articles.imports import pdf_tasks
from articles.imports.pdf_tasks import PdfPages
from articles.limited_process import SECONDS, NoAnswer, call, file_on_disk
from articles.records.cleaning import InvalidValue

MOST_PAGES = 3_000
CUT_SECONDS = 20  # of the processor; a thousand pages take one
PROBLEMS = {
    "encrypted": _("“%(name)s” is protected by a password. Save the PDF without it."),
    "too_long": _("“%(name)s” has more than %(most)d pages. Split the PDF."),
    "damaged": _(
        "“%(name)s” could not be read: the PDF is damaged or too complex. Open it, print it to a "
        "new PDF, and choose that file."
    ),
}


class UnreadablePdf(InvalidValue):
    """The PDF cannot be used, whatever the reason; `str` names it and says what to do."""


def read_pages(file: File[Any], texts: int = 0, seconds: float = SECONDS) -> PdfPages:
    """Return the number of pages, and the texts of the first ones. Raises UnreadablePdf."""
    try:
        with file_on_disk(file.chunks()) as path:
            pages = call(pdf_tasks.read_pages, path, texts, MOST_PAGES, seconds=seconds)
    except NoAnswer as error:
        raise unreadable(file, "damaged") from error
    return usable(pages, file)


def count_pages(paths: Sequence[str], seconds: float = SECONDS) -> list[int]:
    """Return the numbers of pages of files on disk, from one process; 0 where unknown."""
    try:
        return call(pdf_tasks.count_pages, list(paths), MOST_PAGES, seconds=seconds)
    except NoAnswer:
        return [0] * len(paths)


def cut_pages(file: File[Any], ranges: Sequence[tuple[int, int]], folder: str) -> PdfPages:
    """Write each range of pages, counted from 0, into the folder. Raises UnreadablePdf.

    See `pdf_tasks.cut_pages` for the names of the files and what is returned.
    """
    arguments = (ranges, folder, MOST_PAGES)
    try:
        with file_on_disk(file.chunks()) as path:
            pages = call(pdf_tasks.cut_pages, path, *arguments, seconds=CUT_SECONDS)
    except NoAnswer as error:
        raise unreadable(file, "damaged") from error
    return usable(pages, file)


def usable(pages: PdfPages, file: File[Any]) -> PdfPages:
    """Return the pages. Raises UnreadablePdf for a file that can be opened but not used."""
    if pages.problem:
        raise unreadable(file, pages.problem)
    return pages


def unreadable(file: File[Any], problem: str) -> UnreadablePdf:
    name = PurePath(file.name or "").name
    return UnreadablePdf(PROBLEMS[problem], name=name, most=MOST_PAGES)
