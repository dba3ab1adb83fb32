"""Words without case and alphabet: `Kлючевые cлова` matches its label however it was typed."""

from __future__ import annotations

CYRILLIC = "АВЕКМНОРСТУХІЅЈҺЁӘƏ"
LATIN = "ABEKMHOPCTYXISJHEӘӘ"
QUOTES = "’‘ʼʻ`´ʹ"
DASHES = "‐‑‒–—−"
SHAPES = str.maketrans(
    CYRILLIC.replace("Ә", "") + QUOTES + DASHES,
    LATIN[:-2] + "Ә" + "'" * len(QUOTES) + "-" * len(DASHES),
)


def skeleton(text: str) -> str:
    """As long as the text, letter for letter."""
    upper = "".join(big if len(big := char.upper()) == 1 else char for char in text)
    return upper.translate(SHAPES)
