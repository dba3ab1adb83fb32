"""Reads the manuscript of an article: every value with its source lines and how sure it is.

`pipeline.py` shows the steps in their order.
"""

from articles.imports.manuscript.manuscript import Manuscript
from articles.imports.manuscript.pipeline import read_manuscript
from articles.imports.manuscript.sourced_value import SecondReading, SourcedValue, Sureness
from articles.imports.readers.exceptions import Unreadable

__all__ = [
    "Manuscript",
    "SecondReading",
    "SourcedValue",
    "Sureness",
    "Unreadable",
    "read_manuscript",
]
