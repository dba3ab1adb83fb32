"""Changes between two records as a reader sees them: which field, which language, which words."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from articles.records.compare import Change, Path

from ..article.choices import named
from ..article.labels import Place, place_of
from ..article.side_by_side import Piece, marked, readable


class Difference(msgspec.Struct, frozen=True):
    place: Place
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]
    way: str  # the path that a restore goes back to, as JSON


def differences(changes: Iterable[Change]) -> list[Difference]:
    return [difference(change) for change in changes]


def difference(change: Change) -> Difference:
    """What went stands marked on the left, what came on the right."""
    before, after = (named(change.path, value) for value in (change.before, change.after))
    pieces = tuple(marked(readable(before), readable(after)))
    return Difference(
        place=place_of(change.path),
        before=tuple(piece for piece in pieces if piece.mark != "ins"),
        after=tuple(piece for piece in pieces if piece.mark != "del"),
        way=msgspec.json.encode(whole(change.path)).decode(),
    )


def whole(path: Path) -> Path:
    """Lists go back as a whole: a place in one version is another's in the next."""
    named = next((at for at, part in enumerate(path) if isinstance(part, int)), len(path))
    return path[:named]
