"""The reference list as citations by author and year name it: first authors, words and years."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..reference_imprint import without_addresses, years

HEAD = 200  # characters that hold the authors
LARGE = r"[^\W\d_a-zа-яёәғқңөұүһі]"
WORD = rf"{LARGE}[\w'’ʼ-]*[^\W\d_]"
PARTICLE = r"(?:van|von|de[rn]?|d[aiu]|del|la|le|ibn|al|el|әл|аль|ибн|де|фон|ван)[ -]"
SURNAME = rf"(?P<surname>(?:{PARTICLE}){{0,2}}{WORD})"
INITIALS = rf"{LARGE}[\w’']?\.(?:[ -]?{LARGE}[\w’']?\.){{0,2}}"
NUMBERING = r"\s*(?:\[\d{1,3}\]|\d{1,3}[.)])?\s*"
# The ways in which an entry begins with a person.
PERSON = tuple(
    re.compile(NUMBERING + form)
    for form in (
        rf"(?P<given>{INITIALS})\s?{SURNAME}(?!\w)",
        rf"{SURNAME},?\s(?P<given>{INITIALS}|{LARGE}{{1,3}}(?=[,.;:]))",
        rf"{SURNAME},\s(?P<given>{WORD})",
        rf"{SURNAME}\s(?P<full>{WORD})[.,:]",
    )
)
WORDS = re.compile(r"[^\W\d_][\w'’ʼ-]*")
YEAR_RANGE = re.compile(r"\d{4}\s?[-–—]\s?\d{2,4}")
YEAR_IN_TITLE = re.compile(r"\d{4}\s?-?(?:жыл\w+|жж|год\w+|гг)")
LETTERED_YEAR = re.compile(r"(?<!\d)((?:1[5-9]|20)\d\d)([a-eа-д])(?!\w)")
LATIN_LETTER = str.maketrans("абвгд", "abcde")  # by their place in the alphabet


class Entry(NamedTuple):
    """One reference: what a citation by author and year may say of it."""

    number: int
    initial: str  # of the first author, '' if it is unknown
    full: str  # a given name that a citation has to have as well, mostly ''
    words: frozenset[str]
    years: frozenset[str]


class Entries:
    """The reference list by the first author; entries without one by the words of their title."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.by_surname: dict[str, list[Entry]] = defaultdict(list)
        self.by_first_word: dict[str, list[tuple[str, Entry]]] = defaultdict(list)
        for number, text in enumerate(texts, 1):
            self._add(number, text)

    def _add(self, number: int, text: str) -> None:
        head = text[:HEAD]
        person = next(filter(None, (form.match(head) for form in PERSON)), None)
        parts = person.groupdict() if person else {}
        found = WORDS.findall(head.casefold())
        entry = Entry(
            number=number,
            initial=(parts.get("given") or "")[:1].casefold(),
            full=(parts.get("full") or "").casefold(),
            words=frozenset(found),
            years=frozenset(entry_years(text)),
        )
        if person:
            self.by_surname[parts["surname"].casefold()].append(entry)
        elif found:
            self.by_first_word[found[0]].append((" ".join(found), entry))


def entry_years(text: str) -> Iterator[str]:
    """The years in which a work may have appeared; 2010a with its letter."""
    text = YEAR_RANGE.sub(" ", without_addresses(text))
    lettered = dict(LETTERED_YEAR.findall(text))
    yield from (year + letter.translate(LATIN_LETTER) for year, letter in lettered.items())
    yield from years(YEAR_IN_TITLE.sub(" ", text)) - set(lettered)
