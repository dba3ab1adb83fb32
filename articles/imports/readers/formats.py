"""The format of a file by its content; the name only tells Markdown from plain text."""

from __future__ import annotations

import re
from typing import Literal

from django.utils.translation import gettext_lazy as _

from articles.imports.readers.exceptions import Unreadable

Format = Literal["docx", "pdf", "markdown", "text"]

OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM")
MARKDOWN_SIGNS = re.compile(
    rb"^#{1,6} \S|\*\*\S.{0,300}?\S\*\*|<sup>|^\|.+\|\s*$|\\\*|^\*[^*\s].*\*\s*$", re.MULTILINE
)


def detect_format(data: bytes, filename: str) -> Format:
    """Return the format of a file; raises Unreadable for formats that are not read."""
    head = data[:1024].lstrip()
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return "docx"
    if b"%PDF-" in head:
        return "pdf"
    _refuse_others(data, head)
    if filename.lower().endswith((".md", ".markdown")):
        return "markdown"
    return "markdown" if len(MARKDOWN_SIGNS.findall(data[:200_000])) >= 3 else "text"


def _refuse_others(data: bytes, head: bytes) -> None:
    if data.startswith(OLD_WORD):
        raise Unreadable(
            "old_word", _("This is an old Word file (.doc). Save it as .docx and upload it again.")
        )
    if head.startswith(b"{\\rtf"):
        raise Unreadable("rtf", _("This is an RTF file. Save it as .docx and upload it again."))
    if data.startswith(PICTURES):
        raise Unreadable(
            "picture", _("This is a picture and has no text. Upload the manuscript as .docx.")
        )
    if head[:200].lower().startswith((b"<!doctype html", b"<html", b"<?xml")):
        raise Unreadable(
            "web_page", _("This is a web page or an XML file. Save it as .docx or as text.")
        )
