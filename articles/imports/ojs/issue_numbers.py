"""Year, volume, number and title of an issue."""

from __future__ import annotations

from articles.imports.issue_numbers import split_number
from articles.records.cleaning import clean_line
from articles.records.languages import Language

from .elements import Element
from .locales import Locales
from .numbers import whole_number
from .texts import plain_line
from .values import IssueNumbers


def numbers_of(element: Element, language: Language, locales: Locales) -> IssueNumbers:
    """Read `issue_identification`: what the site hides, OJS does not export."""
    number, through_number = split_number(element.text_at("number"))
    return IssueNumbers(
        year=whole_number(element.text_at("year")),
        volume=clean_line(element.text_at("volume")),
        number=number,
        through_number=through_number,
        title=locales.texts(element.all("title"), language, plain_line),
    )
