"""An article of which an issue shows the head alone, since its text cannot be typeset."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import msgspec

from articles.exports.issue_edition.labels import NO_TEXT
from articles.records.record import Record, Statements

NAMED = 3  # authors, where a long list of them is why the article cannot be typeset


def head_alone(record: Record) -> Iterator[Record]:
    """Yield the record without its text and references, then with little more than its title."""
    without_text = msgspec.structs.replace(
        record,
        body=f"<p><em>{escape(NO_TEXT[record.language])}</em></p>",
        references=(),
    )
    yield without_text
    yield msgspec.structs.replace(
        without_text,
        abstract={},
        keywords={},
        authors=record.authors[:NAMED],
        affiliations=(),
        funding=(),
        statements=Statements(),
    )
