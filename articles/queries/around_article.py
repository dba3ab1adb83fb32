"""What stands around an article on its page: its neighbours in the issue, and similar articles.

All of one journal, so that the journal's public state covers what the page shows.

One statement of SQL, because every article page is made with it. Measured with querysets: it alone
cost as much as all else of the page; and a keyword of a hundred thousand articles has to be cut
(`LATERAL … LIMIT`), which they cannot say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from django.utils import timezone

from articles.models.listing import summaries
from articles.records.record import Record
from articles.records.summary import Summary
from journal.replica.router import read_connection

SIMILAR = 4  # articles shown
FETCHED = 8  # some may be notices
NEWEST = 50  # rows of each keyword and person that are compared
NOTICES = ("correction", "retraction")  # types that nobody looks for

# Neighbours in the order of `ListingQuerySet.for_toc`. A keyword or a person counts once for each
# language in which the other article has it.
SQL = f"""
    WITH contents AS (
        SELECT listing.article_id, lag(stored) OVER printed AS previous,
            lead(stored) OVER printed AS next
        FROM articles_listing listing LEFT JOIN articles_section section
            ON section.id = listing.section_id
        WHERE listing.issue_id = %(issue)s AND listing.status IN ('published', 'retracted')
            AND listing.published_on <= %(today)s
        WINDOW printed AS (
            ORDER BY section."order" NULLS LAST, listing.position NULLS LAST, listing.article_id
        )
    ),
    shared AS (
        SELECT key.listing_id FROM unnest(%(terms)s::text[]) term CROSS JOIN LATERAL (
            SELECT listing_id FROM articles_listingkey WHERE kind = 'keyword' AND key = term
            ORDER BY listing_id DESC LIMIT {NEWEST}
        ) key
        UNION ALL
        SELECT key.listing_id FROM unnest(%(people)s::bigint[]) person CROSS JOIN LATERAL (
            SELECT listing_id FROM articles_listingkey WHERE author_id = person
            ORDER BY listing_id DESC LIMIT {NEWEST}
        ) key
    ),
    counted AS (SELECT listing_id, count(*) AS count FROM shared GROUP BY listing_id),
    similar_articles AS (
        SELECT listing.stored
        FROM counted JOIN articles_listing listing ON listing.article_id = counted.listing_id
        WHERE listing.journal_id = (SELECT journal_id FROM articles_listing
                WHERE article_id = %(article)s)
            AND listing.status = 'published' AND listing.published_on <= %(today)s
            AND listing.article_id <> ALL(%(others)s)
        ORDER BY counted.count DESC, listing.published_on DESC, listing.article_id DESC
        LIMIT {FETCHED}
    )
    SELECT (SELECT previous FROM contents WHERE article_id = %(article)s),
        (SELECT next FROM contents WHERE article_id = %(article)s),
        ARRAY(SELECT stored FROM similar_articles)
"""  # noqa: S608 - made of our own words; what varies is in the values


class AroundArticle(msgspec.Struct, frozen=True):
    previous: Summary | None = None
    next: Summary | None = None
    similar: tuple[Summary, ...] = ()


def around_article(record: Record) -> AroundArticle:
    """One query; around an article that is not public is nothing."""
    with read_connection().cursor() as cursor:
        cursor.execute(SQL, values(record))
        previous, following, similar = cursor.fetchone()
    return AroundArticle(
        previous=summaries.decode(previous) if previous else None,
        next=summaries.decode(following) if following else None,
        similar=tuple(without_notices(map(summaries.decode, similar)))[:SIMILAR],
    )


def values(record: Record) -> dict[str, Any]:
    """Return the values of the SQL; notices and translations, named elsewhere, are not similar."""
    related = [relation.article_id for relation in record.relations if relation.article_id]
    return {
        "article": record.id,
        "issue": record.issue_id,
        "today": timezone.localdate(),
        "terms": list({term.casefold() for terms in record.keywords.values() for term in terms}),
        "people": list({author.author_id for author in record.authors if author.author_id}),
        "others": [record.id, *related],
    }


def without_notices(similar: Iterable[Summary]) -> Iterator[Summary]:
    return (summary for summary in similar if summary.type not in NOTICES)
