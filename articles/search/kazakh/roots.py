"""From what the suffixes leave to the key: spellings of one root are brought together."""

from articles.search.kazakh.grammar import Grammar
from articles.search.kazakh.phonology import VOWELS, devoiced

IOTATED = {"я": "йа", "ю": "йу"}
# A narrow vowel falls between these when a vowel follows: орын, орн-ы; халық, халқ-ы.
BEFORE_FALL, AFTER_FALL = "рлнмйуз", "нзқкмлргпйш"


def opened(word: str) -> str:
    """я and ю after a vowel as the two sounds they are: қою -> қойу, тояды -> тойады."""
    letters = [
        IOTATED.get(letter, letter) if before in VOWELS else letter
        for before, letter in zip(" " + word, word, strict=False)
    ]
    return "".join(letters).replace("ё", "е")


def root_key(stem: str, grammar: Grammar) -> str:
    """The key of a stem: its ambiguous end cut, devoiced, without the vowel that may fall."""
    before, cut_count = "", 0
    while stem != before:
        before = stem
        sounded = devoiced(stem.rstrip("ь"))
        rest = without_root_end(sounded, grammar, cut_count)
        cut_count += rest != sounded
        stem = without_narrow_end(rest, grammar.narrow)
    return without_falling_vowel(stem, grammar.narrow)


def without_root_end(stem: str, grammar: Grammar, cut_count: int) -> str:
    """Cut what looks like a suffix though it may be the root's own: есеп -> есе.

    Each further cut must leave a letter more, or little would be left of қалып-та-с-.
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
    """кісі -> кіс, оқы- -> оқ: so that possession and a root's own ы, і meet."""
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
