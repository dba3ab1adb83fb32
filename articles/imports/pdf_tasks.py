"""What is done with a PDF in a limited process: its pages are counted, read and cut."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:  # 15 MB, which the site does without
    from pypdf import PageObject, PdfReader

TEXT_CHARACTERS = 500_000  # of all pages together
PARTS_BYTES = 500 * 2**20  # of all parts together


class PdfPages(msgspec.Struct):
    """How many pages a PDF has, and texts of some; or why it cannot be used."""

    count: int = 0
    texts: list[str] = []
    problem: Literal["", "encrypted", "too_long"] = ""


def read_pages(path: str, texts: int, most_pages: int) -> PdfPages:
    """Count the pages, and read the text of the first ones."""
    reader = open_pdf(path)
    if reader is None:
        return PdfPages(problem="encrypted")
    count = len(reader.pages)
    if count > most_pages:
        return PdfPages(count, problem="too_long")
    return PdfPages(count, list(limited(map(text_of, reader.pages[:texts]))))


def count_pages(paths: list[str], most_pages: int) -> list[int]:
    """Count the pages of several files; 0 for one that cannot be used."""
    return [_count(path, most_pages) for path in paths]


def _count(path: str, most_pages: int) -> int:
    try:
        pages = read_pages(path, 0, most_pages)
    except Exception:  # whatever a damaged file raises; the others are counted
        return 0
    return 0 if pages.problem else pages.count


def cut_pages(path: str, ranges: list[tuple[int, int]], folder: str, most_pages: int) -> PdfPages:
    """Write the pages of each range, from a page counted from 0 up to another, as a PDF.

    The files are named by the place of their range: 0.pdf, 1.pdf … The texts are those of their
    first pages. Nothing is written if the file does not have all pages.
    """
    pages = read_pages(path, 0, most_pages)
    reader = None if pages.problem else open_pdf(path)
    if reader is None or not all(0 <= start < end <= pages.count for start, end in ranges):
        return pages
    size = 0
    for number, (start, end) in enumerate(ranges):
        size += write_part(reader.pages[start:end], Path(folder, f"{number}.pdf"))
        if size > PARTS_BYTES:
            raise ValueError("the parts are too large")
    pages.texts = list(limited(text_of(reader.pages[start]) for start, _ in ranges))
    return pages


def open_pdf(path: str) -> PdfReader | None:
    """Open a file; None if it needs a password."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    reader = PdfReader(path)
    try:
        return None if reader.is_encrypted and not reader.decrypt("") else reader
    except DependencyError:  # a cipher that is not installed
        return None


def write_part(pages: Iterable[PageObject], path: Path) -> int:
    """Write pages as a PDF; return its size in bytes."""
    from pypdf import PdfWriter

    writer = PdfWriter()
    for page in pages:
        writer.add_page(page)
    writer.write(path)
    return path.stat().st_size


def text_of(page: PageObject) -> str:
    """Return the text of a page; '' for a scan or a damaged page."""
    try:
        text = page.extract_text()
    except Exception:  # whatever a damaged page raises; the others are read
        return ""
    return text.encode(errors="ignore").decode()  # without halves of signs, which cannot be sent


def limited(texts: Iterable[str]) -> Iterable[str]:
    """Yield the texts as far as they are together no longer than TEXT_CHARACTERS."""
    left = TEXT_CHARACTERS
    for text in texts:
        yield text[:left]
        left -= len(text[:left])
