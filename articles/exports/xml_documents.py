"""Formats whose document is one article: several stand together within an element of ours."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from articles.exports.format import Check, require_exportable
from articles.exports.xml import DECLARATION, Xml, closing, opening
from articles.records.record import Record


def documents(
    records: Iterable[Record], wrapper: str, element: Callable[[Record], Xml], check: Check
) -> Iterator[bytes]:
    """One record is the format's own document; more are put within `wrapper`."""
    stream = iter(records)
    first = list(_taken(stream, 2))
    if not first:
        return
    yield DECLARATION.encode()
    if len(first) > 1:
        yield f"{opening(wrapper)}\n".encode()
    for record in chain(first, stream):
        require_exportable(record, check)
        yield f"{element(record)}\n".encode()
    if len(first) > 1:
        yield f"{closing(wrapper)}\n".encode()


def _taken(stream: Iterator[Record], count: int) -> Iterator[Record]:
    for _number, record in zip(range(count), stream, strict=False):
        yield record
