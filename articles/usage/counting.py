"""Counts actions by COUNTER's rules for double clicks and for unique items (5.1, 7.2 and 7.3).

Actions may come in any order within ten minutes. What must be remembered to recognize the next one
is a state: keyed hashes of address, browser and what was asked, with a salt of the day. No address
is in it. It is pruned as time goes on, so that it holds the last minutes of clicks and the last
hours of sessions, however long the log is.
"""

from __future__ import annotations

import secrets
from collections import defaultdict
from datetime import date, datetime, tzinfo
from enum import StrEnum
from functools import lru_cache
from hashlib import blake2b

import msgspec

from .actions import Action

DOUBLE_CLICK_SECONDS = 30
LATE_SECONDS = 600  # how late a line may come
HOUR = 3_600
SALT_BYTES = 16


class Metric(StrEnum):
    """COUNTER's metric types; and downloads of files, which are some of the requests."""

    TOTAL_INVESTIGATIONS = "total_item_investigations"
    UNIQUE_INVESTIGATIONS = "unique_item_investigations"
    TOTAL_REQUESTS = "total_item_requests"
    UNIQUE_REQUESTS = "unique_item_requests"
    DOWNLOADS = "downloads"


Key = tuple[int, date, Metric, str]  # article, day, metric and country
Totals = dict[Key, int]


class State(msgspec.Struct):
    """What is remembered of recent actions. Times are in seconds since 1970."""

    salts: dict[int, bytes] = {}  # by the day's number
    clicks: dict[int, list[tuple[int, int]]] = {}  # the first and the last of a row of clicks
    sessions: dict[int, tuple[int, int, int]] = {}  # its end, investigations, requests


class Reader(msgspec.Struct, frozen=True):
    """Who asks for what; no part of it is kept."""

    address: str
    agent: str
    path: str
    country: str = ""


class UsageCounter:
    def __init__(self, zone: tzinfo, state: State | None = None) -> None:
        self.zone = zone
        self.state = state or State()
        self.totals: Totals = defaultdict(int)
        self.now = 0  # the latest time so far
        self.local = lru_cache(64)(self.local_hour)

    def add(self, reader: Reader, action: Action, time: int) -> None:
        """One action. Of clicks on an address within 30 seconds of each other, the last counts."""
        self.now = max(self.now, time)
        first = last = time
        clicks = self.state.clicks
        for day in self.days_around(time):
            key = self.click_key(reader, day)
            apart = []
            for row in clicks.pop(key, ()):
                if row[0] - DOUBLE_CLICK_SECONDS <= time <= row[1] + DOUBLE_CLICK_SECONDS:
                    self.count(-1, reader, action, row[1])
                    first, last = min(first, row[0]), max(last, row[1])
                else:
                    apart.append(row)
            if apart:
                clicks[key] = apart
        self.count(1, reader, action, last)
        clicks.setdefault(self.click_key(reader, self.day(last)), []).append((first, last))

    def count(self, sign: int, reader: Reader, action: Action, time: int) -> None:
        """Add an action at a time to the totals, or take it back when a later click replaces it."""
        day, hour = self.local(time // 900)
        key = self.key(day, reader.address, reader.agent, f"{action.article}@{hour}")
        _end, investigations, requests = self.state.sessions.get(key, (0, 0, 0))
        now_investigations = investigations + sign
        now_requests = requests + sign * action.is_request
        self.state.sessions[key] = ((time // HOUR + 2) * HOUR, now_investigations, now_requests)
        changes = {
            Metric.TOTAL_INVESTIGATIONS: sign,
            Metric.TOTAL_REQUESTS: sign * action.is_request,
            Metric.DOWNLOADS: sign * action.is_download,
            Metric.UNIQUE_INVESTIGATIONS: (now_investigations > 0) - (investigations > 0),
            Metric.UNIQUE_REQUESTS: (now_requests > 0) - (requests > 0),
        }
        for metric, change in changes.items():
            if change:
                self.totals[action.article, day, metric, reader.country] += change

    def days_around(self, time: int) -> set[date]:
        """The days of a double click: two at midnight, when the salt changes."""
        return {self.day(time - DOUBLE_CLICK_SECONDS), self.day(time + DOUBLE_CLICK_SECONDS)}

    def click_key(self, reader: Reader, day: date) -> int:
        return self.key(day, reader.address, reader.agent, reader.path)

    def key(self, day: date, *parts: str) -> int:
        number = day.toordinal()
        salt = self.state.salts.get(number)
        if salt is None:
            salt = self.state.salts[number] = secrets.token_bytes(SALT_BYTES)
        text = "\0".join(parts).encode(errors="surrogatepass")
        return int.from_bytes(blake2b(text, key=salt, digest_size=8).digest(), signed=True)

    def day(self, time: int) -> date:
        return self.local(time // 900)[0]

    def local_hour(self, quarter: int) -> tuple[date, int]:
        """The day and hour of a quarter of an hour: all time zones differ by such quarters."""
        moment = datetime.fromtimestamp(quarter * 900, self.zone)
        return moment.date(), moment.hour

    def take_totals(self) -> Totals:
        """Return what was counted since the last call, without zeros."""
        totals = {key: count for key, count in self.totals.items() if count}
        self.totals = defaultdict(int)
        return totals

    def prune(self) -> None:
        """Forget what no later line can belong to. What another log has of later times stays."""
        oldest = self.now - LATE_SECONDS
        state = self.state
        state.clicks = {
            key: rows
            for key, rows in state.clicks.items()
            if rows[-1][1] + DOUBLE_CLICK_SECONDS >= oldest
        }
        state.sessions = {key: row for key, row in state.sessions.items() if row[0] >= oldest}
        first_day = self.day(oldest - HOUR).toordinal()
        state.salts = {day: salt for day, salt in state.salts.items() if day >= first_day}
