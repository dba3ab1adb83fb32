"""Formats with one document for each article: several are put inside an element of ours."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from articles.exports.format import Check, require_exportable
from articles.exports.xml import DECLARATION, Xml, close_tag, open_tag
from articles.records.record import Record


def documents(
    records: Iterable[Record], wrapper: str, element: Callable[[Record], Xml], check: Check
) -> Iterator[bytes]:
    """Yield one record as the format's own document, several inside `wrapper`.

    Raises NotExportable if `check` finds anything that blocks.
    """
    stream = iter(records)
    first = list(_take(stream, 2))
    if not first:
        return
    yield DECLARATION.encode()
    if len(first) > 1:
        yield f"{open_tag(wrapper)}\n".encode()
    for record in chain(first, stream):
        require_exportable(record, check)
        yield f"{element(record)}\n".encode()
    if len(first) > 1:
        yield f"{close_tag(wrapper)}\n".encode()


def _take(stream: Iterator[Record], count: int) -> Iterator[Record]:
    for _number, record in zip(range(count), stream, strict=False):
        yield record
