"""Publishing: release, publication, correction, retraction and withdrawal."""

from articles.preflight.blocked import Blocked

from .issues import IssueBlocked, publish_issue
from .publication import (
    PublishedAhead,
    apply_notice,
    correct_article,
    express_concern,
    publish_article,
    retract_article,
    withdraw_article,
)
from .release import changes_since_release, release
from .scheduling import mark_arrived, publish_due, schedule_article

__all__ = [
    "Blocked",
    "IssueBlocked",
    "PublishedAhead",
    "apply_notice",
    "changes_since_release",
    "correct_article",
    "express_concern",
    "mark_arrived",
    "publish_article",
    "publish_due",
    "publish_issue",
    "release",
    "retract_article",
    "schedule_article",
    "withdraw_article",
]
