"""An article as a file gives it, with what could not be taken from the file."""

from __future__ import annotations

import msgspec

from articles.records.languages import Language
from articles.records.record import Record

from .named_journal import NamedJournal


class NamedFile(msgspec.Struct, frozen=True, kw_only=True):
    """A full text that a file names; it lies beside that file."""

    name: str
    language: Language


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """The record, notes for the editor on what was left out, and the files to be attached.

    `journal`: what the file says of the journal. `address`: where the DOI leads, as registered.

    `is_from_elsewhere`: the file is of another system. Its issue and section are made here, and
    its pictures are found beside it by their names, which our own JSON lists with their checksums.
    """

    record: Record
    notes: tuple[str, ...] = ()
    files: tuple[NamedFile, ...] = ()
    journal: NamedJournal = NamedJournal()
    address: str = ""
    is_from_elsewhere: bool = False
