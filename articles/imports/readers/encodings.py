"""Bytes of a text file to text: UTF-8, UTF-16 or the Windows Cyrillic of Russian and Kazakh."""

from __future__ import annotations

import codecs
import unicodedata

from django.utils.translation import gettext_lazy as _

from articles.imports.readers.exceptions import Unreadable

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What the 8-bit pages make of each other's letters: Kazakh words never hold these.
STRANGERS = frozenset("ЈљњћџЂЃѓ‰‹›ЉЊЌЋЏѕЅ¤¦†‡�")


def decode(data: bytes) -> str:
    """The text of the bytes, NFC, with `\\n` line ends and without invisible characters."""
    text = _decoded(data)
    if text.count("\0") or _noise(text) > 0.1:
        raise Unreadable("not_text", _("This is not a text file, and no format that can be read."))
    return "\f".join(map(clean, text.split("\f")))


def clean(text: str) -> str:
    """One spelling of every character, none that is invisible or that no record can keep."""
    shown = text.replace("\r\n", "\n").replace("\r", "\n").translate(INVISIBLE)
    return unicodedata.normalize("NFC", shown)


INVISIBLE: dict[int, str | None] = {
    ord(sign): None for sign in "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"
}
INVISIBLE |= {ord(sign): " " for sign in "\u00a0\u202f\u2007\u2009\t"}
INVISIBLE |= {ord("\u2028"): "\n", ord("\u2029"): "\n", ord("\u2011"): "-"}
# Word's break of a line, and that of large computers; the other controls say nothing.
CONTROLS = (*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
INVISIBLE |= dict.fromkeys(CONTROLS)
INVISIBLE |= {ord("\n"): "\n", ord("\t"): " ", 0x0B: "\n", 0x0C: "\n", 0x85: "\n"}


def _decoded(data: bytes) -> str:
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace").lstrip("\ufeff")
    if guess := _without_mark(data):
        return data.decode(guess, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start > len(data) - 4 or _mostly_utf8(data):
            return data.decode("utf-8", "replace")
    return _eight_bit(data)


def _without_mark(data: bytes) -> str:
    """UTF-16 that does not say so: Cyrillic has 04 in every second byte, Latin 00."""
    sample = data[:4000]
    half = len(sample) // 2 or 1
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if len(sample) >= 4 and sum(byte in (0, 4) for byte in high) / half > 0.7:
            return encoding
    return ""


def _mostly_utf8(data: bytes) -> bool:
    """A damaged file: nearly all of it decodes."""
    text = data.decode("utf-8", "replace")
    beyond = sum(char > "\x7f" for char in text) or 1
    return text.count("\ufffd") / beyond < 0.05


def _eight_bit(data: bytes) -> str:
    """KZ-1048 is cp1251 with Kazakh letters where cp1251 has Serbian and Macedonian ones."""
    pages = [data.decode(page, "replace") for page in ("cp1251", "kz1048")]
    return min(pages, key=lambda text: sum(char in STRANGERS for char in text))


def _noise(text: str) -> float:
    """The share of signs that no manuscript holds."""
    odd = sum(unicodedata.category(char) in ("Cc", "Co", "Cn") for char in text[:20_000])
    breaks = sum(text[:20_000].count(sign) for sign in "\n\r\t\f")
    return (odd - breaks + text[:20_000].count("\ufffd")) / max(1, min(len(text), 20_000))
