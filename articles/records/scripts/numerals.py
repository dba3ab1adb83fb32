"""Roman numerals typed in Cyrillic letters: ХХІ for XXI."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.records.scripts.words import WordCorrection

NUMERAL = re.compile("(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
LATIN = str.maketrans("ХІУ", "XIV")
SIGNS = re.compile(r"(?<![^\W_])[ХІУIVXL]+(?![^\W_])")

# Words after a single Х or І that make it a number: century, volume, chapter.
COUNTED = re.compile(r"[\s\u00a0]*-?(?:ғ\b|ғғ\b|ғас|в\.|вв\.|век|ст\.|том\b|бөлім|тарау)")


def cyrillic_numerals(text: str) -> Iterator[WordCorrection]:
    """The numerals with a Cyrillic letter, each with its Latin form."""
    for match in SIGNS.finditer(text):
        latin_form = numeral(match[0])
        if latin_form and (len(latin_form) > 1 or COUNTED.match(text, match.end())):
            yield WordCorrection(match[0], match.start(), match.end(), latin_form)


def numeral(word: str) -> str:
    """Return the Latin form of a numeral with Cyrillic letters, '' if it is none."""
    latin_form = word.translate(LATIN)
    is_meant = latin_form.isascii() and not word.isascii() and word.strip("У")
    return latin_form if is_meant and NUMERAL.fullmatch(latin_form) else ""
