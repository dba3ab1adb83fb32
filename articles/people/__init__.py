"""People and organisations that have several rows: found, merged, kept apart, parted again."""

from .kinds import ORGANISATIONS, PEOPLE, Kind
from .merging import keep_apart, merge_rows, take_back_distinction, undo_merge
from .refusals import NotMerged

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
