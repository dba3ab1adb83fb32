"""The numbers of an issue as files print them: `№ 2 (31)` is number 2, the 31st of all."""

from __future__ import annotations

import re

from articles.records.cleaning import clean_line
from articles.records.facts import IssueFacts
from articles.records.languages import Text

WITH_THROUGH_NUMBER = re.compile(r"(?P<number>[^()]+?)\s*\((?P<through>\d{1,6})\)")
LABEL = re.compile(r"^(?:№|No\.?|Nr\.?|Vol\.?|Т\.|Том)\s*", re.IGNORECASE)
# 4, часть 2 · 4 (ч. 2) · 4 Part II · 4, 2-бөлім
PART = re.compile(
    r"[\s,.;/]*\(?(?:(?:часть|ч\.|бөлім|part|pt\.)\s*(?P<part>\w{1,5})|(?P<first>\d{1,2})-?\s*бөлім)\)?$",
    re.IGNORECASE,
)
# In the title of an issue: 2019 №3 (45) · Том 5, № 2 (2019) · Vol. 5 No. 2
NUMBER_IN_TITLE = re.compile(
    r"(?:№|\bNo\.|\bNr\.|\bN(?=\s?\d)|\bвып(?:уск|\.)|\bissue)\s*"
    r"(?P<number>\d{1,4}(?:\s?[-–/]\s?\d{1,4})?(?:\s?\((?!(?:19|20)\d\d)\d{1,4}\))?)(?!\d)",
    re.IGNORECASE,
)
VOLUME_IN_TITLE = re.compile(
    r"(?:\bтом|\bт\.|\bvol(?:ume|\.)?)\s*(?P<volume>\d{1,4}|[IVXLC]{1,8})\b", re.IGNORECASE
)
YEAR_IN_TITLE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


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
    number, through, number_part = split_number(number)
    volume = clean_volume(volume)
    if year is None or not (volume or number or through or through_number):
        return None
    return IssueFacts(
        year=year,
        volume=volume,
        number=number,
        part=clean_line(part) or number_part,
        through_number=clean_line(through_number) or through,
        title=title or {},
    )


def clean_volume(value: str) -> str:
    """The volume without its label; a 0 stands where a system wants a number."""
    volume = LABEL.sub("", clean_line(value))
    return "" if volume.strip("0") == "" else volume


def split_number(value: str) -> tuple[str, str, str]:
    """The number in its volume or year, the continuous number, and the part."""
    value = LABEL.sub("", clean_line(value))
    part = PART.search(value)
    if part and part.start():
        value = value[: part.start()]
    match = WITH_THROUGH_NUMBER.fullmatch(value)
    number, through = (match["number"], match["through"]) if match else (value, "")
    return number, through, (part["part"] or part["first"]) if part and part.start() else ""


def numbers_in_title(title: str) -> tuple[int | None, str, str]:
    """Year, volume and number that the title of an issue holds, each empty if it has none."""
    number, volume = NUMBER_IN_TITLE.search(title), VOLUME_IN_TITLE.search(title)
    year = YEAR_IN_TITLE.search(title)
    return (
        int(year[0]) if year else None,
        volume["volume"] if volume else "",
        number["number"] if number else "",
    )
