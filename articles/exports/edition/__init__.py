"""The article's PDF, made from the record alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from articles.exports.edition.content import content_of
from articles.exports.edition.record_hash import record_hash
from articles.exports.typesetting.body import picture_names
from articles.exports.typesetting.compiler import Typeset
from articles.exports.typesetting.typesetter import (
    Attempt,
    first_typeset,
    is_of_shown_kind,
)
from articles.records.record import Record

__all__ = ["record_hash", "typeset_article"]

TEMPLATE = Path(__file__).with_name("edition.typ")


def typeset_article(record: Record, pictures: Mapping[str, bytes]) -> Typeset:
    """Return the PDF, and what could not be typeset as it is; `pictures` are its images.

    The same record gives the same bytes. Raises TypesettingFailed.
    """
    named = picture_names(record.body)
    shown = {name: pictures[name] for name in named if name in pictures and is_of_shown_kind(name)}
    made = first_typeset(TEMPLATE, attempts(record, shown), is_edition=True)
    missing = (name for name in named if name not in shown)
    return msgspec.structs.replace(made, broken=(*made.broken, *missing))


def attempts(record: Record, pictures: Mapping[str, bytes]) -> Iterator[Attempt]:
    """Yield what to typeset in turn: all, the names in place of the pictures, the text alone."""
    content = content_of(record)
    yield "", content, pictures
    if pictures:
        yield "pictures", content, {}
    yield "layout", content_of(record, is_plain=True), {}
