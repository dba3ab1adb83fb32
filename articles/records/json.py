"""JSON of a record, `{"schema": "record/1", …}`: written and read without loss, with a schema."""

from __future__ import annotations

from typing import Any

import msgspec
from django.utils.translation import gettext as _

from .cleaning import Unprintable, clean_text
from .languages import LANGUAGES
from .record import Internal, Record
from .stored import StoredDecoder

# Never in the public form.
PRIVATE = {"internal": Internal()}

_stored = StoredDecoder(Record)
_encoder = msgspec.json.Encoder()


class NotARecord(ValueError):
    """A file that is no record; the message says where."""


def write(record: Record) -> bytes:
    """Return the full form, for editors and for storage."""
    return _encoder.encode(record)


def write_public(record: Record) -> bytes:
    """Return the public form, without what is never public."""
    return write(public(record))


def public(record: Record) -> Record:
    """Return the record without internal data, and with the corresponding author's e-mail only."""
    authors = tuple(
        author if author.corresponding else msgspec.structs.replace(author, email="")
        for author in record.authors
    )
    return msgspec.structs.replace(record, authors=authors, **PRIVATE)


def load(stored: bytes | str) -> Record:
    """Return a record stored by this site, by this version or another, as it is."""
    return _stored.decode(stored)


def read(foreign: bytes) -> Record:
    """Return a record from outside, cleaned: NFC, no control characters, languages in order.

    Raises NotARecord, with the path of the field, for anything else.
    """
    try:
        tree = msgspec.json.decode(foreign)
        if not isinstance(tree, dict) or tree.get("schema") != "record/1":
            raise NotARecord(_('This is not a record: "schema": "record/1" is missing.'))
        return from_tree(clean_tree(tree))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise NotARecord(str(error)) from error
    except Unprintable as error:
        raise NotARecord(str(error)) from error


def to_tree(record: Record) -> dict[str, Any]:
    """Return the record as plain mappings, lists and strings, as diff and merge need it."""
    tree: dict[str, Any] = sort_languages(msgspec.to_builtins(record))
    return tree


def from_tree(tree: dict[str, Any]) -> Record:
    """Return the record; raises msgspec.ValidationError with the path of what does not fit."""
    return msgspec.convert(sort_languages(tree), Record)


def clean(record: Record) -> Record:
    """Return the record in NFC; raises Unprintable, with the field, for a control character."""
    return from_tree(clean_tree(to_tree(record)))


def clean_tree(node: Any, path: str = "") -> Any:
    """Return a tree with every string cleaned; raises Unprintable with the path."""
    match node:
        case str():
            return _cleaned(node, path)
        case dict():
            return {
                _cleaned(key, path): clean_tree(value, f"{path}.{key}" if path else key)
                for key, value in node.items()
            }
        case list() | tuple():
            return [clean_tree(value, f"{path}[{n}]") for n, value in enumerate(node, 1)]
    return node


def _cleaned(value: str, path: str) -> str:
    try:
        return clean_text(value)
    except Unprintable as error:
        raise Unprintable(f"{path}: {error}") from error


def sort_languages(node: Any) -> Any:
    """Return a tree with languages in the order kk, ru, en, without the empty ones."""
    match node:
        case dict() if node.keys() <= set(LANGUAGES):
            return {code: sort_languages(node[code]) for code in LANGUAGES if node.get(code)}
        case dict():
            return {key: sort_languages(value) for key, value in node.items()}
        case list() | tuple():
            return [sort_languages(value) for value in node]
    return node


def schema() -> dict[str, Any]:
    """Return the JSON schema (2020-12) of `record/1`, published as docs/record-1.schema.json."""
    (ref,), components = msgspec.json.schema_components([Record], ref_template="#/$defs/{name}")
    named = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "record/1"}
    plain: dict[str, Any] = msgspec.json.decode(
        msgspec.json.encode({**named, **ref, "$defs": components})
    )
    return plain


def without_facts(record: Record) -> Record:
    """Return the record as it is stored, without the journal and issue of the moment."""
    return msgspec.structs.replace(
        record, journal=None, issue=None, id=None, site="", released_on=None, section={}
    )
