"""A name written: on pages, in bylines, in reference lists, for registries."""

from __future__ import annotations

import re
from functools import lru_cache

from articles.records.languages import Language
from articles.records.names.endings import is_initial, is_son_or_daughter
from articles.records.names.name import Name

NO_BREAK = "\u00a0"

HYPHEN = re.compile("[-‐‑]")
AFTER_STOP = re.compile(r"(?<=\.)(?=[^\W\d_])")

# One sound that Latin writes with several letters; the longest first.
DIGRAPH = re.compile("Shch|Dzh|Zh|Kh|Ts|Ch|Sh|Gh|Yu|Ya|Ye|Yo|Yë", re.IGNORECASE)
# English names that begin so and are not romanized.
ENGLISH = re.compile(
    "Chad|Chandler|Charl|Chelsea|Cheryl|Chester|Chlo|Chri|Chrys|Shane|Shannon|Sharon|Shaun|Shawn|"
    "Sheila|Sheldon|Shelley|Sherman|Sherry|Shirley|Yolanda",
    re.IGNORECASE,
)


@lru_cache(maxsize=10_000)  # the same people stand in one list after another
def initials(name: Name, sep: str = "") -> str:
    """`Ж.О.`, `Zh.O.`, `Ж.-П.`: of the given name and the patronymic, with `sep` between them."""
    words = AFTER_STOP.sub(" ", f"{name.given} {name.patronymic}").split()
    return sep.join(_initial(word) for word in words if not is_son_or_daughter(word))


def byline(name: Name, sep: str = "", space: str = " ") -> str:
    """`Ж.О. Есеркепова`; a page asks for NO_BREAK in both places."""
    return space.join(filter(None, (initials(name, sep), name.family)))


def family_first(name: Name, sep: str = "", space: str = " ") -> str:
    """`Есеркепова Ж.О.`, as reference lists have it."""
    return space.join(filter(None, (name.family, initials(name, sep))))


def inverted(name: Name) -> str:
    """`Есеркепова, Жанар Оңғарқызы`: what registries split at the comma."""
    return ", ".join(filter(None, (name.family, given_names(name))))


def full(name: Name, language: Language) -> str:
    """All of it, in the order of the language: the family name last in English, first otherwise."""
    given = given_names(name)
    parts = (given, name.family) if language == "en" else (name.family, given)
    return " ".join(filter(None, parts))


def given_names(name: Name) -> str:
    """Given name and patronymic; two initials close up, as they are printed."""
    glue = "" if is_initial(name.given) and is_initial(name.patronymic) else " "
    return glue.join(filter(None, (name.given, name.patronymic)))


def _initial(word: str) -> str:
    """The initial of one word, each half of a hyphened one its own; a particle's only if alone."""
    halves = [half for half in HYPHEN.split(word) if half]
    capitals = [half for half in halves if half[0].isupper()] or halves[:1]
    return "-".join(f"{_letters(half)}." for half in capitals)


def _letters(word: str) -> str:
    if is_initial(word):
        return word.rstrip(".").capitalize()
    digraph = None if ENGLISH.match(word) else DIGRAPH.match(word)
    return digraph[0].capitalize() if digraph else word[0].upper()
