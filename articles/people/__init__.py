"""People and organisations that have several rows: found, merged, kept apart, parted again."""

from .kinds import ORGANISATIONS, PEOPLE, Kind
from .merging import NotMerged, keep_apart, merge_rows, take_back_distinction, undo_merge

__all__ = [
    "ORGANISATIONS",
    "PEOPLE",
    "Kind",
    "NotMerged",
    "keep_apart",
    "merge_rows",
    "take_back_distinction",
    "undo_merge",
]
