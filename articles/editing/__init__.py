"""The one way in which an article is written: rows, search row and revision in one transaction."""

from .dois import FrozenDoi
from .saving import EditConflict, UnknownRevision, save_article
from .working_copy import working_record

__all__ = ["EditConflict", "FrozenDoi", "UnknownRevision", "save_article", "working_record"]
