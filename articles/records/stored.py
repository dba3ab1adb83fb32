"""Decoding of what this site has stored: fields that this version does not know are ignored.

After an update is taken back, an older program reads what the newer one has stored. What somebody
hands in is decoded strictly instead: a field that is not known there is a mistake.
"""

from __future__ import annotations

from typing import Any, Generic, TypeVar

import msgspec
from msgspec import inspect

T = TypeVar("T")


class StoredDecoder(Generic[T]):
    """Decodes JSON of one type; only JSON with unknown fields costs a second reading."""

    def __init__(self, type: type[T]) -> None:
        self._type = type
        self._decoder = msgspec.json.Decoder(type)

    def decode(self, stored: bytes | str) -> T:
        """Return the value; raises msgspec.ValidationError for what does not fit."""
        try:
            return self._decoder.decode(stored)
        except msgspec.ValidationError:
            tree = known_fields(msgspec.json.decode(stored), inspect.type_info(self._type))
            return msgspec.convert(tree, self._type)


def known_fields(tree: Any, type: inspect.Type) -> Any:
    """Return the tree without the fields that its structs do not have."""
    match type, tree:
        case inspect.StructType(fields=fields, tag_field=tag), dict():
            types = {field.encode_name: field.type for field in fields}
            kept = {key: known_fields(tree[key], types[key]) for key in tree if key in types}
            return {tag: tree[tag], **kept} if tag in tree else kept
        case inspect.DictType(value_type=inner), dict():
            return {key: known_fields(value, inner) for key, value in tree.items()}
        case inspect.VarTupleType(item_type=inner) | inspect.ListType(item_type=inner), list():
            return [known_fields(value, inner) for value in tree]
        case inspect.UnionType(types=types), dict() | list():
            for inner in types:
                tree = known_fields(tree, inner)
    return tree
