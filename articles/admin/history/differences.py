"""Differences between two records for a reader: which field, which language, which words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from articles.records.diff import Change, Path

from ..article.wording.key_names import KeyNames, key_names_in
from ..article.wording.labels import FieldLabel, field_label
from ..article.wording.text_diff import Piece, as_text, text_diff
from ..article.wording.values import display_change


class Difference(msgspec.Struct, frozen=True):
    place: FieldLabel
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]
    restore_path: str  # what the form of a restore sends, as JSON; '' if it cannot be restored


def differences(changes: Sequence[Change], names: KeyNames | None = None) -> list[Difference]:
    """`names` saves the queries for them where several lists of changes are shown together."""
    names = names or names_of(changes)
    return [difference(change, names) for change in changes]


def names_of(changes: Iterable[Change]) -> KeyNames:
    """The names of the rows whose keys the changes mention; a query a table."""
    return key_names_in(
        (str(change.path[-1]), value)
        for change in changes
        for value in (change.before, change.after)
    )


def difference(change: Change, names: KeyNames) -> Difference:
    """The removed words are marked in `before`, the added ones in `after`."""
    before, after = (
        as_text(display_change(change.path, value, names))
        for value in (change.before, change.after)
    )
    pieces = tuple(text_diff(before, after))
    return Difference(
        place=field_label(change.path),
        before=tuple(piece for piece in pieces if piece.mark != "ins"),
        after=tuple(piece for piece in pieces if piece.mark != "del"),
        restore_path=restore_path(change.path),
    )


def restore_path(path: Path) -> str:
    """'' for the status, which publishing alone changes."""
    return "" if path[0] == "status" else msgspec.json.encode(without_row(path)).decode()


def without_row(path: Path) -> Path:
    """The path up to its first list: a list is restored whole, since its rows have no identity."""
    end = next((at for at, part in enumerate(path) if isinstance(part, int)), len(path))
    return path[:end]
