"""A manuscript to a typed value: every value with its lines and how sure it is."""

from articles.imports.manuscript.manuscript import Manuscript
from articles.imports.manuscript.pipeline import read_manuscript
from articles.imports.manuscript.sourced_value import Found, Sureness
from articles.imports.readers.exceptions import Unreadable

__all__ = ["Found", "Manuscript", "Sureness", "Unreadable", "read_manuscript"]
