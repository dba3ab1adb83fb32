"""A whole issue made public at once: all of its articles, or none."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import ngettext

from articles.models import Article, Issue, User
from articles.records.findings import Finding

from .facts import touch_public
from .publication import Blocked, publish_article


class IssueBlocked(ValueError):
    """Some articles have what must be mended first: `findings` by article."""

    def __init__(self, findings: dict[Article, list[Finding]]) -> None:
        super().__init__(
            ngettext(
                "%(count)d article prevents the issue from being published.",
                "%(count)d articles prevent the issue from being published.",
                len(findings),
            )
            % {"count": len(findings)}
        )
        self.findings = findings


@transaction.atomic
def publish_issue(
    issue: Issue, *, published_on: date, editor: User | None = None, override: str = ""
) -> list[Article]:
    """Publishes every article of the issue that is not public yet, in the issue's order.

    The issue gets the date where it has none. Raises IssueBlocked with everything that blocks,
    nothing published, unless a chief editor's reason for `override` is given.
    """
    waiting = issue.articles.exclude(status__in=Article.PUBLIC).order_by("position", "pk")
    articles = list(waiting.select_related("journal", "issue", "section"))
    blocked: dict[Article, list[Finding]] = {}
    for article in articles:
        try:
            publish_article(article, published_on=published_on, editor=editor, override=override)
        except Blocked as error:
            blocked[article] = error.findings
    if blocked:
        raise IssueBlocked(blocked)
    if issue.published_on is None:
        issue.published_on = published_on
        issue.save(update_fields=["published_on", "facts_changed_at"])
        touch_public(issue=issue)
    return articles
