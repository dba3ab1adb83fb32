"""Tables with one language in each column, which are read column by column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from articles.imports.manuscript.language import detect_language
from articles.imports.readers.line import Line

LEAST = 60  # letters in a column for its language to count


def order_language_columns(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines, with the cells of such tables in the order of their columns."""
    for is_table, members in groupby(lines, key=lambda line: line.kind == "cell"):
        run = list(members)
        is_by_column = is_table and _has_languages(run)
        yield from sorted(run, key=lambda line: line.column) if is_by_column else run


def _has_languages(cells: list[Line]) -> bool:
    columns: dict[int, str] = {}
    for line in cells:
        columns[line.column] = f"{columns.get(line.column, '')} {line.text}"
    languages = [detect_language(text) for text in columns.values() if len(text) > LEAST]
    return 1 < len(languages) == len(columns) == len(set(languages)) <= 4
