"""Turns what is left without suffixes into a key, the same for all spellings of one root."""

from articles.search.kazakh.grammar import Grammar
from articles.search.kazakh.phonology import VOWELS, devoiced

IOTATED = {"я": "йа", "ю": "йу"}
# Between these letters a narrow vowel is dropped before a vowel: орын, орн-ы; халық, халқ-ы.
BEFORE_FALL, AFTER_FALL = "рлнмйуз", "нзқкмлргпйш"


def split_iotated(word: str) -> str:
    """я and ю after a vowel written as two letters: қою -> қойу, тояды -> тойады."""
    letters = [
        IOTATED.get(letter, letter) if before in VOWELS else letter
        for before, letter in zip(" " + word, word, strict=False)
    ]
    return "".join(letters).replace("ё", "е")


def root_key(stem: str, grammar: Grammar) -> str:
    """The key of a stem: without its ambiguous end and the vowel that may be dropped, devoiced."""
    before, cut_count = "", 0
    while stem != before:
        before = stem
        sounded = devoiced(stem.rstrip("ь"))
        rest = without_root_end(sounded, grammar, cut_count)
        cut_count += rest != sounded
        stem = without_narrow_end(rest, grammar.narrow)
    return without_falling_vowel(stem, grammar.narrow)


def without_root_end(stem: str, grammar: Grammar, cut_count: int) -> str:
    """Cut an end that looks like a suffix even if it belongs to the root: есеп -> есе.

    Each further cut must leave one letter more, or little would remain of қалып-та-с-.
    """
    for end, written, seams in grammar.root_ends.get(stem[-1:], ()):
        rest = stem.removesuffix(written)
        if (
            end.least + cut_count <= len(rest) < len(stem)
            and (not end.after or rest[-1] in end.after)
            and not VOWELS.isdisjoint(rest)
            and grammar.fits(rest, seams)
        ):
            return rest
    return stem


def without_narrow_end(stem: str, narrow: str) -> str:
    """кісі -> кіс, оқы- -> оқ: the same for a possessive ending and a ы or і of the root."""
    while len(stem) > 2 and stem[-1] in narrow:
        stem = stem[:-1]
    return stem


def without_falling_vowel(stem: str, narrow: str) -> str:
    """халық -> халқ, as in халқы; ауыз -> ауз, as in аузы."""
    if (
        len(stem) > 3
        and stem[-1] in AFTER_FALL
        and stem[-2] in narrow
        and stem[-3] in BEFORE_FALL
        and not VOWELS.isdisjoint(stem[:-2])
    ):
        return stem[:-2] + stem[-1]
    return stem
