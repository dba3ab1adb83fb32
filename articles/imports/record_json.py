"""The product's own JSON, `record/1`."""

from __future__ import annotations

import msgspec

from articles.records import json
from articles.records.record import Record

from .exceptions import misfit
from .json_file import Tree, cleaned

SCHEMA = "record/1"


def read(tree: Tree) -> Record:
    """Raises Unreadable with the path of what does not fit."""
    try:
        return json.from_tree(cleaned(tree))
    except msgspec.ValidationError as error:
        raise misfit(error) from error
