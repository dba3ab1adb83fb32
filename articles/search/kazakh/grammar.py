"""The written forms of the suffixes, in Kazakh letters or folded."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import NamedTuple

from articles.search.kazakh.harmony import BACK, FRONT, harmonies
from articles.search.kazakh.phonology import LETTERS, realise
from articles.search.kazakh.root_ends import ROOT_ENDS, RootEnd
from articles.search.kazakh.suffixes import SLOTS

Seams = frozenset[tuple[str, str]]  # (last letter of the stem, harmony)

# Kazakh letters as typed on a Russian keyboard; й as и, since Latin spellings do not differ.
AS_WRITTEN: dict[int, str] = {}
TYPED = dict(zip(map(ord, "әөұүіғқңһй"), "аоууигкнхи", strict=True))


class Ending(NamedTuple):
    slot: str
    seams: Seams


class WrittenEnd(NamedTuple):
    end: RootEnd
    written: str
    seams: Seams


class Grammar(NamedTuple):
    endings: Mapping[str, tuple[Ending, ...]]  # written suffix -> the slots that it can fill
    root_ends: Mapping[str, tuple[WrittenEnd, ...]]  # by the last letter, in their order
    harmonies: Callable[[str], tuple[str, ...]]
    narrow: str  # vowels that may be dropped

    def fits(self, stem: str, seams: Seams) -> bool:
        """Whether a suffix fits by harmony and assimilation: ел|дер, not ел|дар or ел|тер."""
        return any((stem[-1], harmony) in seams for harmony in self.harmonies(stem))


def seams_by_form(suffix: str, letters: Mapping[int, str]) -> Mapping[str, Seams]:
    """Every written form of a suffix with the stem endings that it fits: -LAр -> лар, лер, дар …"""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for last in LETTERS:
        for harmony in (BACK, FRONT):
            written = realise(suffix, last, harmony).translate(letters)
            found[written].add((last.translate(letters), harmony))
    return {written: frozenset(seams) for written, seams in found.items()}


def endings(letters: Mapping[int, str]) -> Mapping[str, tuple[Ending, ...]]:
    seams: dict[tuple[str, str], Seams] = defaultdict(frozenset)
    for name, slot in SLOTS.items():
        for suffix in slot.suffixes:
            for written, more in seams_by_form(suffix, letters).items():
                seams[written, name] |= more
    found: dict[str, tuple[Ending, ...]] = defaultdict(tuple)
    for (written, name), fitting in seams.items():
        found[written] += (Ending(name, fitting),)
    return dict(found)


def root_ends(letters: Mapping[int, str]) -> Mapping[str, tuple[WrittenEnd, ...]]:
    """Of one suffix the longest form first: ып before п."""
    found: dict[str, tuple[WrittenEnd, ...]] = defaultdict(tuple)
    for end in ROOT_ENDS:
        forms = seams_by_form(end.suffix, letters)
        for written in sorted(forms, key=len, reverse=True):
            found[written[-1]] += (WrittenEnd(end, written, forms[written]),)
    return dict(found)


def any_harmony(_stem: str) -> tuple[str, ...]:
    """Both harmonies: without Kazakh letters (ө typed as о, ү as у) harmony is unknown."""
    return BACK, FRONT


KAZAKH = Grammar(endings(AS_WRITTEN), root_ends(AS_WRITTEN), harmonies, "ыі")
TYPED_PLAINLY = Grammar(endings(TYPED), root_ends(TYPED), any_harmony, "ыи")
