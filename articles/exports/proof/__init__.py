"""A draft as the PDF that its author proofreads: marked on every page, never one of the formats."""

from articles.exports.proof.content import Edition
from articles.exports.proof.typesetting import SECONDS, NotSet, write

__all__ = ["SECONDS", "Edition", "NotSet", "write"]
