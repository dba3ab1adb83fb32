"""Romanization of Cyrillic, by the scheme that a journal has chosen for each language."""

from articles.records.romanization.engine import romanize
from articles.records.romanization.scheme import Scheme
from articles.records.romanization.schemes import SCHEMES

__all__ = ["SCHEMES", "Scheme", "romanize"]
