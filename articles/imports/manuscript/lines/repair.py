"""Repair of a line before it is read: blanks, look-alike letters, broken web addresses."""

from __future__ import annotations

import re

from msgspec.structs import replace

from articles.imports.readers.line import Line, Span
from articles.records.scripts import fold_lookalikes

LONE_SCHWA = re.compile(r"(?<![A-Za-z])[əƏ](?![A-Za-z])")  # an initial: no word around it
SCHWAS = str.maketrans("əƏ", "әӘ")
# `В в е д е н и е. Всходы`; two blanks are between two such words.
SPACED = re.compile(r"(?<!\S)[^\W\d_](?: {1,3}[^\W\d_]){3,}(?=[\s.:,]|$)")
BLANKS = re.compile(r"[ \t]+")
# `https : // …` and `doi.org/ 10.…`
BROKEN_ADDRESS = re.compile(r"(https?)\s*:\s*//\s*|(doi\.org/)\s+(?=10\.)", re.IGNORECASE)


def repair_line(line: Line) -> Line:
    """Return the line with single blanks, whole addresses and each word in one alphabet.

    Its spans are moved along with the text; a repaired web address loses them.
    """
    text = SPACED.sub(lambda run: re.sub(r"(?<! ) (?! )", "", run[0]), line.text)
    text = BROKEN_ADDRESS.sub(lambda m: f"{m[1]}://" if m[1] else m[2], text)
    if text != line.text:
        line = replace(line, text=text, spans=())
    folded = LONE_SCHWA.sub(lambda m: m[0].translate(SCHWAS), fold_lookalikes(line.text))
    if len(folded) == len(line.text):
        line = replace(line, text=folded)
    return _single_blanks(line)


def _single_blanks(line: Line) -> Line:
    if not any(len(blank[0]) > 1 for blank in BLANKS.finditer(line.text)):
        return line
    places, text = [], ""
    for char in line.text:
        places.append(len(text))
        if char not in " \t" or not text.endswith(" "):
            text += " " if char == "\t" else char
    places.append(len(text))
    notes = tuple((places[at], mark) for at, mark in line.notes)
    spans = (Span(places[s.start], places[s.end], s.style) for s in line.spans)
    return replace(
        line, text=text.strip(), spans=tuple(s for s in spans if s.start < s.end), notes=notes
    )
