"""Roman numerals typed in Cyrillic letters: ХХІ for XXI."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.records.scripts.words import Spot

NUMERAL = re.compile("(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
LATIN = str.maketrans("ХІУ", "XIV")
SIGNS = re.compile(r"(?<![^\W_])[ХІУIVXL]+(?![^\W_])")

# What a single Х or І must be followed by to be a number: century, volume, chapter.
COUNTED = re.compile(r"[\s\u00a0]*-?(?:ғ\b|ғғ\b|ғас|в\.|вв\.|век|ст\.|том\b|бөлім|тарау)")


def cyrillic_numerals(text: str) -> Iterator[Spot]:
    """Numerals with a Cyrillic letter in them, each with its Latin form."""
    for found in SIGNS.finditer(text):
        mended = numeral(found[0])
        if mended and (len(mended) > 1 or COUNTED.match(text, found.end())):
            yield Spot(found[0], found.start(), found.end(), mended)


def numeral(word: str) -> str:
    """The Latin form of a numeral typed, wholly or in part, in Cyrillic letters; else ''."""
    mended = word.translate(LATIN)
    is_meant = mended.isascii() and not word.isascii() and word.strip("У")
    return mended if is_meant and NUMERAL.fullmatch(mended) else ""
