"""JSON of a record, `{"schema": "record/1", …}`: written, read back without loss; its schema."""

from __future__ import annotations

from typing import Any

import msgspec
from django.utils.translation import gettext as _

from .cleaning import Unprintable, clean_text
from .languages import LANGUAGES
from .record import Internal, Record

# Kept by this site alone: never in the public form.
PRIVATE = {"internal": Internal()}

_decoder = msgspec.json.Decoder(Record)
_encoder = msgspec.json.Encoder()


class NotARecord(ValueError):
    """These bytes are no record; the message says where they stop being one."""


def write(record: Record) -> bytes:
    """The full form, for editors and for keeping."""
    return _encoder.encode(record)


def write_public(record: Record) -> bytes:
    """The form for readers: without what is never public."""
    return write(public(record))


def public(record: Record) -> Record:
    """Without originality and reviews; of the e-mails, the corresponding author's alone."""
    authors = tuple(
        author if author.corresponding else msgspec.structs.replace(author, email="")
        for author in record.authors
    )
    return msgspec.structs.replace(record, authors=authors, **PRIVATE)


def load(stored: bytes | str) -> Record:
    """A record that this site wrote: trusted, so not cleaned again."""
    return _decoder.decode(stored)


def read(foreign: bytes) -> Record:
    """A record from anywhere: NFC, no control characters, languages in order.

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
    """The record as plain mappings, lists and strings; `compare` and `merge` walk these."""
    tree: dict[str, Any] = in_order(msgspec.to_builtins(record))
    return tree


def from_tree(tree: dict[str, Any]) -> Record:
    """Raises msgspec.ValidationError with the path of what does not fit."""
    return msgspec.convert(in_order(tree), Record)


def clean(record: Record) -> Record:
    """The same record in NFC; raises Unprintable for a control character, the field named."""
    return from_tree(clean_tree(to_tree(record)))


def clean_tree(node: Any, path: str = "") -> Any:
    """Every string in a tree through `clean_text`; Unprintable names the path."""
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


def in_order(node: Any) -> Any:
    """Mappings of languages in the order kk, ru, en and without what is empty."""
    match node:
        case dict() if node.keys() <= set(LANGUAGES):
            return {code: in_order(node[code]) for code in LANGUAGES if node.get(code)}
        case dict():
            return {key: in_order(value) for key, value in node.items()}
        case list() | tuple():
            return [in_order(value) for value in node]
    return node


def schema() -> dict[str, Any]:
    """JSON schema (2020-12) of `record/1`, published as docs/record-1.schema.json."""
    (ref,), components = msgspec.json.schema_components([Record], ref_template="#/$defs/{name}")
    named = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "record/1"}
    plain: dict[str, Any] = msgspec.json.decode(
        msgspec.json.encode({**named, **ref, "$defs": components})
    )
    return plain


def without_facts(record: Record) -> Record:
    """What is stored: the article alone, its journal and issue as they are asked anew each time."""
    return msgspec.structs.replace(record, journal=None, issue=None, id=None, site="", section={})
