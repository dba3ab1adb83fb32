"""Tables that lay out languages side by side: read down each column, not along the rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from articles.imports.manuscript.language import tongue
from articles.imports.readers.line import Line

LEAST = 60  # letters of a column that speak one language


def by_language(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, those of a table with a language a column put in the order of its columns."""
    for is_table, members in groupby(lines, key=lambda line: line.kind == "cell"):
        run = list(members)
        yield from _down(run) if is_table and _has_languages(run) else run


def _has_languages(cells: list[Line]) -> bool:
    columns: dict[int, str] = {}
    for line in cells:
        columns[line.column] = f"{columns.get(line.column, '')} {line.text}"
    spoken = [tongue(text) for text in columns.values() if len(text) > LEAST]
    return 1 < len(spoken) == len(columns) == len(set(spoken)) <= 4


def _down(cells: list[Line]) -> list[Line]:
    return sorted(cells, key=lambda line: line.column)
