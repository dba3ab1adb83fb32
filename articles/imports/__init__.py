"""Files of others and our own into records: bytes in, records out, nothing saved."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from articles.records.record import Record

from . import jats, json_file, manuscript_json, record_json
from .exceptions import Unreadable

__all__ = ["READERS", "Unreadable", "read"]

# By what a JSON object says it is in "schema".
READERS: dict[str, Callable[[json_file.Tree], Record]] = {
    record_json.SCHEMA: record_json.read,
    manuscript_json.SCHEMA: manuscript_json.read,
}


def read(content: bytes) -> list[Record]:
    """Every article of the file, in its order; raises Unreadable for the first that is none."""
    if jats.looks_like_xml(content):
        return jats.read(content)
    found = json_file.trees(content)
    records = []
    for number, tree in enumerate(found, 1):
        try:
            records.append(read_one(tree))
        except Unreadable as problem:
            problem.record = number if len(found) > 1 else None
            raise
    return records


def read_one(tree: json_file.Tree) -> Record:
    """By the form that it names; raises Unreadable for a form that nobody here reads."""
    schema = tree.get("schema")
    reader = READERS.get(schema) if isinstance(schema, str) else None
    if reader is None:
        raise Unreadable(
            _(
                "This JSON is not ours: its “schema” is neither “record/1” "
                "nor “manuscript-truth/1”."
            ),
            field="schema",
        )
    return reader(tree)
