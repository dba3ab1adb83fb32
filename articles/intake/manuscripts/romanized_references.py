"""The romanized reference list, proposed by the journal's scheme if the manuscript has none."""

from __future__ import annotations

import msgspec

from articles.records.facts import Policy
from articles.records.languages import Language
from articles.records.record import Record, Reference
from articles.records.romanization import romanize
from articles.records.scripts import is_cyrillic, language_by_letters


def lacks_romanized(record: Record) -> bool:
    """Whether there are references in Cyrillic and none of them is romanized."""
    return any(cyrillic_language(reference.text) for reference in record.references) and not any(
        reference.romanized for reference in record.references
    )


def cyrillic_language(text: str) -> Language | None:
    """Kazakh or Russian by the letters, Russian if they do not tell; None for Latin letters."""
    language = language_by_letters(text)
    if language is None and any(map(is_cyrillic, text)):
        return "ru"
    return None if language == "en" else language


def with_proposed_romanized(record: Record, policy: Policy) -> Record:
    """The record unchanged if it has a romanized list or needs none."""
    if not lacks_romanized(record):
        return record
    references = tuple(romanized(reference, policy) for reference in record.references)
    return msgspec.structs.replace(record, references=references)


def romanized(reference: Reference, policy: Policy) -> Reference:
    """Letter by letter; a reference in Latin letters is repeated as it is."""
    language = cyrillic_language(reference.text)
    if language == "kk":
        text = romanize(reference.text, "kk", policy.romanization_kk)
    elif language == "ru":
        text = romanize(reference.text, "ru", policy.romanization_ru)
    else:
        text = reference.text
    return msgspec.structs.replace(reference, romanized=text)
