"""A given name typed in full matches an initial: "Ковылина Арина" finds А.Т. Ковылина.

This is tried only if nothing else was found, and only for authors who are printed with initials
in every language. A code holds the family name and the initials together, so that no single
letter of a text is taken for a name. A word is a given name only if it is typed as one: Ахметова
тарих asks for history, not for T. Akhmetova.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articles.records.names import Name
from articles.records.names.endings import is_initial, is_patronymic
from articles.records.record import Authorship
from articles.search.folding import fold
from articles.search.lemmas import russian_dictionary

TAG = "in"
NO_PATRONYMIC = "-"
LIKELY = 0.5  # least share of a word's readings in the dictionary that are names
GENDERS = {
    "femn": ("ова", "ева", "ина", "ская", "цкая"),
    "masc": ("ов", "ев", "ин", "ский", "цкий"),
}
ENDINGS = [(fold(ending), gender) for gender, endings in GENDERS.items() for ending in endings]


def initial_codes(author: Authorship) -> Iterator[str]:
    """The codes in the index: for any patronymic, and for the patronymic of the author or none."""
    names = [name for name in author.names.values() if name.family and words_of(name.given)]
    if all(is_initial(word) for name in names for word in words_of(name.given)):
        yield from dict.fromkeys(one for name in names for one in codes_of(name))


def codes_of(name: Name) -> Iterator[str]:
    given, *others = words_of(f"{name.given} {name.patronymic}")
    yield code(name.family, given)
    yield code(name.family, given, others[0] if others else NO_PATRONYMIC)


def codes_of_query(words: Sequence[str]) -> list[list[str]]:
    """For each word of a query, the codes of the people that it may name together with the words
    beside it. '' stands for a term that is not a plain word.
    """
    codes: list[list[str]] = [[] for _word in words]
    for size in (2, 3):
        for start in range(len(words) - size + 1):
            found = list(readings(words[start : start + size]))
            for place in range(start, start + size):
                codes[place] += found
    return codes


def readings(words: Sequence[str]) -> Iterator[str]:
    """The codes of a full name, with the family name first or last."""
    if not all(words):
        return
    for family, given, *others in ((words[0], *words[1:]), (words[-1], *words[:-1])):
        if not others and is_typed_as_given(given, family):
            yield code(family, given)
        if others and is_patronymic(others[0]) and is_long(given):
            yield code(family, given, others[0])
            yield code(family, given, NO_PATRONYMIC)


def is_typed_as_given(word: str, family: str) -> bool:
    """Whether a word is meant as a given name: by its capital letter, or by the dictionary if the
    words are all in small or all in capital letters.
    """
    if not is_long(word) or word[0].isupper() != family[0].isupper():
        return False
    return (word[0].isupper() and not word.isupper()) or is_known_name(word, family)


def is_known_name(word: str, family: str) -> bool:
    """Whether the dictionary knows the word as a given name in the nominative, of the gender of the
    family name, at least as likely as a noun.
    """
    dictionary, plainly = russian_dictionary(), fold(family)
    gender = next((one for ending, one in ENDINGS if plainly.endswith(ending)), None)
    small = word.lower() if not word.isascii() else fold(word)
    if not dictionary.word_is_known(small):
        return False
    names = [one for one in dictionary.parse(small) if "Name" in one.tag]
    return sum(one.score for one in names) >= LIKELY and any(
        one.tag.case == "nomn" and gender in (None, one.tag.gender) for one in names
    )


def is_long(word: str) -> bool:
    return word.replace("-", "").isalpha() and not is_initial(word)


def words_of(names: str) -> list[str]:
    return names.replace(".", ". ").replace("-", " ").split()


def code(family: str, *names: str) -> str:
    letters = "".join(name if name == NO_PATRONYMIC else initial(name) for name in names)
    return f"{TAG}:{''.join(filter(str.isalnum, fold(family)))}:{letters}"


def initial(name: str) -> str:
    """The folded initial, so that Zh. matches Жанар; ы becomes и, since Y. stands for Й or Ы."""
    return fold(name)[:1].replace("ы", "и")
