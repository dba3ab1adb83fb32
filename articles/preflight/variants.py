"""A Kazakh word spelled in two ways in one article, with letters that are easily confused."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from articles.records.findings import Finding, Level
from articles.records.scripts import CONFUSABLE_PAIRS, Word

from .messages import fill, spot_in
from .subject import Passage, Subject

LETTERS_AT_LEAST = 4  # ол and өл, тұр and түр are both words
LETTERS_AT_MOST = 40
OTHERS: dict[str, str] = {
    letter: "".join(other for pair in CONFUSABLE_PAIRS if letter in pair for other in pair)
    for letter in {letter for pair in CONFUSABLE_PAIRS for letter in pair}
}

Place = tuple[Passage, Word]


def check_variants(subject: Subject) -> Iterator[Finding]:
    """A word that occurs less often than another which differs by one confusable letter."""
    places = _places(subject)
    for word, mine in places.items():
        for variant in _variants(word):
            theirs = places.get(variant, [])
            if len(theirs) > len(mine) and not _is_name(mine, theirs):
                yield _finding(word, variant, mine, len(theirs))


def _places(subject: Subject) -> dict[str, list[Place]]:
    places: dict[str, list[Place]] = defaultdict(list)
    for passage in subject.texts_in("kk"):
        for word in subject.words(passage):
            is_word = LETTERS_AT_LEAST <= len(word.text) <= LETTERS_AT_MOST
            if is_word and not word.text.isupper():
                places[word.text.lower()].append((passage, word))
    return places


def _variants(word: str) -> Iterator[str]:
    """All words that differ by one confusable letter, but not by a final н or ң (two endings)."""
    for at, letter in enumerate(word):
        if at == len(word) - 1 and letter in "нң":
            return
        for other in OTHERS.get(letter, ""):
            if other != letter:
                yield word[:at] + other + word[at + 1 :]


def _is_name(mine: list[Place], theirs: list[Place]) -> bool:
    """Whether the word is a name, such as Ким beside кім: capital within sentences, always."""
    return all(_capital_inside(*place) for place in mine) and not any(
        _capital_inside(*place) for place in theirs
    )


def _capital_inside(passage: Passage, word: Word) -> bool:
    before = passage.text[: word.start].rstrip(' «“"(')
    return word.text[0].isupper() and bool(before) and before[-1] not in ".!?:;…\n-–—"


def _finding(word: str, variant: str, mine: list[Place], count: int) -> Finding:
    passage, place = mine[0]
    return Finding(
        Level.WARNS,
        passage.field,
        "kk",
        fill(
            _("“%(word)s” is spelled “%(variant)s” elsewhere (%(mine)d : %(count)d)."),
            word=place.text,
            variant=variant,
            mine=len(mine),
            count=count,
        ),
        _("Choose one spelling."),
        rule="language",
        spot=spot_in(passage.text, place.start, place.end),
    )
