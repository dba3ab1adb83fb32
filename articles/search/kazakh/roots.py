"""From what the suffixes leave to the key: spellings of one root are brought together."""

from functools import cache
from typing import NamedTuple

from articles.search.kazakh.harmony import harmonies
from articles.search.kazakh.phonology import VOWELS, devoiced
from articles.search.kazakh.slots import seams_of

IOTATED = {"я": "йа", "ю": "йу"}
NARROW = "ыі"
# A narrow vowel falls between these when a vowel follows: орын, орн-ы; халық, халқ-ы.
BEFORE_FALL, AFTER_FALL = "рлнмйуз", "нзқкмлргпйш"


class RootEnd(NamedTuple):
    suffix: str
    least: int
    after: str = ""


# A root may itself end as a suffix does, and the word alone cannot tell which: есеп is no
# converb, мәтін no accusative. So such an end is cut from every root alike: есеп and есеб-і
# then meet. `after`: the letters that it must follow; `least`: the fewest letters left.
ROOT_ENDS = (
    RootEnd("(I)п", 3),  # есеп, мектеп, талап ~ қарап
    RootEnd("(I)л", 5),  # материал ~ қаралды
    RootEnd("(I)м", 3),  # білім, көлем ~ атым, балам
    RootEnd("Iн", 3),  # мәтін, қатын ~ атын
    RootEnd("н", 4, "ае"),  # чемпион-ы, кешен-і ~ бала-ны
    RootEnd("DI", 3),  # күшті, қорытынды ~ адамды, барды
    RootEnd("DA", 4),  # елорда, қағида ~ қалада
    RootEnd("сA", 3),  # нәрсе ~ барса
    RootEnd("A", 5),  # a converb of a long verb: жігерлендіре
    RootEnd("с", 4, "ае"),  # бизнес-і, қатынас-ы ~ база-сы
    RootEnd("Iс", 2, "шдткқгжсп"),  # батыс-ы ~ басшы-сы: slots.takes_third
    RootEnd("н", 2, "рлйуз"),  # мойн-ы, орн-ы: the same roots as мойын, орын
    RootEnd("т", 3, "кқпстф"),  # факт-ы ~ айт-ты
    RootEnd("д", 4),  # no Kazakh root ends in д: съезд-і ~ келді
    RootEnd("тан", 3, "с"),  # Қазақстан ~ соғыстан
    RootEnd("й", 4, "ае"),  # жағдай-ды, Ресей-ді ~ қарайды
)


def opened(word: str) -> str:
    """я and ю after a vowel as the two sounds they are: қою -> қойу, тояды -> тойады."""
    letters = [
        IOTATED.get(letter, letter) if before in VOWELS else letter
        for before, letter in zip(" " + word, word, strict=False)
    ]
    return "".join(letters).replace("ё", "е")


def root_key(stem: str) -> str:
    """The key of a stem: its ambiguous end cut, devoiced, without the vowel that may fall."""
    before = ""
    while stem != before:
        before = stem
        stem = without_narrow_end(without_root_end(devoiced(stem.rstrip("ь"))))
    return without_falling_vowel(stem)


def without_root_end(stem: str) -> str:
    """Cut what looks like a suffix though it may be the root's own: есеп -> есе."""
    for end in ROOT_ENDS:
        for written in written_forms(end):
            rest = stem.removesuffix(written)
            if rest != stem and ends_so(rest, written, end):
                return rest
    return stem


@cache
def written_forms(end: RootEnd) -> dict[str, frozenset[tuple[str, str]]]:
    """Longest first, since ып must be tried before п."""
    seams = seams_of(end.suffix)
    return {written: frozenset(seams[written]) for written in sorted(seams, key=len, reverse=True)}


def ends_so(rest: str, written: str, end: RootEnd) -> bool:
    return (
        len(rest) >= end.least
        and (not end.after or rest[-1] in end.after)
        and not VOWELS.isdisjoint(rest)
        and any((rest[-1], harmony) in written_forms(end)[written] for harmony in harmonies(rest))
    )


def without_narrow_end(stem: str) -> str:
    """кісі -> кіс, оқы- -> оқ: so that possession and a root's own ы, і meet."""
    while len(stem) > 2 and stem[-1] in NARROW:
        stem = stem[:-1]
    return stem


def without_falling_vowel(stem: str) -> str:
    """халық -> халқ, as in халқы; ауыз -> ауз, as in аузы."""
    if (
        len(stem) > 3
        and stem[-1] in AFTER_FALL
        and stem[-2] in NARROW
        and stem[-3] in BEFORE_FALL
        and not VOWELS.isdisjoint(stem[:-2])
    ):
        return stem[:-2] + stem[-1]
    return stem
