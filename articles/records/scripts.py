"""Letters: words, the look-alikes that creep into them, and the language that they tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from articles.records.languages import Language

KAZAKH_LETTERS = frozenset("әғқңөұүһіӘҒҚҢӨҰҮҺІ")

# (Kazakh letter, what is typed for it): ө/о, қ/к … and the pairs within Kazakh that OCR confuses.
CONFUSABLE_PAIRS: tuple[tuple[str, str], ...] = (
    ("ө", "ә"),
    ("ө", "о"),
    ("і", "и"),
    ("ү", "у"),
    ("ұ", "у"),
    ("қ", "к"),
    ("ғ", "г"),
    ("ң", "н"),
    ("ә", "а"),
    ("і", "ы"),
)

# Latin and Cyrillic letters drawn alike. Those after the gap look alike to OCR or in a Kazakh font.
LATIN = "aceiopxyABCEHIKMOPTXY" + "hkəƏɵƟ"
CYRILLIC = "асеіорхуАВСЕНІКМОРТХУ" + "һкәӘөӨ"
TO_CYRILLIC = dict(zip(LATIN, CYRILLIC, strict=True))
TO_LATIN = dict(zip(CYRILLIC, LATIN, strict=True)) | {"Һ": "h", "ѕ": "s", "ј": "j", "Ѕ": "S"}
NEVER_LATIN = str.maketrans("ӊӉ", "ңҢ")  # the hook of another alphabet's letter

MARKS = "\u0300-\u036f"
JOINERS = "-\u2010\u2011'’ʹʼ‘`\u00ad"
WORD = re.compile(rf"[^\W_][{MARKS}]*(?:[{JOINERS}]?[^\W_][{MARKS}]*)*['’ʹ]?")
LETTERS = re.compile(rf"(?:[^\W\d_][{MARKS}]*)+")
QUOTES = "'’‘"

NUMERAL = re.compile("M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
CYRILLIC_NUMERAL = {"Х": "X", "І": "I", "У": "V"}
NUMERAL_SIGNS = frozenset("ХІУIVX")
COUNTED = re.compile(r"[\s\u00a0]*-?(?:ғ\b|ғас|в\.|вв\.|век|веко|ст\.|том\b|бөлім|тарау)")


class Word(msgspec.Struct, frozen=True):
    """A word and where it stands."""

    text: str
    start: int
    end: int


class Spot(msgspec.Struct, frozen=True):
    """A word that looks wrong, where it stands, and how it would be right."""

    word: str
    start: int
    end: int
    mended: str


def words(text: str) -> Iterator[Word]:
    """Words with their inner hyphens and apostrophes; a soft sign's apostrophe may end one."""
    for found in WORD.finditer(text):
        word, end = found[0], found.end()
        if word[-1] in QUOTES and not _is_soft_sign(text, found.start(), word):
            word, end = word[:-1], end - 1
        yield Word(word, found.start(), end)


def fold_lookalikes(text: str) -> str:
    """The text with each word in one script; what is certain neither way, and numerals, stay."""
    upright = _upright(text)
    return LETTERS.sub(lambda found: _mended(found[0], upright), text)


def mixed_words(text: str) -> Iterator[Spot]:
    """The words that fold_lookalikes would mend."""
    upright = _upright(text)
    for word in words(text):
        mended = LETTERS.sub(lambda found: _mended(found[0], upright), word.text)
        if mended != word.text:
            yield Spot(word.text, word.start, word.end, mended)


def cyrillic_numerals(text: str) -> Iterator[Spot]:
    """Roman numerals typed in Cyrillic letters, wholly or in part: ХХІ for XXI."""
    for found in LETTERS.finditer(text):
        mended = _numeral(found[0])
        if mended and (len(mended) > 1 or COUNTED.match(text, found.end())):
            yield Spot(found[0], found.start(), found.end(), mended)


def letters_of(text: str) -> Language | None:
    """The language that the letters tell, or None where they are too few to tell it."""
    cyrillic = [run for run in LETTERS.findall(text) if any(map(is_cyrillic, run))]
    letters = sum(map(len, cyrillic))
    latin = sum(is_latin(sign) for sign in text)
    if latin > letters:
        return "en" if latin >= 10 else None
    kazakh = sum(not KAZAKH_LETTERS.isdisjoint(fold_lookalikes(run)) for run in cyrillic)
    if letters >= 4 and kazakh * 5 >= len(cyrillic):
        return "kk"
    return "ru" if letters >= 15 else None


def is_cyrillic(sign: str) -> bool:
    return "\u0400" <= sign <= "\u052f"


def is_latin(sign: str) -> bool:
    return sign.isalpha() and (sign <= "\u02af" or "\u1e00" <= sign <= "\u1eff")


def _is_soft_sign(text: str, start: int, word: str) -> bool:
    """Whether the last apostrophe is a letter's (sovremennost'), no quotation's or plural's."""
    return word[-2] not in "sS" and not (start and text[start - 1] in QUOTES)


def _upright(text: str) -> bool:
    """Whether a Latin Y in this text stands for the Kazakh Ү rather than for У."""
    return not KAZAKH_LETTERS.isdisjoint(text)


def _mended(run: str, upright: bool) -> str:
    run = run.translate(NEVER_LATIN)
    cyrillic = [sign for sign in run if is_cyrillic(sign)]
    latin = [sign for sign in run if is_latin(sign)]
    if not cyrillic or not latin or _numeral(run):
        return run
    certain_cyrillic = any(sign not in TO_LATIN for sign in cyrillic)
    certain_latin = any(sign not in TO_CYRILLIC for sign in latin)
    if certain_cyrillic == certain_latin:
        certain_cyrillic, certain_latin = len(cyrillic) > len(latin), len(latin) > len(cyrillic)
    if certain_cyrillic and all(sign in TO_CYRILLIC for sign in latin):
        table = TO_CYRILLIC | ({"Y": "Ү"} if upright else {})
    elif certain_latin and all(sign in TO_LATIN for sign in cyrillic):
        table = TO_LATIN
    else:
        return run
    return "".join(table.get(sign, sign) for sign in run)


def _numeral(run: str) -> str:
    """The roman numeral that this run is meant to be, if it has a Cyrillic letter and is one."""
    if not NUMERAL_SIGNS.issuperset(run) or run.isascii() or run.strip("У") == "":
        return ""
    mended = "".join(CYRILLIC_NUMERAL.get(sign, sign) for sign in run)
    return mended if NUMERAL.fullmatch(mended) else ""
