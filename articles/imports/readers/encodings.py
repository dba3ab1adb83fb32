"""The encoding of a text file: UTF-8, UTF-16, UTF-32, Windows-1251 or its Kazakh form KZ-1048."""

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
# Characters that come from decoding with the wrong 8-bit encoding; Kazakh words never hold them.
STRANGERS = frozenset("ЈљњћџЂЃѓ‰‹›ЉЊЌЋЏѕЅ¤¦†‡�")


def decode(data: bytes) -> str:
    """Return the text in NFC, with `\\n` line ends and without invisible characters.

    Raises Unreadable for bytes that are no text.
    """
    text = _decoded(data)
    if text.count("\0") or _noise(text) > 0.1:
        raise Unreadable("not_text", _("This file format is not supported."))
    return "\f".join(map(clean, text.split("\f")))


def clean(text: str) -> str:
    """Return the text in NFC without invisible characters and those that no record can hold."""
    shown = text.replace("\r\n", "\n").replace("\r", "\n").translate(INVISIBLE)
    return unicodedata.normalize("NFC", shown)


INVISIBLE: dict[int, str | None] = {
    ord(sign): None for sign in "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"
}
INVISIBLE |= {ord(sign): " " for sign in "\u00a0\u202f\u2007\u2009\t"}
INVISIBLE |= {ord("\u2028"): "\n", ord("\u2029"): "\n", ord("\u2011"): "-"}
# Control characters are dropped, except Word's line break (0x0B), form feed and NEL (0x85).
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
    """UTF-16 without a byte order mark: every second byte is 04 in Cyrillic, 00 in Latin text."""
    sample = data[:4000]
    half = len(sample) // 2 or 1
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if len(sample) >= 4 and sum(byte in (0, 4) for byte in high) / half > 0.7:
            return encoding
    return ""


def _mostly_utf8(data: bytes) -> bool:
    """Whether nearly all of the file decodes: it is damaged UTF-8."""
    text = data.decode("utf-8", "replace")
    beyond = sum(char > "\x7f" for char in text) or 1
    return text.count("\ufffd") / beyond < 0.05


def _eight_bit(data: bytes) -> str:
    """KZ-1048 has Kazakh letters in place of the Serbian and Macedonian ones of Windows-1251."""
    pages = [data.decode(page, "replace") for page in ("cp1251", "kz1048")]
    return min(pages, key=lambda text: sum(char in STRANGERS for char in text))


def _noise(text: str) -> float:
    """The share of characters that no manuscript holds."""
    odd = sum(unicodedata.category(char) in ("Cc", "Co", "Cn") for char in text[:20_000])
    breaks = sum(text[:20_000].count(sign) for sign in "\n\r\t\f")
    return (odd - breaks + text[:20_000].count("\ufffd")) / max(1, min(len(text), 20_000))
