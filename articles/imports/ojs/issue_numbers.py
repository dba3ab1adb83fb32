"""Year, volume, number and title of an issue."""

from __future__ import annotations

from articles.imports.issue_numbers import clean_volume, numbers_in_title, split_number
from articles.records.languages import Language, Text

from .elements import Element
from .locales import Locales
from .numbers import whole_number
from .texts import plain_line
from .values import IssueNumbers


def numbers_of(element: Element, language: Language, locales: Locales) -> IssueNumbers:
    """Read `issue_identification`: what the site hides, OJS does not export.

    Where it hides all numbers, the title often has them.
    """
    title = locales.texts(element.all("title"), language, plain_line)
    year = whole_number(element.text_at("year"))
    volume, number = clean_volume(element.text_at("volume")), element.text_at("number")
    is_from_title = False
    if not (volume or number):
        titled = titled_numbers(title)
        is_from_title = any(titled[1:])
        volume, number = titled[1:]
        year = year or titled[0]
    own_number, through_number, part = split_number(number)
    return IssueNumbers(
        year=year,
        volume=volume,
        number=own_number,
        through_number=through_number,
        part=part,
        title=title,
        is_from_title=is_from_title,
    )


def titled_numbers(title: Text) -> tuple[int | None, str, str]:
    """The numbers in the first title that has a volume or a number."""
    found = (numbers_in_title(each) for each in title.values())
    return next((each for each in found if any(each[1:])), (None, "", ""))
