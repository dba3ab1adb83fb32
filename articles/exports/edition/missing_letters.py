"""Where an article has letters that the fonts of its PDF lack."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from articles.records.body import clean_body, plain_body
from articles.records.languages import LANGUAGES
from articles.records.record import Record

PRINTED = (
    "title", "abstract", "keywords", "authors", "affiliations", "copyright_holder", "statements",
    "funding", "references",
)  # fmt: skip


def missing_letters(record: Record, letters: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each field with each stretch of such letters in it, once.

    What is in no text of the article is in the head of its journal.
    """
    stretch = re.compile(f"(?:{'|'.join(map(re.escape, letters))})+")
    found = (
        (field, each) for field, text in printed_texts(record) for each in stretch.findall(text)
    )
    yield from dict.fromkeys(found) or [("journal", "".join(letters))]


def printed_texts(record: Record) -> Iterator[tuple[str, str]]:
    """Yield the fields of a record that its PDF prints, as paths, with their texts."""
    for name in PRINTED:
        yield from texts_of(name, msgspec.to_builtins(getattr(record, name)))
    yield "body", plain_body(clean_body(record.body))


def texts_of(path: str, value: Any) -> Iterator[tuple[str, str]]:
    """Yield the texts in a value; the path does not say their languages."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from texts_of(path if key in LANGUAGES else f"{path}.{key}", each)
    elif isinstance(value, list | tuple):
        for place, each in enumerate(value, 1):
            yield from texts_of(path if isinstance(each, str) else f"{path}[{place}]", each)
