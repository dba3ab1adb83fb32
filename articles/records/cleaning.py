"""Cleaning of text at the edges: NFC, without characters that XML cannot carry."""

from __future__ import annotations

import re
import unicodedata

from django.utils.translation import gettext_lazy as _

# The complement of XML 1.0, production 2; lone surrogates cannot even be encoded as UTF-8.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

# Added on pages only (hyphenation.py), never part of a stored text.
SOFT_HYPHEN = "\u00ad"

LINE_BREAKS = re.compile("[\n\x85\u2028\u2029]")
SPACES = re.compile(r"[ \t]+")


class InvalidValue(ValueError):
    """A value that cannot be used; its translated text says why and how to correct it."""

    def __init__(self, message: object, **values: object) -> None:
        super().__init__(message, values)
        self.message = message
        self.values = values

    def __str__(self) -> str:
        return str(self.message) % self.values if self.values else str(self.message)


class Unprintable(InvalidValue):
    """A control character, which neither the database nor an export can hold."""


def clean_text(value: str) -> str:
    """Return the text in NFC with `\n` line ends; raises Unprintable."""
    if match := FORBIDDEN.search(value):
        raise Unprintable(
            _(
                "Character %(position)d is a control character (%(character)s) and is not "
                "allowed. Delete it or type the text again."
            ),
            character=f"U+{ord(match[0]):04X}",
            position=match.start() + 1,
        )
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", value.replace(SOFT_HYPHEN, "").removeprefix("\ufeff"))


def clean_line(value: str) -> str:
    """Return the text on one line, without blanks at its ends; raises Unprintable."""
    if value.isprintable() and "  " not in value and unicodedata.is_normalized("NFC", value):
        return value.strip()  # nearly every line; breaks and controls are not printable
    return SPACES.sub(" ", LINE_BREAKS.sub(" ", clean_text(value))).strip()
