"""search(): words and filters in, a page of public articles out, with facets and marked places."""

from __future__ import annotations

import logging
from collections.abc import Sequence

import msgspec
from django.db import OperationalError

from articles.models import Listing, SearchRow
from articles.queries.search_results import listings_with_records
from articles.records.languages import Language, preferred_language
from articles.search.asking import Question, Term, Wanted, question
from articles.search.facets import Facet, facets
from articles.search.filters import KINDS, Filters
from articles.search.hits import HITS, Hit, hits
from articles.search.snippets import Passage, Spans, passage, texts_of, title_spans
from articles.search.vocabulary import meant

PAGE = 20
LONGEST = 300  # characters of a question that are read

logger = logging.getLogger(__name__)


class Found(msgspec.Struct, frozen=True):
    """An article, where its titles are to be marked, and a passage that shows why it was found."""

    listing: Listing
    title_spans: dict[Language, Spans] = {}
    passage: Passage | None = None


class Hint(msgspec.Struct, frozen=True):
    """Another question that finds something: one word of it, or what may have been meant."""

    typed: str
    count: int
    is_capped: bool = False


class Results(msgspec.Struct, frozen=True):
    found: tuple[Found, ...] = ()
    count: int = 0
    is_capped: bool = False  # there are more, which are not counted
    page: int = 1
    page_count: int = 0
    facets: tuple[Facet, ...] = ()
    meant: Hint | None = None
    words: tuple[Hint, ...] = ()
    is_given_up: bool = False  # it took too long


def search(
    typed: str,
    filters: Filters | None = None,
    page: int = 1,
    *,
    reader: Language = "kk",
    sort: str = "",
    has_facets: bool = True,
) -> Results:
    """`sort`: '' for the best first, `newest` or `oldest`. Any text may be typed."""
    filters = filters or Filters()
    try:
        return results(typed[:LONGEST], filters, page, reader, sort, has_facets)
    except OperationalError as error:  # the server gave up this question, or all of them
        if "statement timeout" not in str(error):
            raise
        logger.warning("a search took too long: %r", typed[:LONGEST])
        return Results(is_given_up=True)


def results(
    typed: str, filters: Filters, page: int, reader: Language, sort: str, has_facets: bool
) -> Results:
    asked = question(typed)
    if not asked.found and not filters:
        return Results()
    found = hits(asked, filters, SearchRow.Scope.PUBLIC, sort)
    if not found and asked.found:
        asked = question(typed, is_loose=True)
        found = hits(asked, filters, SearchRow.Scope.PUBLIC, sort)
    count = min(len(found), HITS)
    start = (page - 1) * PAGE
    return Results(
        found=articles(found[:HITS][start : start + PAGE], asked.wanted, reader),
        count=count,
        is_capped=len(found) > HITS,
        page=page,
        page_count=-(-count // PAGE),
        facets=divided(asked, filters, found[:HITS], reader) if has_facets else (),
        meant=correction(asked, filters) if not found else None,
        words=single_words(asked, filters) if not found else (),
    )


def articles(chosen: Sequence[Hit], wanted: Wanted, reader: Language) -> tuple[Found, ...]:
    """Their public rows; an article withdrawn meanwhile is left out."""
    keys = [hit.article_id for hit in chosen]
    if not keys:
        return ()
    return tuple(
        Found(listing, *places(stored, wanted, reader))
        for listing, stored in listings_with_records(keys)
    )


def places(
    stored: str, wanted: Wanted, reader: Language
) -> tuple[dict[Language, Spans], Passage | None]:
    if not wanted:
        return {}, None
    texts = texts_of(stored)
    titles = title_spans(texts.title, wanted)
    shown = preferred_language(texts.title, reader, texts.language)
    return titles, passage(texts, wanted, reader, bool(shown and titles[shown]))


def divided(
    asked: Question, filters: Filters, found: Sequence[Hit], reader: Language
) -> tuple[Facet, ...]:
    """A facet that filters already counts what it would find without itself."""
    others = {
        kind: hits(asked, filters.without(kind), SearchRow.Scope.PUBLIC, "newest")[:HITS]
        for kind in KINDS
        if getattr(filters, kind) and (asked.found or filters.without(kind))
    }
    return tuple(facets(found, others, filters, reader))


def correction(asked: Question, filters: Filters) -> Hint | None:
    """The question with every word that finds nothing put right, if that finds something."""
    mended = [right(term) for term in asked.found]
    if mended == [term.printed for term in asked.found]:
        return None
    return hint(" ".join(mended), filters)


def right(term: Term) -> str:
    if term.is_code or term.is_phrase or finds(term):
        return term.printed
    return meant(term.printed) or term.printed


def single_words(asked: Question, filters: Filters) -> tuple[Hint, ...]:
    """Where several words find nothing together: those that find something alone."""
    if len(asked.found) < 2:
        return ()
    alone = (hint(term.printed, filters) for term in asked.found[:5])
    return tuple(one for one in alone if one)


def finds(term: Term) -> bool:
    return bool(hits(Question((term,)), Filters(), SearchRow.Scope.PUBLIC, "newest"))


def hint(typed: str, filters: Filters) -> Hint | None:
    count = len(hits(question(typed), filters, SearchRow.Scope.PUBLIC, "newest"))
    return Hint(typed, min(count, HITS), count > HITS) if count else None
