"""Personal names in one language: parsed as printed, formatted as needed."""

from articles.records.names.formatting import (
    NO_BREAK,
    family_first,
    full_name,
    given_names,
    initials,
    initials_first,
    inverted_name,
)
from articles.records.names.name import Name
from articles.records.names.parsing import parse_name, parse_names

__all__ = [
    "NO_BREAK",
    "Name",
    "family_first",
    "full_name",
    "given_names",
    "initials",
    "initials_first",
    "inverted_name",
    "parse_name",
    "parse_names",
]
