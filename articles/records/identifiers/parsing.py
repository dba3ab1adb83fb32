"""What every reader does first: strip the label and the address, refuse another site's."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from articles.records.cleaning import InvalidValue, clean_line

DASHES = re.compile("[\u2010-\u2015\u2212]")
ADDRESS = re.compile(r"(?:[a-z]+://)?(?:www\.)?(?P<site>[^/\s]+)", re.IGNORECASE)


class InvalidIdentifier(InvalidValue):
    """A value that is no such identifier."""


def labelled(labels: str, home: str = "") -> re.Pattern[str]:
    """What may stand before an identifier: `ORCID iD: https://orcid.org/`."""
    address = rf"(?:(?:https?\s*:\s*//\s*)?(?:www\.|dx\.)?{re.escape(home)}/)?" if home else ""
    return re.compile(rf"(?:(?:{labels})[\s:.№</-]*)*{address}", re.IGNORECASE)


def bare(value: str, label: re.Pattern[str], home: str = "") -> str:
    """The value without its label, its address and the brackets around it."""
    value = clean_line(value).strip("<>").strip()
    if found := label.match(value):
        value = value[found.end() :]
    value = value.strip("<> ")
    if home and ("://" in value or value.lower().startswith("www.")):
        _refuse_address(value, home)
    return value


def hyphened(code: str) -> str:
    """Any dash as a hyphen, and the Х of retyped text as the X of a check digit."""
    return DASHES.sub("-", code).upper().replace("Х", "X")


def takes(read: Callable[[str], str], value: str) -> bool:
    """Whether `read` takes the value."""
    try:
        read(value)
    except InvalidValue:
        return False
    return True


def _refuse_address(value: str, home: str) -> None:
    found = ADDRESS.match(value)
    raise InvalidIdentifier(
        _("This address is on %(site)s, not %(home)s. Enter the identifier itself."),
        site=found["site"] if found else value,
        home=home,
    )
