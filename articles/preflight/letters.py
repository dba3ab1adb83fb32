"""Letters of the wrong alphabet: look-alikes in words, roman numerals in Cyrillic letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.records.findings import Finding, Level
from articles.records.scripts import WordCorrection, cyrillic_numerals, mixed_words

from .messages import fill, spot_in
from .subject import Passage, Subject

REPLACE = _("Replace with “%(correction)s”.")


def check_mixed_words(subject: Subject) -> Iterator[Finding]:
    """Latin letters in Cyrillic words and the reverse, in all texts, except in addresses."""
    message = _("“%(word)s” mixes Latin and Cyrillic letters, or has a letter not used in Kazakh.")
    for passage in (*subject.texts, *subject.names, *subject.references):
        yield from _each_once(subject, passage, mixed_words, message)


def check_cyrillic_numerals(subject: Subject) -> Iterator[Finding]:
    """ХХІ in Cyrillic letters, which search and other programs do not read as XXI."""
    message = _("“%(word)s”: a roman numeral typed in Cyrillic letters.")
    for passage in (*subject.texts, *subject.references):
        yield from _each_once(subject, passage, cyrillic_numerals, message)


def _each_once(
    subject: Subject,
    passage: Passage,
    find: Callable[[str], Iterator[WordCorrection]],
    message: Promise,
) -> Iterator[Finding]:
    """One finding for each word, at the first place where it occurs."""
    seen: set[str] = set()
    for mistake in find(subject.without_links(passage)):
        if mistake.word in seen:
            continue
        seen.add(mistake.word)
        yield Finding(
            Level.WARNS,
            passage.field,
            passage.language,
            fill(message, word=mistake.word),
            fill(REPLACE, correction=mistake.correction),
            rule="language",
            spot=spot_in(passage.text, mistake.start, mistake.end),
        )
