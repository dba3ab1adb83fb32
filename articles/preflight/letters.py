"""Letters of the wrong alphabet: look-alikes inside words, roman numerals typed in Cyrillic."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.records.findings import Finding, Level
from articles.records.scripts import WordCorrection, cyrillic_numerals, mixed_words

from .proof import Passage, Proof
from .saying import say, spot

REPLACE = _("Replace with “%(mended)s”.")


def check_mixed_words(proof: Proof) -> Iterator[Finding]:
    """Latin letters inside Cyrillic words and the reverse, everywhere; addresses left out."""
    message = _("“%(word)s” mixes Latin and Cyrillic letters, or has a letter not used in Kazakh.")
    for passage in (*proof.texts, *proof.names, *proof.references):
        yield from _each_once(proof, passage, mixed_words, message)


def check_cyrillic_numerals(proof: Proof) -> Iterator[Finding]:
    """ХХІ in Cyrillic letters, where search and machines want XXI."""
    message = _("“%(word)s”: a roman numeral typed in Cyrillic letters.")
    for passage in (*proof.texts, *proof.references):
        yield from _each_once(proof, passage, cyrillic_numerals, message)


def _each_once(
    proof: Proof,
    passage: Passage,
    find: Callable[[str], Iterator[WordCorrection]],
    message: Promise,
) -> Iterator[Finding]:
    """One finding a word: its first place stands for all."""
    seen: set[str] = set()
    for found in find(proof.blanked(passage)):
        if found.word in seen:
            continue
        seen.add(found.word)
        yield Finding(
            Level.WARNS,
            passage.field,
            passage.language,
            say(message, word=found.word),
            say(REPLACE, mended=found.correction),
            rule="language",
            spot=spot(passage.text, found.start, found.end),
        )
