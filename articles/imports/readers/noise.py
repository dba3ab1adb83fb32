"""What stands among the words and is none: pictures written as letters, a broken file's noise."""

from __future__ import annotations

import re
import unicodedata

from msgspec.structs import replace

from articles.imports.readers.line import Line

LONGEST_WORD = 1000  # characters; the longest web addresses are shorter
NO_WORD = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")


def without_noise(line: Line) -> Line:
    """The line with an ellipsis for what is no word: later steps look at words letter by letter.

    Its letters composed, also where a letter and its accent came from two runs.
    """
    if not unicodedata.is_normalized("NFC", line.text):
        line = replace(line, text=unicodedata.normalize("NFC", line.text), spans=())
    if len(line.text) <= LONGEST_WORD or not NO_WORD.search(line.text):
        return line
    return replace(line, text=NO_WORD.sub("…", line.text), spans=())
