"""A draft as the PDF that its author proofreads: marked on every page, never one of the formats."""

from articles.exports.proof.setting import SECONDS, NotSet, write
from articles.exports.proof.sheet import Edition

__all__ = ["SECONDS", "Edition", "NotSet", "write"]
