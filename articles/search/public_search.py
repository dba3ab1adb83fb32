"""The readers' search: `search()` returns a page of public articles with facets and highlights."""

from __future__ import annotations

import logging
from collections.abc import Sequence

import msgspec

from articles.models import Listing, SearchRow
from articles.queries.search_results import listings_with_records
from articles.records.languages import Language
from articles.search.engine import engine
from articles.search.facets import Facet, facets
from articles.search.filters import KINDS, Filters
from articles.search.hits import HITS, Hit, TookTooLong
from articles.search.query import Query, Term, WantedKeys
from articles.search.snippets import Field, Match, Passage, Spans, match, texts_of
from articles.search.typed_query import parse_query
from articles.search.vocabulary import closest_word

PAGE = 20
LONGEST = 300  # characters of a query that are read

logger = logging.getLogger(__name__)


class SearchResult(msgspec.Struct, frozen=True):
    """An article, and why it was found."""

    listing: Listing
    title_spans: dict[Language, Spans] = {}  # what is highlighted
    passage: Passage | None = None
    fields: tuple[Field, ...] = ()  # those that hold a word of the search


class Hint(msgspec.Struct, frozen=True):
    """Another query that finds something: a corrected one, or a single word of it."""

    typed: str
    count: int
    is_capped: bool = False


class SearchResults(msgspec.Struct, frozen=True):
    """One page of results, with what the whole search found."""

    articles: tuple[SearchResult, ...] = ()
    count: int = 0
    is_capped: bool = False  # there are more, not counted
    page: int = 1
    page_count: int = 0
    facets: tuple[Facet, ...] = ()
    correction: Hint | None = None
    single_words: tuple[Hint, ...] = ()
    is_given_up: bool = False  # the search took too long


def search(
    typed: str,
    filters: Filters | None = None,
    page: int = 1,
    *,
    reader: Language = "kk",
    sort: str = "",
    has_facets: bool = True,
) -> SearchResults:
    """Search public articles for any text.

    `sort` is '' (the best first), `newest` or `oldest`; `reader` is the language of the page.
    """
    filters = filters or Filters()
    try:
        return run_search(typed[:LONGEST], filters, page, reader, sort, has_facets)
    except TookTooLong:
        logger.warning("a search took too long: %r", typed[:LONGEST])
        return SearchResults(is_given_up=True)


def matching_article_ids(typed: str, filters: Filters, sort: str, most: int) -> list[int] | None:
    """The first articles that a search finds, in its order; None if it took too long."""
    try:
        return [hit.article_id for hit in hits_of(typed[:LONGEST], filters, sort)[1][:most]]
    except TookTooLong:
        logger.warning("an export of a search took too long: %r", typed[:LONGEST])
        return None


def run_search(
    typed: str, filters: Filters, page: int, reader: Language, sort: str, has_facets: bool
) -> SearchResults:
    query, hits = hits_of(typed, filters, sort)
    if not query.required and not filters:
        return SearchResults()
    count = min(len(hits), HITS)
    start = (page - 1) * PAGE
    return SearchResults(
        articles=results_of(hits[:HITS][start : start + PAGE], query.wanted_keys, reader),
        count=count,
        is_capped=len(hits) > HITS,
        page=page,
        page_count=-(-count // PAGE),
        facets=count_facets(query, filters, hits[:HITS], reader) if has_facets else (),
        correction=correction(query, filters) if not hits else None,
        single_words=single_words(query, filters) if not hits else (),
    )


def hits_of(typed: str, filters: Filters, sort: str) -> tuple[Query, list[Hit]]:
    """The query as it was understood, and its hits; none for an empty search."""
    query = parse_query(typed)
    if not query.required and not filters:
        return query, []
    hits = public_hits(query, filters, sort)
    if not hits and query.required:
        query = parse_query(typed, is_loose=True)
        hits = public_hits(query, filters, sort)
    return query, hits


def public_hits(query: Query, filters: Filters, sort: str) -> list[Hit]:
    return engine.find_hits(query, filters, SearchRow.Scope.PUBLIC, sort)


def results_of(
    hits: Sequence[Hit], wanted: WantedKeys, reader: Language
) -> tuple[SearchResult, ...]:
    """The public articles of the hits, without any that was withdrawn in the meantime."""
    keys = [hit.article_id for hit in hits]
    if not keys:
        return ()
    return tuple(
        search_result(listing, match(texts_of(stored), wanted, reader) if wanted else Match())
        for listing, stored in listings_with_records(keys)
    )


def search_result(listing: Listing, match: Match) -> SearchResult:
    return SearchResult(listing, match.title_spans, match.passage, match.fields)


def count_facets(
    query: Query, filters: Filters, hits: Sequence[Hit], reader: Language
) -> tuple[Facet, ...]:
    """The facets of the hits. A facet with a filter set counts the hits without that filter."""
    others = {
        kind: engine.find_hits(query, filters.without(kind), SearchRow.Scope.PUBLIC, "newest")[
            :HITS
        ]
        for kind in KINDS
        if getattr(filters, kind) and (query.required or filters.without(kind))
    }
    return tuple(facets(hits, others, filters, reader))


def correction(query: Query, filters: Filters) -> Hint | None:
    """The query with the words corrected that find nothing; None if that finds nothing either."""
    words = [corrected_word(term) for term in query.required]
    if words == [term.printed for term in query.required]:
        return None
    return hint(" ".join(words), filters)


def corrected_word(term: Term) -> str:
    if term.is_code or term.is_phrase or has_hits(term):
        return term.printed
    return closest_word(term.printed) or term.printed


def single_words(query: Query, filters: Filters) -> tuple[Hint, ...]:
    """For several words that find nothing together: those that find something alone."""
    if len(query.required) < 2:
        return ()
    hints = (hint(term.printed, filters) for term in query.required[:5])
    return tuple(filter(None, hints))


def has_hits(term: Term) -> bool:
    return bool(public_hits(Query((term,)), Filters(), "newest"))


def hint(typed: str, filters: Filters) -> Hint | None:
    count = len(public_hits(parse_query(typed), filters, "newest"))
    return Hint(typed, min(count, HITS), count > HITS) if count else None
