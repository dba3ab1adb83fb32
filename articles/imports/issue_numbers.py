"""The numbers of an issue as files print them: `№ 2 (31)` is number 2, the 31st of all."""

from __future__ import annotations

import re

from articles.records.cleaning import clean_line
from articles.records.facts import IssueFacts
from articles.records.languages import Text

WITH_THROUGH_NUMBER = re.compile(r"(?P<number>[^()]+?)\s*\((?P<through>\d{1,6})\)")
LABEL = re.compile(r"^(?:№|No\.?|Nr\.?|Vol\.?|Т\.|Том)\s*", re.IGNORECASE)


def issue_facts(
    *,
    year: int | None,
    volume: str = "",
    number: str = "",
    part: str = "",
    through_number: str = "",
    title: Text | None = None,
) -> IssueFacts | None:
    """Return the facts of an issue, None without a year or without any number."""
    number, through = split_number(number)
    volume = LABEL.sub("", clean_line(volume))
    if year is None or not (volume or number or through or through_number):
        return None
    return IssueFacts(
        year=year,
        volume=volume,
        number=number,
        part=clean_line(part),
        through_number=clean_line(through_number) or through,
        title=title or {},
    )


def split_number(value: str) -> tuple[str, str]:
    """The number in its volume or year, and the continuous number."""
    value = LABEL.sub("", clean_line(value))
    match = WITH_THROUGH_NUMBER.fullmatch(value)
    return (match["number"], match["through"]) if match else (value, "")
