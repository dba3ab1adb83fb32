"""Folding of letters, for words that are typed without Kazakh letters or in Latin script.

Texts and queries are folded to the same plain Cyrillic, so өнер, онер and oner match. Different
words such as ұн and үн match too, so a folded key counts less than an exact one.
"""

import re
import unicodedata

from articles.records.scripts import is_latin
from articles.search.kazakh.grammar import TYPED

PLAIN = str.maketrans(
    {"ё": "е", "э": "е", "щ": "ш", "я": "иа", "ю": "иу", "ъ": "", "ь": "", "ʼ": "", "'": ""}
) | dict(TYPED)
MERGED = (("нгг", "н"), ("нг", "н"), ("ии", "и"))

# Latin as it is typed and in the usual romanizations. y and c depend on the letters beside them.
TYPED_LATIN = """
    shch=ш sch=ш tsh=тш tch=тч yo=е ye=е zh=ж kh=х gh=г ch=ч sh=ш ts=ц tz=ц ph=ф
    â=я û=ю ž=ж č=ч š=ш ŝ=ш ş=ш ç=ч ğ=г ġ=г ñ=н ı=и ə=а ß=с
    a=а b=б d=д e=е f=ф g=г h=х i=и j=ж k=к l=л m=м n=н o=о p=п q=к r=р s=с t=т u=у
    v=в w=у x=кс z=з
"""
LATIN = dict(pair.split("=") for pair in TYPED_LATIN.split())
LATIN_SIGNS = re.compile("|".join(sorted(LATIN, key=len, reverse=True)) + "|.", re.DOTALL)
VOWELS = frozenset("aeiou")
TYPED_LENGTH = 120


def fold(word: str) -> str:
    """The word in plain Cyrillic: the same for Қазақстан, Казакстан and Qazaqstan."""
    word = unicodedata.normalize("NFC", word).lower()
    if any(map(is_latin, word)):
        word = LATIN_SIGNS.sub(lambda found: cyrillic(word, found.start(), found[0]), word)
    plain = word.translate(PLAIN)
    for typed, merged in MERGED:
        plain = plain.replace(typed, merged)
    return plain


def typed(text: str) -> str:
    """A text as suggestions compare it: folded letters and digits, words separated by one space."""
    letters = "".join(sign if sign.isalnum() else " " for sign in fold(text[:TYPED_LENGTH]))
    return " ".join(letters.split())


def cyrillic(word: str, at: int, sign: str) -> str:
    if sign in LATIN:
        return LATIN[sign]
    base = bare(sign)
    if base == "c":
        return "ц" if bare(word[at + 1 : at + 2]) in {"e", "i", "y"} else "к"
    if base == "y":
        return "и" if glides(word, at) else "ы"
    return LATIN.get(base, sign)


def glides(word: str, at: int) -> bool:
    """Whether y stands for й, as beside a vowel (aymaq), but not in qyzyl or after u in auyl."""
    before, after = bare(word[at - 1 : at]), bare(word[at + 1 : at + 2])
    if before in {"u", "i"} and bare(word[at - 2 : at - 1]) in VOWELS:
        return False
    return before in VOWELS or after in VOWELS


def bare(sign: str) -> str:
    """The letter without its marks: ü -> u."""
    return unicodedata.normalize("NFD", sign)[:1]
