"""Cyrillic letters of other alphabets, so that none stays in a romanized text."""

from __future__ import annotations

import unicodedata

from articles.records.romanization.kazakh import BGN_PCGN
from articles.records.romanization.russian import BGN_PCGN as RUSSIAN_BGN_PCGN
from articles.records.romanization.scheme import letters

# Ukrainian, Belarusian, Serbian, Macedonian; Kyrgyz, Uzbek, Tajik, Tatar, Bashkir; old Russian.
LETTERS = (
    dict(BGN_PCGN.letters)
    | dict(RUSSIAN_BGN_PCGN.letters)
    | letters("ї yi є ye ґ g ў w ђ đ ѓ ǵ ѕ dz ј j љ lj њ nj ћ ć ќ ḱ џ dž")
    | letters("ҳ h ҷ j ҹ j ҙ dh ҫ th ҡ q ҥ ng ӊ ng ӣ ī ӯ ū җ j ӑ ă ӗ ĕ ӳ ü ҝ k ѣ e ѳ f ѵ i ѫ u")
)


def other_letter(letter: str) -> str:
    """Return a small letter of no scheme: from the list, by its base letter or Unicode name."""
    base = unicodedata.normalize("NFD", letter)[0]
    known = LETTERS.get(letter, LETTERS.get(base))
    if known is None:
        return unicodedata.name(letter, "").rpartition(" ")[2].lower()
    return known
