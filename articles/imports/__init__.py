"""Reads files of other systems and our own into records; nothing is saved."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from articles.records.record import Record

from . import jats, json_file, manuscript_json, record_json
from .exceptions import Unreadable

__all__ = ["READERS", "Unreadable", "read"]

# By the value of "schema" in a JSON object.
READERS: dict[str, Callable[[json_file.Tree], Record]] = {
    record_json.SCHEMA: record_json.read,
    manuscript_json.SCHEMA: manuscript_json.read,
}


def read(content: bytes) -> list[Record]:
    """Return every article of a JATS or JSON file, in order.

    Raises Unreadable for the first article that cannot be read, with its number in the file.
    """
    if jats.looks_like_xml(content):
        return jats.read(content)
    trees = json_file.read_trees(content)
    records = []
    for number, tree in enumerate(trees, 1):
        try:
            records.append(read_one(tree))
        except Unreadable as error:
            error.record = number if len(trees) > 1 else None
            raise
    return records


def read_one(tree: json_file.Tree) -> Record:
    """Read an article by the schema that it names; raises Unreadable for an unknown schema."""
    schema = tree.get("schema")
    reader = READERS.get(schema) if isinstance(schema, str) else None
    if reader is None:
        raise Unreadable(
            _("Unknown JSON: “schema” must be “record/1” or “manuscript-truth/1”."),
            field="schema",
        )
    return reader(tree)
