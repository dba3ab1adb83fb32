"""Names of files in ZIP archives, and files that systems leave beside those that are meant."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from contextlib import suppress
from pathlib import PurePosixPath

UTF_8 = 0x800  # the flag of a member whose name is in UTF-8
# Without the flag: macOS writes UTF-8, Windows in Kazakh and Russian the encoding of DOS.
ENCODINGS = ("utf-8", "cp866")
MIXED = re.compile("[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]")  # a Latin name misread
LOCK = "~$"  # of a file that Word or Excel has open


def name_of(member: zipfile.ZipInfo) -> str:
    """The name as its writer saw it, where Python reads `ßΓáΓ∞∩.pdf` for `статья.pdf`."""
    name = member.filename
    if not member.flag_bits & UTF_8 and not name.isascii():
        name = next((each for each in readings(name) if not MIXED.search(each)), name)
    return comparable(name)


def readings(name: str) -> list[str]:
    """The name in the encodings that its bytes may be in; Python took them for cp437."""
    found: list[str] = []
    for encoding in ENCODINGS:
        with suppress(UnicodeError):
            found.append(name.encode("cp437").decode(encoding))
    return found


def comparable(name: str) -> str:
    """The name with whole letters: macOS writes й as two signs."""
    return unicodedata.normalize("NFC", name)


def is_hidden(name: str) -> bool:
    """Whether a file is what macOS, Word and editors leave beside others."""
    parts = PurePosixPath(name).parts
    return any(part == "__MACOSX" or part.startswith((".", LOCK)) for part in parts)
