"""Removes suffixes from the right: every chain that slots, harmony and assimilation allow."""

from collections.abc import Callable, Iterator

from articles.search.kazakh.grammar import KAZAKH, Grammar
from articles.search.kazakh.phonology import OPEN, VOWELS, devoiced
from articles.search.kazakh.suffixes import FIRST, SLOTS, VERBAL

# The only verbs of two letters that end in a vowel: де- say, же- eat.
OPEN_VERBS = ("де", "же")
NARROW = "ыі"
LONGEST = max(map(len, KAZAKH.endings))


def stems(word: str, grammar: Grammar = KAZAKH) -> Iterator[str]:
    """The word, and what is left of it without each allowed chain of suffixes."""
    waiting = [(word, "")]
    seen = set(waiting)
    while waiting:
        rest, last_cut = waiting.pop()
        if not last_cut or SLOTS[last_cut].bare:
            yield rest
        slots = SLOTS[last_cut].before if last_cut else FIRST
        fresh = set(cuts(rest, slots, grammar)) - seen
        seen |= fresh
        waiting.extend(fresh)


def cuts(word: str, slots: tuple[str, ...], grammar: Grammar) -> Iterator[tuple[str, str]]:
    """The stems without one suffix of these slots, each with the slot."""
    for length in range(1, min(LONGEST, len(word) - 2) + 1):
        suffix = word[-length:]
        stem = before(suffix, word[:-length])
        for slot, seams in grammar.endings.get(suffix, ()):
            if slot in slots and is_stem(stem, slot) and grammar.fits(stem, seams):
                yield stem, slot


def before(suffix: str, stem: str) -> str:
    """The stem as it ends before anything but a vowel: кітаб|ы -> кітап, азығ|ы -> азық."""
    return devoiced(stem) if suffix[0] in VOWELS else stem


def is_stem(stem: str, slot: str) -> bool:
    """Whether a stem can take a suffix of the slot: ал, іс, су, де|ді, but not ба|ла, ау|дан."""
    if slot in VERBAL and stem in OPEN_VERBS:
        return True
    if slot in CHECKS and not CHECKS[slot](stem):
        return False
    shortest = 3 if stem[-1] in OPEN or (stem[-1] == "у" and stem[0] in OPEN) else 2
    return len(stem) >= max(shortest, SLOTS[slot].least) and not VOWELS.isdisjoint(stem)


def takes_third(stem: str) -> bool:
    """Whether -сы fits a stem in ы or і: басшы|сы, but жұмыс|ы and жұмыс|ын.

    Nouns in -ыс outnumber those in -ы, except after the letters of -шы, -ды, -кі and the like.
    """
    return stem[-1] not in NARROW or stem[-2] in "шдткқгжсп"


def ends_like_verb(stem: str) -> bool:
    """Whether a verb root can end like this before -A (айт|ады, бар|ады).

    Not баста|ды: there is no root баст-.

    Roots end in one consonant, or in two of which the first is sonorous and the last a stop.
    """
    last, before_last = stem[-1], stem[-2:-1]
    if last == "и":
        return len(stem) == 2
    return last in OPEN or before_last in VOWELS or (before_last in "рлнйу" and last in "тқкп")


def ends_like_habit(stem: str) -> bool:
    """The same before -AтIн, but not мемлек|етін, үкім|етін, табиғ|атын: these are nouns in -Aт.

    A verb of several syllables ends in the sound of a voice or a verb-making suffix.
    """
    syllables = sum(letter in VOWELS for letter in stem)
    return ends_like_verb(stem) and (syllables == 1 or stem[-1] in "рлнстйз")


CHECKS: dict[str, Callable[[str], bool]] = {
    "third": takes_third,
    "wish": takes_third,
    "present": ends_like_verb,
    "habitual": ends_like_habit,
    "passive": lambda stem: stem[-1] not in NARROW,  # оқ|ылды, not ауы|лды
    "passive_n": lambda stem: stem.endswith(("л", "ла", "ле")),  # алын-, белгілен-
}
