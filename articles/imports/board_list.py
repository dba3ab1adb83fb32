"""A pasted list of people of a board: a line each, in columns or in the words of print.

The values of columns are separated by tabs or semicolons. A line without either is read as an
author's is in a manuscript: `Name – post, degree, organisation, city, country, e-mail`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from articles.imports.exceptions import Unreadable
from articles.imports.manuscript.authors.affiliation_parts import split_affiliation
from articles.imports.manuscript.authors.bylines import parse_byline
from articles.imports.manuscript.authors.qualifications import qualification_field
from articles.imports.manuscript.lines.paragraph import Paragraph
from articles.imports.manuscript.splitting import split_outside_brackets
from articles.records.cleaning import InvalidValue, clean_line
from articles.records.countries import typed_country
from articles.records.identifiers import orcid

PEOPLE_MOST = 500
BOARD_POST = re.compile(
    r"редактор|\beditor|хатшы|секретар|secretary|төраға|председател|\bchair|мүшесі|\bчлен\b|\bmember",
    re.IGNORECASE,
)
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
        is_in_columns = "\t" in line or ";" in line
        values = column_values(line) if is_in_columns else printed_values(clean_line(line))
        for name, value in values.items():
            if len(value) > LENGTHS[name]:
                raise InvalidValue(_("“%(start)s…” is too long."), start=value[:40])
        return member(values)
    except InvalidValue as refusal:
        raise Unreadable(str(refusal), line=number) from refusal


def column_values(line: str) -> dict[str, str]:
    """Raises InvalidValue for more values than there are columns."""
    cells = [clean_line(cell) for cell in line.split("\t" if "\t" in line else ";")]
    if len(cells) > len(LENGTHS):
        raise InvalidValue(
            _("%(count)d values, but there are %(most)d columns."),
            count=len(cells),
            most=len(LENGTHS),
        )
    return dict(zip(LENGTHS, cells, strict=False))


def printed_values(line: str) -> dict[str, str]:
    """The whole line is the name where it is not known to tell of one person."""
    byline = parse_byline(Paragraph(text=line))
    if byline is None or len(byline.people) != 1:
        return {"name": line}
    person = byline.people[0]
    said = split_outside_brackets(person.degree)
    degrees = [each for each in said if not is_post(each)]
    place = split_affiliation(person.organisation)
    return {
        "name": person.name,
        "degree": ", ".join(degrees),
        "post": ", ".join(each for each in said if each not in degrees),
        "affiliation": ", ".join(filter(None, (place.name, place.unit))),
        "city": place.city,
        "country": place.country,
        "orcid": "".join(person.orcids[:1]),
        "email": "".join(person.emails[:1]),
    }


def is_post(piece: str) -> bool:
    return qualification_field(piece) == "post" or BOARD_POST.search(piece) is not None


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
