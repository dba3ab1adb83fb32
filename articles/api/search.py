"""The search for programs: the same words, filters, order, facets and marks as on the page."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from django.http import HttpRequest
from ninja import Field, Query, Router, Schema
from ninja.errors import HttpError

from articles.models import Journal
from articles.records.languages import Language
from articles.records.markup import plain
from articles.search.filters import KINDS, LONGEST, MOST_VALUES, Filters
from articles.search.public_search import LONGEST as WORDS_LENGTH
from articles.search.public_search import SearchResult, SearchResults, search
from articles.search.suggestions import Suggestion, suggestions

from .articles import Key, article_shape
from .search_shapes import (
    FoundList,
    SuggestionList,
    facet_shape,
    hint_shape,
    marks_shape,
    passage_shape,
)
from .shapes import Problem, Slug

router = Router(tags=["search"])
PAGES = 10_000

# Middleware refuses a NUL byte before the API sees it; any other character may be typed.
Typed = Annotated[str, Field(pattern=r"^[^\x00]*$", description="Words in any of the languages")]
Value = Annotated[str, Field(min_length=1, max_length=LONGEST, pattern=r"^[^\x00]+$")]
Year = Annotated[int, Field(ge=1, le=999_999_999)]
Values: Any = Field(default=[], max_length=MOST_VALUES, description="Several are read as 'or'")
REFUSED = {
    "responses": {
        400: {
            "description": "The address holds a NUL byte",
            "content": {"text/plain": {"schema": {"type": "string"}}},
        }
    }
}


class SearchParameters(Schema):
    q: Typed = ""
    journal: Annotated[list[Slug], Values]
    year: Annotated[list[Year], Values]
    language: Annotated[list[Language], Values]
    section: Annotated[list[Key], Values]
    author: Annotated[list[Value], Values]
    keyword: Annotated[list[Value], Values]
    sort: Annotated[Literal["best", "newest", "oldest"], Field(default="best")]
    page: Annotated[int, Field(default=1, ge=1, le=PAGES)]
    reader: Annotated[Language, Field(default="kk", description="Whose passages and labels")]
    has_facets: Annotated[bool, Field(default=True, description="Quicker without")]

    @property
    def filters(self) -> Filters:
        return Filters(
            **{kind: tuple(dict.fromkeys(map(str, getattr(self, kind)))) for kind in KINDS}
        )


@router.get(
    "",
    response={200: FoundList, 422: Problem, 503: Problem},
    openapi_extra=REFUSED,
    summary="Public articles that words and filters find, as on the search page",
)
def found_articles(request: HttpRequest, parameters: Query[SearchParameters]) -> dict[str, Any]:
    results = search(
        parameters.q,
        parameters.filters,
        parameters.page,
        reader=parameters.reader,
        sort="" if parameters.sort == "best" else parameters.sort,
        has_facets=parameters.has_facets,
    )
    if results.is_given_up:
        raise HttpError(503, "The search took too long. Add a word, or choose a journal or a year.")
    return {
        "q": parameters.q[:WORDS_LENGTH],
        "results": [result_shape(result) for result in results.articles],
        "facets": [facet_shape(facet, parameters.reader) for facet in results.facets],
        "meant": hint_shape(results.correction) if results.correction else None,
        "words": [hint_shape(hint) for hint in results.single_words],
        **counts(results, parameters.page),
    }


def counts(results: SearchResults, page: int) -> dict[str, Any]:
    return {
        "count": results.count,
        "is_capped": results.is_capped,
        "page": page,
        "page_count": results.page_count,
        "next": page + 1 if page < results.page_count else None,
    }


def result_shape(result: SearchResult) -> dict[str, Any]:
    """In the form of the lists of articles."""
    titles = {code: plain(title) for code, title in result.listing.summary.title.items()}
    return {
        "article": article_shape(result.listing),
        "title_marks": {
            code: marks_shape(titles[code], spans)
            for code, spans in result.title_spans.items()
            if spans
        },
        "passage": passage_shape(result.passage),
    }


@router.get(
    "/suggestions",
    response={200: SuggestionList, 422: Problem},
    operation_id="articles_api_search_begun",  # an older name, which clients may have
    openapi_extra=REFUSED,
    summary="Keywords, authors and titles that begin as typed",
)
def suggestion_list(request: HttpRequest, q: Typed, journal: Slug | None = None) -> dict[str, Any]:
    found = suggestions(q) if journal is None else journal_suggestions(q, journal)
    return {"suggestions": [msgspec.to_builtins(suggestion) for suggestion in found]}


def journal_suggestions(q: str, slug: str) -> list[Suggestion]:
    """Those of one journal; none of a journal that the site does not have, as in lists."""
    keys = Journal.objects.filter(slug=slug).values_list("pk", flat=True)
    return [suggestion for key in keys for suggestion in suggestions(q, key)]
