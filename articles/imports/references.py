"""Reference lists: split into references, paired with romanized ones, DOIs and URLs found."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec
from rapidfuzz import fuzz

from articles.records.languages import Language
from articles.records.romanization import romanize

NUMBER = re.compile(r"^\s*(?:\[(\d{1,3})\]|(\d{1,3})[.)](?!\d)|(\d{1,3})(?=\s+[^\W\d_a-zа-я]))\s*")
YEAR = re.compile(r"(?<!\d)(?:1[5-9]\d\d|20\d\d)(?!\d)")
DOI = re.compile(r"10\.\d{4,9}/[^\s<>\"«»\]]+")
URL = re.compile(r"(?:https?://|www\.)[^\s<>\"«»\])]+")
CLOSING = ".,;:"
LIKE_ENOUGH = 62.0  # of 100, for the first words of one work in two spellings


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One reference: its text as printed, its romanized form, its DOI and web address."""

    text: str
    romanized: str = ""
    doi: str = ""
    url: str = ""


def split_references(text: str) -> list[str]:
    """Split a pasted list into references without their running numbers."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    entries: list[str] = []
    expected = 1
    numbered = sum(bool(NUMBER.match(line)) for line in lines) * 3 >= len(lines) > 0
    for line in lines:
        number = number_of(line) if numbered else 0
        if not numbered or not entries or (expected - 1 <= number <= expected + 3 and number):
            entries.append(without_number(line) if number else line)
            expected = number + 1
        else:
            entries[-1] = f"{entries[-1]} {line}"
    return entries


def number_of(entry: str) -> int:
    """Return the running number before a reference, 0 without one."""
    match = NUMBER.match(entry)
    return int(next(filter(None, match.groups()), "0")) if match else 0


def without_number(entry: str) -> str:
    """Return the reference without its running number."""
    return NUMBER.sub("", entry, count=1).strip()


def find_doi(entry: str) -> str:
    """Return the first DOI in a reference, or ''."""
    match = DOI.search(entry)
    return _trim(match[0]) if match else ""


def find_url(entry: str) -> str:
    """Return the first web address in a reference that is no DOI, or ''."""
    addresses = (address for address in URL.findall(entry) if "doi.org/" not in address)
    return _trim(next(addresses, ""))


def _trim(address: str) -> str:
    address = address.rstrip(CLOSING)
    while address.endswith(")") and address.count(")") > address.count("("):
        address = address[:-1].rstrip(CLOSING)
    return address


def is_latin(entry: str) -> bool:
    """Whether a reference has hardly any Cyrillic letters."""
    letters = [char for char in entry if char.isalpha()]
    return sum("Ѐ" <= char <= "ӿ" for char in letters) <= 0.05 * len(letters)


def pair_references(original: Sequence[str], romanized: Sequence[str]) -> list[Entry]:
    """Pair each original with its romanized form, which may be at another place in its list."""
    free = dict(enumerate(romanized))
    entries = []
    for at, text in enumerate(original):
        match_place = _best_match(text, at, len(original) == len(romanized), free)
        latin = free.pop(match_place) if match_place is not None else ""
        doi = find_doi(text) or find_doi(latin)
        entries.append(
            Entry(text=text, romanized=latin, doi=doi, url=find_url(text) or find_url(latin))
        )
    return entries


def _best_match(text: str, at: int, same_length: bool, free: dict[int, str]) -> int | None:
    """Return the place of the most similar unpaired reference, or None.

    The one at the same place wins if it is similar at all.
    """
    if at in free and same_length and _likeness(text, free[at]) > LIKE_ENOUGH - 15:
        return at
    best = max(free, key=lambda place: _likeness(text, free[place]), default=None)
    if best is None or _likeness(text, free[best]) < LIKE_ENOUGH:
        return None
    return best


def _likeness(text: str, latin: str) -> float:
    """Similarity of the first words in Latin letters; a common year adds to it."""
    years, others = set(YEAR.findall(text)), set(YEAR.findall(latin))
    shared = 15 if years & others else -15 if years and others else 0
    return fuzz.ratio(_key(text), _key(latin)) + shared


def _key(text: str) -> str:
    """The authors and the beginning of the title in simplified Latin letters."""
    language: Language = "kk" if re.search("[әғқңөұүһі]", text.lower()) else "ru"
    latin = romanize(text[:70], language, "bgn_pcgn") if not text.isascii() else text[:70]
    return re.sub(r"[^a-z]", "", latin.lower().replace("y", "i").replace("j", "i"))[:40]
