"""A pasted list of people of a board: a line each, values separated by tabs or semicolons."""

from __future__ import annotations

from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from articles.imports.exceptions import Unreadable
from articles.records.cleaning import InvalidValue, clean_line
from articles.records.countries import typed_country
from articles.records.identifiers import orcid

PEOPLE_MOST = 500
# The values of a line, in order, and how long each may be.
LENGTHS = {
    "name": 200,
    "degree": 300,
    "post": 300,
    "affiliation": 500,
    "city": 100,
    "country": 100,
    "orcid": 60,
    "email": 254,
}


class PastedMember(NamedTuple):
    name: str
    degree: str = ""
    post: str = ""
    affiliation: str = ""
    city: str = ""
    country: str = ""  # its code
    orcid: str = ""
    email: str = ""


def read_board_list(text: str) -> list[PastedMember]:
    """Return the people of the lines that are not empty, from a table's cells or a text.

    Raises Unreadable, with the number of the line, for a value that cannot be stored.
    """
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    if len(lines) > PEOPLE_MOST:
        raise Unreadable(
            _("The list has more than %(most)d people. Paste it in parts.") % {"most": PEOPLE_MOST}
        )
    return [read_line(line, number) for number, line in lines]


def read_line(line: str, number: int) -> PastedMember:
    try:
        cells = [clean_line(cell) for cell in line.split("\t" if "\t" in line else ";")]
        if len(cells) > len(LENGTHS):
            raise InvalidValue(
                _("%(count)d values, but there are %(most)d columns."),
                count=len(cells),
                most=len(LENGTHS),
            )
        values = dict(zip(LENGTHS, cells, strict=False))
        for name, value in values.items():
            if len(value) > LENGTHS[name]:
                raise InvalidValue(_("“%(start)s…” is too long."), start=value[:40])
        return member(values)
    except InvalidValue as refusal:
        raise Unreadable(str(refusal), line=number) from refusal


def check_email(address: str) -> None:
    """Raises InvalidValue."""
    try:
        if address:
            validate_email(address)
    except ValidationError as error:
        raise InvalidValue(_("“%(value)s” is no e-mail address."), value=address) from error


def member(values: dict[str, str]) -> PastedMember:
    """Raises InvalidValue."""
    if not values["name"]:
        raise InvalidValue(_("The name is missing; it is the first value of the line."))
    check_email(values.get("email", ""))
    checked = {
        "country": typed_country(values.get("country", "")),
        "orcid": orcid(values["orcid"]) if values.get("orcid") else "",
    }
    return PastedMember(**{**values, **checked})
