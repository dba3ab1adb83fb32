"""Changes between two records as a reader sees them: which field, which language, which words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from articles.records.diff import Change, Path

from ..article.wording.key_names import Names, names_in
from ..article.wording.labels import Place, place_of
from ..article.wording.text_diff import Piece, marked, readable
from ..article.wording.values import told


class Difference(msgspec.Struct, frozen=True):
    place: Place
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]
    way: str  # the path that a restore goes back to, as JSON


def differences(changes: Sequence[Change], names: Names | None = None) -> list[Difference]:
    """`names` where more than these changes are shown: so that they are asked for once."""
    known = names or names_of(changes)
    return [difference(change, known) for change in changes]


def names_of(changes: Iterable[Change]) -> Names:
    return names_in(
        (str(change.path[-1]), value)
        for change in changes
        for value in (change.before, change.after)
    )


def difference(change: Change, names: Names) -> Difference:
    """What went stands marked on the left, what came on the right."""
    before, after = (told(change.path, one, names) for one in (change.before, change.after))
    pieces = tuple(marked(readable(before), readable(after)))
    return Difference(
        place=place_of(change.path),
        before=tuple(piece for piece in pieces if piece.mark != "ins"),
        after=tuple(piece for piece in pieces if piece.mark != "del"),
        way=way(change.path),
    )


def way(path: Path) -> str:
    """'' for what no restore changes."""
    return "" if path[0] == "status" else msgspec.json.encode(whole(path)).decode()


def whole(path: Path) -> Path:
    """Lists go back as a whole: a place in one version is another's in the next."""
    listed = next((at for at, part in enumerate(path) if isinstance(part, int)), len(path))
    return path[:listed]
