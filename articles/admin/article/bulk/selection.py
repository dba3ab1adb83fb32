"""The selection of a bulk change, signed: which articles, as the editor saw them, and what for."""

from __future__ import annotations

from datetime import timedelta

import msgspec
from django.core import signing

SALT = "articles.admin.bulk"
LIFE = timedelta(days=1)


class SelectionLost(ValueError):
    """The selection was changed, is another editor's, or too old."""


class Previewed(msgspec.Struct, frozen=True, array_like=True):
    """An article as the preview showed it."""

    key: int
    version: int
    after: str


class Selection(msgspec.Struct, frozen=True, array_like=True):
    """The chosen articles of one editor for one change.

    `back` is the query of the list with its filters; `values` and `previewed` are what the preview
    was made of and what it showed, empty before it.
    """

    editor: int
    change: str
    keys: tuple[int, ...]
    back: str = ""
    values: dict[str, list[str]] = {}
    previewed: tuple[Previewed, ...] = ()

    def token(self) -> str:
        return signing.dumps(msgspec.to_builtins(self), salt=SALT, compress=True)


def read_selection(token: str, editor: int, change: str) -> Selection:
    """Raises SelectionLost."""
    try:
        content = signing.loads(token, salt=SALT, max_age=LIFE)
        selection = msgspec.convert(content, Selection)
    except (signing.BadSignature, msgspec.ValidationError, ValueError) as error:
        raise SelectionLost from error
    if (selection.editor, selection.change) != (editor, change):
        raise SelectionLost
    return selection
