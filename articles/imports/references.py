"""Reference lists: cut into entries, paired with romanized twins, DOIs and addresses found."""

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
LIKE_ENOUGH = 62.0  # of 100, two spellings of one work's first words


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One reference: its text as printed, its twin in Latin letters, where it leads."""

    text: str
    romanized: str = ""
    doi: str = ""
    url: str = ""


def split_references(text: str) -> list[str]:
    """A pasted list to its entries, without their running numbers."""
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
    """The running number before an entry, 0 without one."""
    found = NUMBER.match(entry)
    return int(next(filter(None, found.groups()), "0")) if found else 0


def without_number(entry: str) -> str:
    """The entry without its running number."""
    return NUMBER.sub("", entry, count=1).strip()


def doi_in(entry: str) -> str:
    """The DOI of an entry, or ''."""
    found = DOI.search(entry)
    return _trimmed(found[0]) if found else ""


def url_in(entry: str) -> str:
    """The web address of an entry that is not its DOI's, or ''."""
    addresses = (found for found in URL.findall(entry) if "doi.org/" not in found)
    return _trimmed(next(addresses, ""))


def _trimmed(address: str) -> str:
    address = address.rstrip(CLOSING)
    while address.endswith(")") and address.count(")") > address.count("("):
        address = address[:-1].rstrip(CLOSING)
    return address


def is_latin(entry: str) -> bool:
    """Hardly any Cyrillic."""
    letters = [char for char in entry if char.isalpha()]
    return sum("Ѐ" <= char <= "ӿ" for char in letters) <= 0.05 * len(letters)


def pair_references(original: Sequence[str], romanized: Sequence[str]) -> list[Entry]:
    """Each original with its twin, which need not stand at the same place."""
    free = dict(enumerate(romanized))
    entries = []
    for at, text in enumerate(original):
        twin = _twin(text, at, len(original) == len(romanized), free)
        latin = free.pop(twin) if twin is not None else ""
        doi = doi_in(text) or doi_in(latin)
        entries.append(
            Entry(text=text, romanized=latin, doi=doi, url=url_in(text) or url_in(latin))
        )
    return entries


def _twin(text: str, at: int, same_length: bool, free: dict[int, str]) -> int | None:
    """The free entry that is most alike; the one at the same place wins if it is alike at all."""
    if at in free and same_length and _likeness(text, free[at]) > LIKE_ENOUGH - 15:
        return at
    best = max(free, key=lambda place: _likeness(text, free[place]), default=None)
    if best is None or _likeness(text, free[best]) < LIKE_ENOUGH:
        return None
    return best


def _likeness(text: str, latin: str) -> float:
    """By the first words in Latin letters, and the years that both have."""
    years, others = set(YEAR.findall(text)), set(YEAR.findall(latin))
    shared = 15 if years & others else -15 if years and others else 0
    return fuzz.ratio(_key(text), _key(latin)) + shared


def _key(text: str) -> str:
    """The authors and the beginning of the title in loose Latin letters."""
    language: Language = "kk" if re.search("[әғқңөұүһі]", text.lower()) else "ru"
    latin = romanize(text[:70], language, "bgn_pcgn") if not text.isascii() else text[:70]
    return re.sub(r"[^a-z]", "", latin.lower().replace("y", "i").replace("j", "i"))[:40]
