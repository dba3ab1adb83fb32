"""A second list of references where the manuscript has none: proposed by the journal's scheme."""

from __future__ import annotations

import msgspec

from articles.records.facts import Policy
from articles.records.languages import Language
from articles.records.record import Record, Reference
from articles.records.romanization import romanize
from articles.records.scripts import is_cyrillic, letters_of


def lacks_romanized(record: Record) -> bool:
    """Entries in Cyrillic, and not one of them romanized."""
    return any(language_of(one.text) for one in record.references) and not any(
        one.romanized for one in record.references
    )


def language_of(entry: str) -> Language | None:
    """Whose Cyrillic it is; Russian where there are too few letters to tell; None for Latin."""
    language = letters_of(entry)
    if language is None and any(map(is_cyrillic, entry)):
        return "ru"
    return None if language == "en" else language


def with_proposed_list(record: Record, policy: Policy) -> Record:
    """The same record where it has a list of its own or needs none."""
    if not lacks_romanized(record):
        return record
    references = tuple(proposed(one, policy) for one in record.references)
    return msgspec.structs.replace(record, references=references)


def proposed(reference: Reference, policy: Policy) -> Reference:
    """Letter by letter; an entry in Latin letters stands in the second list as it is."""
    language = language_of(reference.text)
    if language == "kk":
        written = romanize(reference.text, "kk", policy.romanization_kk)
    elif language == "ru":
        written = romanize(reference.text, "ru", policy.romanization_ru)
    else:
        written = reference.text
    return msgspec.structs.replace(reference, romanized=written)
