"""Saving articles: rows, search row and revision in one transaction, by `save_article` only."""

from .dois import FrozenDoi
from .saving import EditConflict, UnknownRevision, save_article
from .working_copy import working_record, working_records

__all__ = [
    "EditConflict",
    "FrozenDoi",
    "UnknownRevision",
    "save_article",
    "working_record",
    "working_records",
]
