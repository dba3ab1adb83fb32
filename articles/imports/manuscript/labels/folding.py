"""Letters folded across case and alphabet, so that `Kлючевые cлова` equals its label."""

from __future__ import annotations

CYRILLIC = "АВЕКМНОРСТУХІЅЈҺЁӘƏ"
LATIN = "ABEKMHOPCTYXISJHEӘӘ"
QUOTES = "’‘ʼʻ`´ʹ"
DASHES = "‐‑‒–—−"
FOLDED = str.maketrans(
    CYRILLIC.replace("Ә", "") + QUOTES + DASHES,
    LATIN[:-2] + "Ә" + "'" * len(QUOTES) + "-" * len(DASHES),
)


def fold_letters(text: str) -> str:
    """Return the text in capitals with look-alike Cyrillic as Latin; its length stays the same."""
    upper = "".join(big if len(big := char.upper()) == 1 else char for char in text)
    return upper.translate(FOLDED)
