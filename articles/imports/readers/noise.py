"""Noise in a line: pictures encoded as text, garbage of a broken file, decomposed letters."""

from __future__ import annotations

import re
import unicodedata

from msgspec.structs import replace

from articles.imports.readers.line import Line

LONGEST_WORD = 1000  # characters; the longest web addresses are shorter
NO_WORD = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")


def without_noise(line: Line) -> Line:
    """Return the line in NFC, with an ellipsis in place of endless words.

    Later steps look at words letter by letter. A letter and its accent may come from two runs,
    so the line is normalized once more.
    """
    if not unicodedata.is_normalized("NFC", line.text):
        line = replace(line, text=unicodedata.normalize("NFC", line.text), spans=())
    if len(line.text) <= LONGEST_WORD or not NO_WORD.search(line.text):
        return line
    return replace(line, text=NO_WORD.sub("…", line.text), spans=())
