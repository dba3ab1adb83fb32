"""Scholarly words of one root: топоним, топонимика, топонимический, топонимикалық.

Russian and Kazakh share these loanwords and their suffixes, and authors use one or the other.
Since each is a separate word, related words are searched for only if nothing else was found.
No dictionary is needed: a form that does not exist finds nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.search.lemmas import LEMMAS
from articles.search.word_keys import letters_of

ROOT_LETTERS = 5
# Suffixes of a field, its subject and its specialists. The Kazakh stemmer shortens -ика and -ия to
# -ик and -ий. DOCTRINES do not include the bare root: журнал is not related to журналист.
FIELDS = ("", "ика", "ия", "ик", "ий", "ический", "икалық", "иялық")
DOCTRINES = ("изм", "ист", "истика", "истик", "истический", "истикалық")


def related_words(word: str) -> Iterator[str]:
    """Dictionary forms of other words of the same root; none for most words."""
    letters = letters_of(word)
    russian, kazakh = LEMMAS["ru"](letters), LEMMAS["kk"](letters)
    found = (root_of(russian, FIELDS), root_of(kazakh, FIELDS[1:]))
    forms = (letters, russian, kazakh)
    derived = (root + suffix for root, family in filter(None, found) for suffix in family)
    yield from dict.fromkeys(one for one in derived if one not in forms)


def root_of(form: str, fields: tuple[str, ...]) -> tuple[str, tuple[str, ...]] | None:
    """The root without the longest suffix that fits, with the suffixes of its family; or None."""
    for suffixes, family in ((DOCTRINES, DOCTRINES), (fields, FIELDS)):
        for suffix in sorted(filter(form.endswith, suffixes), key=len, reverse=True):
            root = form.removesuffix(suffix)
            if len(root) >= ROOT_LETTERS and ends_hard(root):
                return root, family
    return None


def ends_hard(root: str) -> bool:
    """Whether a root ends in a consonant, as roots with these suffixes do."""
    return root[-1] in "бвгдзклмнпрстфхцчшщ"
