"""Reads our own JSON, `record/1`."""

from __future__ import annotations

import msgspec

from articles.records import json
from articles.records.record import Record

from .exceptions import from_validation_error
from .json_file import Tree, clean

SCHEMA = "record/1"


def read(tree: Tree) -> Record:
    """Return the record; raises Unreadable with the path of a value that does not fit."""
    try:
        return json.from_tree(clean(tree))
    except msgspec.ValidationError as error:
        raise from_validation_error(error) from error
