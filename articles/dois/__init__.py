"""DOIs: minted by the journal's pattern, deposited at Crossref, and what became of them."""

from .minting import (
    DoiRefused,
    give_up_doi,
    mark_registered_elsewhere,
    mint_doi,
    mint_issue,
    reserve_doi,
)
from .patterns import PatternRefused, doi_by_pattern
from .queueing import due_articles, queue_articles
from .states import look_again, refresh_state, suspect_change

__all__ = [
    "DoiRefused",
    "PatternRefused",
    "doi_by_pattern",
    "due_articles",
    "give_up_doi",
    "look_again",
    "mark_registered_elsewhere",
    "mint_doi",
    "mint_issue",
    "queue_articles",
    "refresh_state",
    "reserve_doi",
    "suspect_change",
]
