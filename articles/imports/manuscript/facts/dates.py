"""Dates in words and digits, and the events that they belong to: received, revised …"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from articles.imports.manuscript.labels.phrases import (
    EVENTS,
    LABELS,
    Element,
    fold_letters,
    phrase_pattern,
)
from articles.imports.manuscript.vocabulary import VOCABULARY

MONTH_NUMBERS = {name: at % 12 + 1 for at, name in enumerate(VOCABULARY["months"])} | {"sept": 9}
NAMES = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
ENDING = "[а-яәғқңөұүһі]"
DIGIT = "[0-9]"  # \d also takes the digits of other scripts
DATE = re.compile(
    r"(?<!\d)(?:"
    rf"(?P<year1>{DIGIT}{{4}})\s*(?:жылғы|жылдың|ж\.|жыл|,)?\s*(?P<day1>{DIGIT}{{1,2}})\s*"
    rf"(?P<month1>{NAMES}){ENDING}*"
    rf"|(?P<day2>{DIGIT}{{1,2}})(?:st|nd|rd|th)?[\s-]*(?:of\s+)?"
    rf"(?P<month2>{NAMES})(?:{ENDING}|\.)*,?\s*(?P<year2>{DIGIT}{{4}})(?!\d)"
    rf"|(?P<month3>{NAMES})\.?\s+(?P<day3>{DIGIT}{{1,2}})(?:st|nd|rd|th)?,?\s+"
    rf"(?P<year3>{DIGIT}{{4}})(?!\d)"
    rf"|(?P<day4>{DIGIT}{{1,2}})\s?[./]\s?(?P<month4>{DIGIT}{{1,2}})\s?[./]\s?"
    rf"(?P<year4>{DIGIT}{{4}})(?!\d)"
    rf"|(?P<year5>{DIGIT}{{4}})[-–./](?P<month5>{DIGIT}{{1,2}})[-–./](?P<day5>{DIGIT}{{1,2}})(?!\d)"
    rf"|(?P<day7>{DIGIT}{{1,2}})\.(?P<month7>{DIGIT}{{1,2}})\.(?P<year7>{DIGIT}{{2}})(?!\d|\.\d)"
    rf"|(?P<day6>{DIGIT}{{1,2}})[-–](?P<month6>{DIGIT}{{1,2}})[-–](?P<year6>{DIGIT}{{4}})(?!\d)"
    r")",
    re.IGNORECASE,
)
# Other words of such a line: article, editors, year.
FILLER = re.compile("|".join(VOCABULARY["beside dates"]), re.IGNORECASE)
LONGEST = 400  # characters of a line of dates


def find_dates(text: str) -> list[tuple[int, int, str]]:
    """Return start, end and YYYY-MM-DD of each date; impossible days are left out."""
    dates = []
    for match in DATE.finditer(text):
        parts = {name[:-1]: value for name, value in match.groupdict().items() if value}
        month = parts["month"].lower()
        number = MONTH_NUMBERS.get(month) or (int(month) if month.isdigit() else 0)
        try:
            year = int(parts["year"])
            day = date(year + 2000 * (year < 100), number, int(parts["day"]))
        except ValueError:
            continue
        if 1930 <= day.year <= 2100:
            dates.append((match.start(), match.end(), day.isoformat()))
    return dates


@cache
def _event_words() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{phrase_pattern(*EVENTS)})(?!\w)")


@cache
def _events() -> dict[str, Element]:
    return {
        fold_letters(phrase): event
        for event in EVENTS
        for group in LABELS[event].values()
        for phrase in group
    }


def find_events(text: str) -> list[tuple[int, int, str]]:
    """Return the start and end of each event word, and the event."""
    return [
        (match.start(), match.end(), _events()[match[0]])
        for match in _event_words().finditer(fold_letters(text))
    ]


def dated_events(text: str) -> Iterator[tuple[str, str]]:
    """Pairs of an event and its date: the label before the date, or the Kazakh verb after it."""
    days, events = find_dates(text), find_events(text)
    if not days or not events:
        return
    verb_follows = events[0][0] > days[0][0]
    for place, (start, end, day) in enumerate(days):
        if verb_follows:
            limit = days[place + 1][0] if place + 1 < len(days) else len(text)
            near = [name for at, _end, name in events if end <= at < limit]
        else:
            limit = days[place - 1][1] if place else 0
            near = [name for at, _end, name in events if limit <= at < start]
        if near:
            yield _strongest(near), day


def _strongest(near: list[str]) -> str:
    """Of several events the revision: `received in revised form`, `Поступила после доработки`."""
    return "revised" if "revised" in near else near[-1] if near[-1] != "received" else near[0]


def is_date_line(text: str) -> bool:
    """Whether a line holds dates, the words of events, and hardly anything else."""
    if len(text) > LONGEST or not find_dates(text) or not find_events(text):
        return False
    spans = [(start, end) for start, end, _ in find_dates(text) + find_events(text)]
    left = "".join(
        char for at, char in enumerate(text) if not any(start <= at < end for start, end in spans)
    )
    letters = sum(map(str.isalpha, FILLER.sub(" ", left)))
    return letters <= 0.35 * sum(map(str.isalpha, text)) + 8
