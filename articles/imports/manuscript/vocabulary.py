"""The words of organisations, places, degrees, posts, headings (vocabulary.json), as patterns."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import msgspec

VOCABULARY: dict[str, tuple[str, ...]] = msgspec.json.decode(
    Path(__file__).with_suffix(".json").read_bytes(), type=dict[str, tuple[str, ...]]
)
REMEMBERED = 4_000  # texts; a line is asked the same again and again


class Words:
    """Words of some kinds, in small letters, looked for in texts of any case."""

    def __init__(self, *kinds: str, exact: str = r"(?!)") -> None:
        """`exact` is a pattern of what is looked for in this case alone."""
        self._words = re.compile("|".join(word for kind in kinds for word in VOCABULARY[kind]))
        self._exact = re.compile(exact)

    def are_in(self, text: str) -> bool:
        """Whether the text has any of the words."""
        return _is_in(self._words, text.lower()) or _is_in(self._exact, text)

    def begin(self, text: str) -> bool:
        """Whether the text begins with any of the words."""
        return self._words.match(text.lower()) is not None


@lru_cache(REMEMBERED)
def _is_in(words: re.Pattern[str], text: str) -> bool:
    return words.search(text) is not None


ORGANISATION = Words("organisation")
# Words that only organisations have; the others also occur in titles of articles.
SURELY_ORGANISATION = Words("sure organisation")
UNIT, WHOLE = Words("unit"), Words("whole")  # a part of an organisation, and what has parts
PLACE = Words("place", exact=r"\bг\.\s|\bқ\.(?:,|$|\))")
PERSON_KINDS = ("post of a person", "degree of a person", "title of a person")
DEGREE = Words("degree", *PERSON_KINDS)  # degrees, titles and posts
ADDRESS = Words("address")
FORM_OF_ADDRESS = Words("form of address")  # before a name: `Dr.`, `Prof.`
NO_AUTHOR = Words("no author")  # who is named, but has not written the article
JOURNAL, CONFERENCE, CAPTION = (Words(kind) for kind in ("journal", "conference", "caption"))
# Abbreviations whose full stop belongs to them at the end of an affiliation.
KEEPS_STOP = re.compile(r"\b(?:қ|г|ж|обл|р|ltd|inc|u\.s\.a|т\.б|др|etc|jr)\.$", re.IGNORECASE)
