"""DOIs: minting by the journal's pattern, deposits at Crossref, and their states."""

from articles.queries.work_queues import due_articles

from .clashes import DoiNotChanged
from .minting import IssueMinting, mint_doi, mint_issue_dois
from .outdated import mark_outdated
from .patterns import UnusablePattern, doi_by_pattern
from .planning import PlannedDoi, plan_dois, plan_issue_dois
from .queueing import QueueResult, outdated_articles, queue_articles
from .reserving import cancel_doi, mark_registered_elsewhere, reserve_doi
from .states import compare_with_deposits, mark_possibly_changed, refresh_state

__all__ = [
    "DoiNotChanged",
    "IssueMinting",
    "PlannedDoi",
    "QueueResult",
    "UnusablePattern",
    "cancel_doi",
    "compare_with_deposits",
    "doi_by_pattern",
    "due_articles",
    "mark_outdated",
    "mark_possibly_changed",
    "mark_registered_elsewhere",
    "mint_doi",
    "mint_issue_dois",
    "outdated_articles",
    "plan_dois",
    "plan_issue_dois",
    "queue_articles",
    "refresh_state",
    "reserve_doi",
]
