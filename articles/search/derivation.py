"""Learned words of one root: топоним, топонимика, топонимический, топонимикалық.

Russian and Kazakh share these loans and their suffixes, and which of them an author took is
chance; but each is a word of its own, so they are asked for only where nothing else was found.
Whatever is no word finds nothing, so no dictionary is needed.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.search.lemmas import LEMMAS
from articles.search.word_keys import letters_of

ROOT_LETTERS = 5
# Of a field, its subject and who works in it; -ик and -ий are what the Kazakh stemmer leaves of
# -ика and -ия. The bare root is not among those of a doctrine: журнал is no журналист.
FIELDS = ("", "ика", "ия", "ик", "ий", "ический", "икалық", "иялық")
DOCTRINES = ("изм", "ист", "истика", "истик", "истический", "истикалық")


def relatives(word: str) -> Iterator[str]:
    """Other words of its root, in their dictionary forms; none for most words."""
    letters = letters_of(word)
    russian, kazakh = LEMMAS["ru"](letters), LEMMAS["kk"](letters)
    found = (root_of(russian, FIELDS), root_of(kazakh, FIELDS[1:]))
    forms = (letters, russian, kazakh)
    derived = (root + suffix for root, family in filter(None, found) for suffix in family)
    yield from dict.fromkeys(one for one in derived if one not in forms)


def root_of(form: str, fields: tuple[str, ...]) -> tuple[str, tuple[str, ...]] | None:
    """By its longest suffix, with the family that takes the suffix."""
    for suffixes, family in ((DOCTRINES, DOCTRINES), (fields, FIELDS)):
        for suffix in sorted(filter(form.endswith, suffixes), key=len, reverse=True):
            root = form.removesuffix(suffix)
            if len(root) >= ROOT_LETTERS and ends_hard(root):
                return root, family
    return None


def ends_hard(root: str) -> bool:
    """With a consonant, as every root does that takes these suffixes."""
    return root[-1] in "бвгдзклмнпрстфхцчшщ"
