"""Parses printed names into family name, given name and patronymic, without loss."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from articles.records.cleaning import clean_line
from articles.records.languages import Language
from articles.records.names.endings import (
    SON_OF,
    SUFFIXES,
    is_capital,
    is_initial,
    is_particle,
    is_patronymic,
    is_son_or_daughter,
    is_surname,
)
from articles.records.names.name import Name

# A full stop between two initials without a space.
GLUED = re.compile(r"(?<=\.)(?=[^\W\d_])")


def parse_name(printed: str, language: Language) -> Name:
    """Return the parts of a name; the language decides the order if the words do not."""
    return _parse(printed, family_is_first=language != "en", language=language)


def parse_names(printed: Sequence[str], language: Language) -> list[Name]:
    """Return the names of a byline; names whose order is clear decide for the others."""
    orders = [order for name in printed if (order := _known_order(_words(name))) is not None]
    first = sum(orders) * 2 > len(orders) if orders else language != "en"
    return [_parse(name, family_is_first=first, language=language) for name in printed]


def _parse(printed: str, *, family_is_first: bool, language: Language) -> Name:
    line = clean_line(printed).strip(" ,;")
    if "," in line:
        return _around_comma(line)
    words = _words(line)
    suffix = words.pop() if len(words) > 2 and words[-1] in SUFFIXES else ""
    initials = [at for at, word in enumerate(words) if is_initial(word)]
    if len(initials) == len(words):
        name = Name("".join(words))
    elif initials:
        name = _around_initials(words, initials[0], initials[-1], language)
    else:
        name = _in_full(words, family_is_first=family_is_first)
    return msgspec.structs.replace(name, suffix=suffix) if suffix else name


def _words(line: str) -> list[str]:
    return GLUED.sub(" ", clean_line(line)).split()


def _around_comma(line: str) -> Name:
    """`Есеркепова, Жанар`; a suffix may follow either comma: King, Martin, Jr."""
    family, *rest = (part.strip() for part in line.split(","))
    suffix = next((part for part in rest if part in SUFFIXES), "")
    if suffix:
        rest.remove(suffix)
    name = _beside(family.split(), _words(", ".join(rest)))
    return msgspec.structs.replace(name, suffix=suffix) if suffix else name


def _around_initials(words: list[str], first: int, last: int, language: Language) -> Name:
    if first == 0:  # Ж.О. Есеркепова; in English also J. Robert Smith
        start = last + 1 if language != "en" else max(last + 1, _family_start(words))
        return _beside(words[start:], words[:start])
    if last == len(words) - 1:  # Есеркепова Ж.О., van der Berg J.
        return _beside(words[:first], words[first:])
    return _beside(words[last + 1 :], words[: last + 1])  # John Q. Smith


def _in_full(words: list[str], *, family_is_first: bool) -> Name:
    if len(words) == 2 and (is_particle(words[0]) or words[0].lower() in SON_OF):
        return Name(" ".join(words))
    if len(words) > 2 and is_son_or_daughter(words[1]):  # Zhumabek kyzy Aigul: no other surname
        return _beside(words[:2], words[2:])
    if at := _patronymic_at(words):
        return _around_patronymic(words, *at)
    order = _known_order(words)
    if family_is_first if order is None else order:
        start = _particle_count(words) + 1
        return _beside(words[:start], words[start:])
    start = _family_start(words)
    return Name(" ".join(words[start:]), " ".join(words[:start]))


def _around_patronymic(words: list[str], start: int, end: int) -> Name:
    patronymic = " ".join(words[start:end])
    if end < len(words):  # Жанар Оңғарқызы Есеркепова
        return Name(" ".join(words[end:]), " ".join(words[:start]), patronymic)
    if start == 1:  # Абай Құнанбайұлы: no other surname
        return Name(patronymic, words[0])
    return Name(" ".join(words[: start - 1]), words[start - 1], patronymic)


def _beside(family: list[str], words: list[str]) -> Name:
    """The words beside a family name: the given name, then the patronymic."""
    glue = "" if all(map(is_initial, words)) else " "
    return Name(" ".join(family), " ".join(words[:1]), glue.join(words[1:]))


def _known_order(words: list[str]) -> bool | None:
    """Whether the family name is first, by capitals, endings or particles; None if unclear."""
    if len(words) < 2 or any(map(is_initial, words)):
        return None
    if at := _patronymic_at(words):
        return at[1] == len(words) and at[0] > 1
    for tells in (is_capital, is_surname):
        first, last = tells(words[0]), tells(words[-1])
        if first != last:
            return first
    if any(map(is_particle, words)):
        return is_particle(words[0])
    return None


def _patronymic_at(words: list[str]) -> tuple[int, int] | None:
    """Start and end of the patronymic among the words; the first word is never one."""
    for at in range(1, len(words)):
        if is_son_or_daughter(words[at]) and at > 1:
            return at - 1, at + 1
        if is_patronymic(words[at]):
            return at, at + 1
    return None


def _family_start(words: list[str]) -> int:
    """Where a family name at the end begins: at its first particle, else the last word."""
    particles = (at for at, word in enumerate(words[1:-1], 1) if is_particle(word))
    return next(particles, len(words) - 1)


def _particle_count(words: list[str]) -> int:
    """The number of particles at the beginning: two in van der Berg Jan."""
    return next((at for at, word in enumerate(words) if not is_particle(word)), 0)
