"""Dates in words and digits, and the events that they belong to: received, revised …"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import starmap

from articles.imports.manuscript.classify.layout import Layout
from articles.imports.manuscript.labels.phrases import EVENTS, LABELS, fold_letters, label_words
from articles.imports.manuscript.sourced_value import SourcedValue
from articles.imports.manuscript.vocabulary import VOCABULARY

MONTH_NUMBERS = {name: at % 12 + 1 for at, name in enumerate(VOCABULARY["months"])} | {"sept": 9}
NAMES = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
ENDING = "[а-яәғқңөұүһі]"
# \d would also take the digits of other scripts.
PARTS = {"YEAR": "[0-9]{4}", "YY": "[0-9]{2}", "MONTH": "[0-9]{1,2}", "NAME": NAMES,
         "DAY": "[0-9]{1,2}"}  # fmt: skip
FORMS = (
    rf"YEAR\s*(?:жылғы|жылдың|ж\.|жыл|,)?\s*DAY\s*NAME{ENDING}*",
    rf"DAY(?:st|nd|rd|th)?[\s-]*(?:of\s+)?NAME(?:{ENDING}|\.)*,?\s*YEAR(?!\d)",
    r"NAME\.?\s+DAY(?:st|nd|rd|th)?,?\s+YEAR(?!\d)",
    r"DAY\s?[./]\s?MONTH\s?[./]\s?YEAR(?!\d)",
    r"YEAR[-–./]MONTH[-–./]DAY(?!\d)",
    r"DAY\.MONTH\.YY(?!\d|\.\d)",
    r"DAY[-–]MONTH[-–]YEAR(?!\d)",
)


def _form(number: int, form: str) -> str:
    return re.sub("[A-Z]{2,}", lambda part: f"(?P<{part[0]}{number}>{PARTS[part[0]]})", form)


DATE = re.compile(rf"(?<!\d)(?:{'|'.join(starmap(_form, enumerate(FORMS)))})", re.IGNORECASE)
# Other words of such a line: article, editors, year.
FILLER = re.compile("|".join(VOCABULARY["beside dates"]), re.IGNORECASE)
LONGEST = 400  # characters of a line of dates


def find_dates(text: str) -> list[tuple[int, int, str]]:
    """Return start, end and YYYY-MM-DD of each date; impossible days are left out."""
    dates = []
    for match in DATE.finditer(text):
        parts = {name[:-1]: value for name, value in match.groupdict().items() if value}
        year = int(parts.get("YEAR") or f"20{parts['YY']}")
        month = int(parts.get("MONTH") or MONTH_NUMBERS.get(parts["NAME"].lower(), 0))
        try:
            day = date(year, month, int(parts["DAY"]))
        except ValueError:
            continue
        if 1930 <= day.year <= 2100:
            dates.append((match.start(), match.end(), day.isoformat()))
    return dates


@cache
def _events() -> dict[str, str]:
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
        for match in label_words(*EVENTS).finditer(fold_letters(text))
    ]


def dated_events(text: str) -> Iterator[tuple[str, str]]:
    """Pairs of an event and its date: the label before the date, or the Kazakh verb after it."""
    days, events = find_dates(text), find_events(text)
    if not days or not events:
        return
    verb_follows = events[0][0] > days[0][0]
    borders = [0, *(border for start, end, _day in days for border in (start, end)), len(text)]
    for place, (_start, _end, day) in enumerate(days, verb_follows):
        before, after = borders[2 * place : 2 * place + 2]
        if near := [name for at, _end, name in events if before <= at < after]:
            yield _strongest(near), day


def _strongest(near: list[str]) -> str:
    """Of several events the revision: `received in revised form`, `Поступила после доработки`."""
    return "revised" if "revised" in near else near[-1] if near[-1] != "received" else near[0]


def is_date_line(text: str) -> bool:
    """Whether a line holds dates, the words of events, and hardly anything else."""
    if len(text) > LONGEST or not (days := find_dates(text)) or not (events := find_events(text)):
        return False
    left = list(text)
    for start, end, _ in days + events:
        left[start:end] = [""] * (end - start)
    letters = sum(map(str.isalpha, FILLER.sub(" ", "".join(left))))
    return letters <= 0.35 * sum(map(str.isalpha, text)) + 8


def date_values(layout: Layout) -> Iterator[SourcedValue]:
    """Received, revised, accepted and published dates, from the lines of dates."""
    for line in layout.single_lines("date"):
        for event, day in dated_events(line.text):
            yield SourcedValue(f"dates.{event}", day, line.lines)
