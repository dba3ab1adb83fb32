"""The author's proof: a draft as PDF, marked as a proof on every page."""

from articles.exports.proof.content import Edition
from articles.exports.proof.typesetting import SECONDS, TypesettingFailed, write

__all__ = ["SECONDS", "Edition", "TypesettingFailed", "write"]
