"""Text layers made with old 8-bit fonts, whose letters are not those on paper."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from articles.imports.readers.exceptions import Unreadable
from articles.imports.readers.line import Line

RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
# Kazakh, the schwa and eng typed for Kazakh letters, and letters of neighbouring languages.
CYRILLIC = frozenset(RUSSIAN + "әғқңөұүһі" + "əӊҗӨ" + "ўҳјїєґ")
STRANGE_SHARE = 0.08


def check_letters(lines: Iterable[Line]) -> None:
    """Raise Unreadable if too many letters belong to no language that a journal prints."""
    text = "".join(line.text for line in lines)[:200_000].lower()
    letters = [char for char in text if char.isalpha()]
    strange = sum(map(_is_strange, letters))
    if letters and strange / len(letters) > STRANGE_SHARE:
        raise Unreadable(
            "legacy_font",
            _(
                "The file uses an old font, so its letters differ from the printed text. Ask "
                "the author for the Word file, or run text recognition again."
            ),
        )


def _is_strange(char: str) -> bool:
    """Whether a letter is rare Cyrillic, of another script, or Latin in place of Cyrillic."""
    code = ord(char)
    if code < 0x80 or char in CYRILLIC:
        return False
    if 0x400 <= code < 0x530 or 0x370 <= code < 0x400:
        return True
    if code in range(0xA0, 0x100):  # ð ñ ò ó …: Windows-1251 decoded as Windows-1252
        return char not in "äöüßéèêçñáíóúâîôàõãåøæëïœ" and char != "µ"
    return 0x530 <= code < 0x1E00 or 0xE000 <= code < 0xF900
