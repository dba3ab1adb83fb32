"""Checks of the reference list, its romanized version, and citations in the text."""

from .citations import (
    check_citation_order,
    check_cited_numbers,
    check_cited_pages,
    check_glued_citations,
)
from .details import (
    check_access_days,
    check_accessed_in_time,
    check_addresses,
    check_pages,
    check_possible_days,
    check_years,
)
from .lists import check_dashes, check_list_lengths, check_list_order
from .mentions import check_names_in_text, check_works_named
from .romanized_entries import check_romanized

__all__ = [
    "check_access_days",
    "check_accessed_in_time",
    "check_addresses",
    "check_citation_order",
    "check_cited_numbers",
    "check_cited_pages",
    "check_dashes",
    "check_glued_citations",
    "check_list_lengths",
    "check_list_order",
    "check_names_in_text",
    "check_pages",
    "check_possible_days",
    "check_romanized",
    "check_works_named",
    "check_years",
]
