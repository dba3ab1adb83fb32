"""Issues of a journal, and the contents of one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from articles.models.article import Article
from articles.models.issue import Issue
from articles.models.journal import Journal
from articles.models.listing import Listing

NEWEST = 5  # issues on the journal's home


class IssueWithNeighbours(NamedTuple):
    issue: Issue
    newer: Issue | None
    older: Issue | None


def issues_with_counts(journal: Journal) -> list[Issue]:
    """The public issues, the newest first, each with its `public_article_count`."""
    return list(_issues_with_counts(journal))


def newest_issues(journal: Journal) -> list[Issue]:
    """The current issue and those before it, each with its `public_article_count`."""
    return list(_issues_with_counts(journal)[:NEWEST])


def current_issues(journals: Iterable[Journal]) -> dict[int, Issue]:
    """The newest public issue of each journal that has one, by the key of the journal."""
    newest = Issue.objects.public().filter(journal__in=journals)
    newest = newest.order_by("journal", "-year", "-published_on", "-pk").distinct("journal")
    return {issue.journal_id: issue for issue in newest}


def _issues_with_counts(journal: Journal) -> QuerySet[Issue]:
    """Counted by a subquery: a join would count every issue of the journal to show five."""
    listings = Listing.objects.listable().filter(issue=OuterRef("pk")).order_by().values("issue")
    count = Subquery(listings.annotate(count=Count("*")).values("count"))
    issues = Issue.objects.public().filter(journal=journal).newest_first()
    return issues.annotate(public_article_count=Coalesce(count, 0))


def issue_with_neighbours(journal: Journal, pk: int) -> IssueWithNeighbours | None:
    """A public issue with the next newer and the next older one; None where there is none."""
    issues = Issue.objects.public().filter(journal=journal).newest_first()
    keys = list(issues.values_list("pk", flat=True))
    if pk not in keys:
        return None
    place = keys.index(pk)
    newer, older = keys[max(0, place - 1) : place], keys[place + 1 : place + 2]
    by_key = Issue.objects.in_bulk([pk, *newer, *older])
    return IssueWithNeighbours(
        issue=by_key[pk],
        newer=by_key[newer[0]] if newer else None,
        older=by_key[older[0]] if older else None,
    )


def contents_and_most_read(
    issue: Issue, most_read: Sequence[int]
) -> tuple[list[Listing], list[Listing]]:
    """The contents of an issue, and the most read articles in their order; one query."""
    wanted = Q(issue=issue) | Q(pk__in=most_read)
    listings = list(Listing.objects.listable().filter(wanted).for_toc())
    by_key = {each.pk: each for each in listings if each.status in Article.READABLE}
    return (
        [listing for listing in listings if listing.issue_id == issue.pk],
        [by_key[pk] for pk in most_read if pk in by_key],
    )


def contents(issue: Issue) -> list[Listing]:
    """The articles of an issue by section, then by position."""
    return list(Listing.objects.listable().filter(issue=issue).for_toc())
