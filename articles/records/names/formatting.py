"""Formats of a name: for pages, bylines, reference lists and registries."""

from __future__ import annotations

import re
from functools import lru_cache

from articles.records.languages import Language
from articles.records.names.endings import is_initial, is_son_or_daughter
from articles.records.names.name import Name

NO_BREAK = "\u00a0"

HYPHEN = re.compile("[-‐‑]")
AFTER_STOP = re.compile(r"(?<=\.)(?=[^\W\d_])")

# One Cyrillic letter in several Latin ones, the longest first.
DIGRAPH = re.compile("Shch|Dzh|Zh|Kh|Ts|Ch|Sh|Gh|Yu|Ya|Ye|Yo|Yë", re.IGNORECASE)
# English names with the same beginnings, which are not romanized.
ENGLISH = re.compile(
    "Chad|Chandler|Charl|Chelsea|Cheryl|Chester|Chlo|Chri|Chrys|Shane|Shannon|Sharon|Shaun|Shawn|"
    "Sheila|Sheldon|Shelley|Sherman|Sherry|Shirley|Yolanda",
    re.IGNORECASE,
)


@lru_cache(maxsize=10_000)  # lists repeat the same people
def initials(name: Name, sep: str = "") -> str:
    """Return `Ж.О.`, `Zh.O.` or `Ж.-П.`, with `sep` between given name and patronymic."""
    words = AFTER_STOP.sub(" ", f"{name.given} {name.patronymic}").split()
    return sep.join(_initial(word) for word in words if not is_son_or_daughter(word))


def initials_first(name: Name, sep: str = "", space: str = " ") -> str:
    """Return `Ж.О. Есеркепова`, `M.L. King Jr.`; pages pass NO_BREAK for `sep` and `space`."""
    return space.join(filter(None, (initials(name, sep), name.family, name.suffix)))


def family_first(name: Name, sep: str = "", space: str = " ") -> str:
    """Return `Есеркепова Ж.О.`, `King M.L. Jr.`, as in reference lists."""
    return space.join(filter(None, (name.family, initials(name, sep), name.suffix)))


def inverted_name(name: Name) -> str:
    """Return `Есеркепова, Жанар Оңғарқызы`, `King, Martin, Jr.`; registries split at the comma."""
    return ", ".join(filter(None, (name.family, given_names(name), name.suffix)))


def full_name(name: Name, language: Language) -> str:
    """Return the whole name; the family name is last in English, first otherwise, then a suffix."""
    given = given_names(name)
    parts = (given, name.family) if language == "en" else (name.family, given)
    return " ".join(filter(None, (*parts, name.suffix)))


def given_names(name: Name) -> str:
    """Return given name and patronymic; two initials without a space, as printed."""
    glue = "" if is_initial(name.given) and is_initial(name.patronymic) else " "
    return glue.join(filter(None, (name.given, name.patronymic)))


def _initial(word: str) -> str:
    """The initial of one word, and of each half of a hyphened word."""
    halves = [half for half in HYPHEN.split(word) if half]
    capitals = [half for half in halves if half[0].isupper()] or halves[:1]
    return "-".join(f"{_letters(half)}." for half in capitals)


def _letters(word: str) -> str:
    if is_initial(word):
        return word.rstrip(".").capitalize()
    digraph = None if ENGLISH.match(word) else DIGRAPH.match(word)
    return digraph[0].capitalize() if digraph else word[0].upper()
