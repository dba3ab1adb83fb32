"""Readers of manuscript files: DOCX, PDF with a text layer, Markdown and plain text to lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec
from django.utils.translation import gettext_lazy as _

from articles.imports.readers import docx, markdown, plain_text
from articles.imports.readers.exceptions import Unreadable
from articles.imports.readers.formats import Format, detect_format
from articles.imports.readers.legacy_fonts import check_letters
from articles.imports.readers.limits import check_length, check_size
from articles.imports.readers.line import Line
from articles.imports.readers.noise import without_noise


def read_pdf(data: bytes) -> Iterable[Line]:
    """Read a PDF; its library is imported here, because it takes 15 MB of memory."""
    from articles.imports.readers import pdf

    return pdf.read(data)


READERS: dict[Format, Callable[[bytes], Iterable[Line]]] = {
    "docx": docx.read,
    "pdf": read_pdf,
    "markdown": markdown.read,
    "text": plain_text.read,
}


def read_lines(data: bytes, filename: str) -> tuple[Line, ...]:
    """Return the lines of a file, numbered from 1.

    Raises Unreadable with the reason and a remedy.
    """
    check_size(data)
    lines: list[Line] = []
    characters = 0
    for number, line in enumerate(READERS[detect_format(data, filename)](data), 1):
        line = msgspec.structs.replace(without_noise(line), number=number)
        characters += len(line.text)
        check_length(characters)
        lines.append(line)
    if not lines:
        raise Unreadable("empty", _("There is no text in the file."))
    check_letters(lines)
    return tuple(lines)
