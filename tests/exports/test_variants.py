"""Every format of many records, each with one thing changed, is what it was, byte for byte.

The golden files have a digest a record; `written(format, dict(variants())[name])` is the export.
Citations and the tags of a page are compared in the same way.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from msgspec.structs import fields, replace

from articles.citations import STYLES, cite
from articles.exports import FORMATS, NotExportable, highwire
from articles.records.cleaning import InvalidValue
from articles.records.languages import LANGUAGES
from articles.records.record import Record
from articles.records.romanization import SCHEMES
from tests.broken_records import RECORDS
from tests.exports.articles import a_full_record, written
from tests.goldens import golden

KINDS = ("review", "conference", "editorial", "book_review", "letter", "correction", "retraction")
BARE = Record(language="kk")
KEPT = ("language", "journal", "site")  # without these there is no article


def variants() -> Iterator[tuple[str, Record]]:
    """The broken records, and the full one without one of its fields, or otherwise changed."""
    full = a_full_record()
    yield from RECORDS.items()
    yield "full", full
    for field in fields(Record):
        empty = getattr(BARE, field.name)
        if field.name not in KEPT and getattr(full, field.name) != empty:
            yield f"full without {field.name}", replace(full, **{field.name: empty})
    for code in LANGUAGES:
        yield f"full in {code}", replace(full, language=code)
        yield f"full with a title in {code} alone", replace(full, title={code: full.title[code]})
        names = tuple(
            replace(author, names={code: author.names[code]} if code in author.names else {})
            for author in full.authors
        )
        yield f"full with names in {code} alone", replace(full, authors=names)
    for kind in KINDS:
        yield f"full as {kind}", replace(full, type=kind)
    for status in ("draft", "retracted", "withdrawn"):
        yield f"full, {status}", replace(full, status=status)
    journal = full.journal
    for name in fields(type(journal)):
        if getattr(journal, name.name) and name.name not in ("slug", "policy"):
            without = replace(journal, **{name.name: type(getattr(journal, name.name))()})
            yield f"full, its journal without {name.name}", replace(full, journal=without)
    for scheme_kk in SCHEMES["kk"]:
        for scheme_ru in SCHEMES["ru"]:
            policy = replace(journal.policy, romanization_kk=scheme_kk, romanization_ru=scheme_ru)
            in_scheme = replace(journal, names_first="native", policy=policy)
            yield f"full by {scheme_kk} and {scheme_ru}", replace(full, journal=in_scheme)


def cited(record: Record) -> bytes:
    lines = [f"{cite(record, style, code)}" for style in STYLES for code in LANGUAGES]
    return "\n".join(lines).encode()


def tagged(record: Record) -> bytes:
    return repr([*highwire.tags(record), *highwire.dublin_core(record)]).encode()


def digests(write: Callable[[Record], bytes]) -> bytes:
    lines = []
    for name, record in variants():
        try:
            content = write(record)
        except (InvalidValue, NotExportable) as refusal:
            content = str(refusal).encode()
        lines.append(f"{hashlib.sha256(content).hexdigest()[:16]} {name}")
    return "\n".join([*lines, ""]).encode()


@pytest.mark.parametrize("format", FORMATS)
def test_exports_are_what_they_were(format):
    found = digests(partial(written, format))

    assert found == golden(f"variants/{format}.txt", found)


@pytest.mark.parametrize("write", [cited, tagged])
def test_citations_and_tags_are_what_they_were(write):
    found = digests(write)

    assert found == golden(f"variants/{write.__name__}.txt", found)
