"""A manuscript to a typed value: every value with its lines and how sure it is."""

from articles.imports.manuscript.found import Found, Sureness
from articles.imports.manuscript.read import read_manuscript
from articles.imports.manuscript.value import Manuscript
from articles.imports.readers.refusals import Unreadable

__all__ = ["Found", "Manuscript", "Sureness", "Unreadable", "read_manuscript"]
