"""Publishing a whole issue: all of its articles, or none."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils.translation import ngettext

from articles.models import Article, Issue, User
from articles.preflight.blocked import Blocked
from articles.records.findings import Finding

from .changed_facts import mark_articles_changed
from .publication import publish_article, require_not_ahead


class IssueBlocked(ValueError):
    """Some articles have blocking findings; `findings` has them by article."""

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
    issue: Issue,
    *,
    published_on: date,
    editor: User | None = None,
    override: str = "",
    keep_dates: bool = False,
    leave_blocked: bool = False,
) -> list[Article]:
    """Publishes all articles of the issue that are not public yet, in the order of the issue.

    Sets the date of the issue if it has none. If anything blocks, nothing is published and
    IssueBlocked is raised, unless a chief editor's reason for `override` is given, or the blocked
    articles are to be left and others published (`leave_blocked`). `keep_dates`: an article that
    has a date of publication is published with it. Raises PublishedAhead for a date in the future.
    """
    require_not_ahead(published_on)
    articles = list(unpublished_articles(issue).select_related("journal", "issue", "section"))
    blocked: dict[Article, list[Finding]] = {}
    for article in articles:
        day = article.published_on if keep_dates and article.published_on else published_on
        try:
            publish_article(article, published_on=day, editor=editor, override=override)
        except Blocked as error:
            blocked[article] = error.findings
    if blocked and not (leave_blocked and len(blocked) < len(articles)):
        raise IssueBlocked(blocked)
    if issue.published_on is None:
        issue.published_on = published_on
        issue.save(update_fields=["published_on", "facts_changed_at"])
        mark_articles_changed(issue=issue)
    return [article for article in articles if article not in blocked]


def unpublished_articles(issue: Issue) -> QuerySet[Article]:
    """In the order of the issue; those without a position come last."""
    articles = issue.articles.exclude(status__in=Article.PUBLIC)
    return articles.order_by(F("position").asc(nulls_last=True), "pk")
