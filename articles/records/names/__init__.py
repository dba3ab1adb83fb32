"""A person's name in one language: read as it is printed, written as it is needed."""

from articles.records.names.formatting import (
    NO_BREAK,
    byline,
    family_first,
    full,
    given_names,
    initials,
    inverted,
)
from articles.records.names.name import Name
from articles.records.names.parsing import parse_name, parse_names

__all__ = [
    "NO_BREAK",
    "Name",
    "byline",
    "family_first",
    "full",
    "given_names",
    "initials",
    "inverted",
    "parse_name",
    "parse_names",
]
