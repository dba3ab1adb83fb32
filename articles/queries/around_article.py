"""What stands around an article on its page: its neighbours in the issue, and similar articles.

All of one journal, so that the journal's public state covers what the page shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Window
from django.db.models.functions import Lag, Lead

from articles.models.article import Article
from articles.models.journal import Journal
from articles.models.listing import CONTENTS_ORDER, Listing, ListingKey, summaries
from articles.records.record import Record
from articles.records.summary import Summary

SIMILAR = 4  # articles shown
NOTICES = ("correction", "retraction")  # types that nobody looks for


class AroundArticle(msgspec.Struct, frozen=True):
    previous: Summary | None = None
    next: Summary | None = None
    similar: tuple[Summary, ...] = ()


def around_article(record: Record, journal: Journal) -> AroundArticle:
    """One query; around an article that is not public is nothing."""
    similar = ArraySubquery(similar_listings(record, journal).values("stored"))
    rows = Listing.objects.filter(pk=record.id)
    row = rows.values_list(stored_neighbour(Lead), stored_neighbour(Lag), similar).first()
    if row is None:
        return AroundArticle()
    previous, following, found = row
    found = found or []  # None for an article without keywords and authors
    return AroundArticle(
        previous=summaries.decode(previous) if previous else None,
        next=summaries.decode(following) if following else None,
        similar=tuple(without_notices(map(summaries.decode, found)))[:SIMILAR],
    )


def without_notices(similar: Iterable[Summary]) -> Iterator[Summary]:
    return (summary for summary in similar if summary.type not in NOTICES)


def stored_neighbour(function: type[Lag | Lead]) -> Subquery:
    """In the order of the contents, the row whose `Lead` is this article, or whose `Lag` it is."""
    contents = Listing.objects.readable().listable().filter(issue=OuterRef("issue"))
    rows = contents.annotate(other=Window(function("pk"), order_by=CONTENTS_ORDER))
    return Subquery(rows.filter(other=OuterRef("pk")).values("stored")[:1])


def similar_listings(record: Record, journal: Journal) -> QuerySet[Listing]:
    """The published articles that share keywords and authors, those that share most first.

    A keyword or a person counts once for each language in which the other article has it. Articles
    that the page names for another reason, a notice or a translation, are left out.
    """
    terms = {term.casefold() for terms in record.keywords.values() for term in terms}
    people = {author.author_id for author in record.authors if author.author_id}
    related = [relation.article_id for relation in record.relations if relation.article_id]
    published = Listing.objects.listable().filter(journal=journal, status=Article.Status.PUBLISHED)
    shared = ListingKey.objects.filter(
        Q(kind=ListingKey.Kind.KEYWORD, key__in=terms) | Q(author__in=people),
        listing__in=published.exclude(pk__in=[record.id, *related]),
    )
    counts = shared.values("listing").annotate(count=Count("pk"))
    best = counts.order_by("-count", "-listing").values("listing")[: 2 * SIMILAR]  # with notices
    count = Subquery(counts.filter(listing=OuterRef("pk")).values("count"))
    listings = Listing.objects.filter(pk__in=best).annotate(count=count)
    return listings.order_by("-count", "-published_on", "-article_id")
