"""A JSON file as trees of plain values with clean text; a syntax error has its line and column."""

from __future__ import annotations

import re
from typing import Any

import msgspec
from django.utils.translation import gettext_lazy as _

from articles.records.cleaning import Unprintable
from articles.records.json import clean_tree

from .exceptions import Unreadable

MOST_BYTES = 50_000_000
BYTE = re.compile(r"\(byte (\d+)\)")
BYTE_ORDER_MARK = b"\xef\xbb\xbf"  # Windows programs write it

Tree = dict[str, Any]


def read_trees(content: bytes) -> list[Tree]:
    """Return the object of a file, or the objects of its array, or of its lines.

    Raises Unreadable for a file that is too large, no JSON, empty, or holds anything else.
    """
    if len(content) > MOST_BYTES:
        raise Unreadable(_("The file is larger than 50 MB. Split it."))
    root = _decoded(content.removeprefix(BYTE_ORDER_MARK))
    trees = root if isinstance(root, list) else [root]
    if not trees:
        raise Unreadable(_("The file contains no article."))
    for number, tree in enumerate(trees, 1):
        if not isinstance(tree, dict):
            raise Unreadable(
                _("Unknown JSON: an article must be an object in braces."),
                record=number if len(trees) > 1 else None,
            )
    return trees


def clean(tree: Tree) -> Tree:
    """Return the tree in NFC; raises Unreadable for a control character, with its field."""
    try:
        cleaned: Tree = clean_tree(tree)
    except Unprintable as error:
        field, _colon, message = str(error).partition(": ")
        raise Unreadable(message, field=field) from error
    return cleaned


def _decoded(content: bytes) -> Any:
    try:
        return msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        if trees := _lines(content):
            return trees
        at = BYTE.search(str(error))
        raise _broken(content, int(at[1]) if at else len(content)) from error
    except RecursionError as error:
        raise Unreadable(_("Unknown JSON: it is nested too deeply.")) from error


def _lines(content: bytes) -> list[Any]:
    """The values of a file with one on each line, as our own export writes; else nothing."""
    try:
        return msgspec.json.Decoder().decode_lines(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return []


def _broken(content: bytes, position: int) -> Unreadable:
    """Return the error with line and column as a text editor counts them."""
    before = content[:position].decode(errors="replace")
    line_start = before.rfind("\n") + 1
    return Unreadable(
        _(
            "Invalid JSON from this point: a character is wrong or missing, or the file is "
            "incomplete."
        ),
        line=before.count("\n") + 1,
        column=len(before) - line_start + 1,
    )
