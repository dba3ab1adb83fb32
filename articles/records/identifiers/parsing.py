"""Parsing shared by all identifiers: labels, web addresses and brackets are removed."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from articles.records.cleaning import InvalidValue, clean_line

DASHES = re.compile("[\u2010-\u2015\u2212]")
INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff]")  # copied from a web page with the rest
ADDRESS = re.compile(r"(?:[a-z]+://)?(?:www\.)?(?P<site>[^/\s]+)", re.IGNORECASE)


class InvalidIdentifier(InvalidValue):
    """A value that is no such identifier."""


def label_pattern(labels: str, home: str = "") -> re.Pattern[str]:
    """Return a pattern of what may precede an identifier: `ORCID iD: https://orcid.org/`."""
    address = rf"(?:(?:https?\s*:\s*//\s*)?(?:www\.|dx\.)?{re.escape(home)}/)?" if home else ""
    return re.compile(rf"(?:(?:{labels})(?!\.org/)[\s:.№</-]*)*{address}", re.IGNORECASE)


def strip_label(value: str, label: re.Pattern[str], home: str = "") -> str:
    """Return the value without its label, web address and brackets.

    Raises InvalidIdentifier for an address of another site.
    """
    value = INVISIBLE.sub("", clean_line(value)).strip("<>").strip()
    if match := label.match(value):
        value = value[match.end() :]
    value = value.strip("<> ")
    if home and ("://" in value or value.lower().startswith("www.")):
        _raise_for_address(value, home)
    return value


def normalise_hyphens(code: str) -> str:
    """Return a code with plain hyphens, and Latin X for a Cyrillic Х as the check digit."""
    return DASHES.sub("-", code).upper().replace("Х", "X")


def accepts(read: Callable[[str], str], value: str) -> bool:
    """Whether `read` accepts the value."""
    try:
        read(value)
    except InvalidValue:
        return False
    return True


def _raise_for_address(value: str, home: str) -> None:
    match = ADDRESS.match(value)
    raise InvalidIdentifier(
        _("This address is on %(site)s, not %(home)s. Enter the identifier itself."),
        site=match["site"] if match else value,
        home=home,
    )
