"""XML as other programs write it: text before its beginning, and characters that XML forbids.

A page of PHP puts its notices before the XML that it sends, and Word's line breaks (U+000B) come
into exports as they are. Neither says anything, and no XML parser takes them.
"""

from __future__ import annotations

import codecs
import re

DECLARATION = b"<?xml "
# <br /> <b>Notice</b>: Undefined index … · PHP Warning:  …
NOTICE = re.compile(
    rb"\s*(?:<br\s*/?>\s*)?(?:<b>)?(?:PHP )?(?:Notice|Warning|Deprecated|Strict Standards)\b"
)
WHITE_SPACE = b" \t\r\n"
PREAMBLE_MOST = 65_536  # bytes in which the declaration is looked for
WIDE_STARTS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b"<\x00", b"\x00<")
BREAKS = (0x0B, 0x0C)
BLANKS = bytes.maketrans(bytes(BREAKS), b"  ")
CONTROLS = bytes(each for each in range(0x20) if each not in (*WHITE_SPACE, *BREAKS))
REFERENCE = re.compile(rb"&#(?:x([0-9a-fA-F]{1,8})|([0-9]{1,10}));")
OPEN_REFERENCE = re.compile(rb"&#?[xX]?[0-9a-fA-F]{0,10}\Z")


def is_wide(content: bytes) -> bool:
    """Whether the file is in UTF-16, with or without a byte order mark."""
    return content.startswith(WIDE_STARTS)


def without_preamble(content: bytes) -> bytes:
    """The file without white space and PHP's notices before it."""
    if is_wide(content):
        return content
    start = content.find(DECLARATION, 0, PREAMBLE_MOST) if NOTICE.match(content) else 0
    return content[start:] if start > 0 else content.lstrip(WHITE_SPACE)


def narrow_start(content: bytes) -> bytes:
    """The beginning of a file in UTF-8, by which its kind is told."""
    if not is_wide(content):
        return without_preamble(content)
    big = content.startswith((codecs.BOM_UTF16_BE, b"\x00<"))
    text = content.decode("utf-16-be" if big else "utf-16-le", "replace")
    return text.removeprefix("\ufeff").encode(errors="replace")


class LegalXml:
    """Gives the pieces of a file without what XML forbids; UTF-16 stays as it is."""

    def __init__(self) -> None:
        self.is_wide: bool | None = None  # not known before the first piece
        self.rest = b""  # the beginning of a reference whose end is in the next piece

    def piece(self, content: bytes) -> bytes:
        if self.is_wide is None:
            self.is_wide = is_wide(content)
            content = without_preamble(content)
        if self.is_wide:
            return content
        content = self.rest + content.translate(BLANKS, CONTROLS)
        cut = OPEN_REFERENCE.search(content)
        self.rest = cut[0] if cut else b""
        content = content[: cut.start()] if cut else content
        return REFERENCE.sub(_legal, content) if b"&#" in content else content

    def end(self) -> bytes:
        """What was kept back at the end of the file."""
        rest, self.rest = self.rest, b""
        return rest


def legal_xml(content: bytes) -> bytes:
    """A whole file without what XML forbids."""
    legal = LegalXml()
    return legal.piece(content) + legal.end()


def _legal(reference: re.Match[bytes]) -> bytes:
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    if code in BREAKS:
        return b" "
    is_forbidden = (
        (code < 0x20 and code not in WHITE_SPACE)
        or 0xD800 <= code <= 0xDFFF
        or code in (0xFFFE, 0xFFFF)
        or code > 0x10FFFF
    )
    return b"" if is_forbidden else reference[0]
