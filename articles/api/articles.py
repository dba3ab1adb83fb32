"""Articles: lists of summaries, and the public record of each."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

import msgspec
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from ninja import Field, Query, Router, Schema
from ninja.errors import HttpError

from articles import models
from articles.queries.released import released_article
from articles.records import json
from articles.records.summary import Person

from .pagination import SIZE, read_after, write_after
from .shapes import After, ArticleList, Problem, Slug

router = Router(tags=["articles"])
Key = Annotated[int, Field(ge=1, le=2**63 - 1)]


class Filters(Schema):
    journal: Slug | None = None
    issue: Key | None = None
    section: Key | None = None
    language: Literal["kk", "ru", "en"] | None = None
    status: Literal["published", "retracted", "withdrawn"] | None = None
    author: Key | None = None
    published_from: date | None = None
    published_until: date | None = None
    after: After | None = None


LOOKUPS = {
    "journal": "journal__slug",
    "issue": "issue",
    "section": "section",
    "language": "language",
    "status": "status",
    "author": "keys__author",
    "published_from": "published_on__gte",
    "published_until": "published_on__lte",
}


@router.get(
    "/",
    response={200: ArticleList, 400: Problem, 422: Problem},
    summary="Public articles, in the order of their keys",
)
def articles(request: HttpRequest, filters: Query[Filters]) -> dict[str, Any]:
    values = filters.dict(exclude_none=True)
    rows = models.Listing.objects.listable().filter(
        **{LOOKUPS[name]: value for name, value in values.items() if name in LOOKUPS}
    )
    if filters.after is not None:
        rows = rows.filter(pk__gt=read_after(filters.after, request)[0])
    ordered = rows.select_related("journal").order_by("pk").distinct()
    listings = list(ordered[: SIZE + 1])
    page = listings[:SIZE]
    return {
        "results": [article_shape(listing) for listing in page],
        "next": write_after(request, page[-1].pk) if len(listings) > SIZE else None,
    }


def article_shape(listing: models.Listing) -> dict[str, Any]:
    summary = listing.summary
    plain = ("language", "type", "doi", "first_page", "last_page", "page_ranges", "article_number")
    authors = () if summary.status == "withdrawn" else summary.authors
    return {
        **{name: getattr(summary, name) for name in plain},
        "id": listing.pk,
        "journal": listing.journal.slug,
        "issue": listing.issue_id,
        "status": listing.status,
        "title": summary.title,
        "authors": [person_shape(author) for author in authors],
        "published_on": listing.published_on,
        "changed_at": listing.changed_at,
        "url": f"{settings.SITE_URL}/api/v1/articles/{listing.pk}",
    }


def person_shape(author: Person) -> dict[str, Any]:
    names = {code: msgspec.to_builtins(name) for code, name in author.names.items()}
    return {"names": names, "collective": author.collective, "author_id": author.author_id}


RECORD = {
    "responses": {
        200: {
            "description": "The public record, record/1",
            "content": {"application/json": {"schema": {"type": "object"}}},
        },
        304: {"description": "Not changed since the ETag that was sent"},
    }
}


@router.get(
    "/{pk}",
    response={404: Problem, 410: Problem, 422: Problem},
    openapi_extra=RECORD,
    summary="One article: its public record, with ETag",
)
def article(request: HttpRequest, pk: Key) -> HttpResponse:
    released = released_article(pk)
    if released is None:
        raise HttpError(404, "There is no such article.")
    if released.record.status == "withdrawn":
        raise HttpError(410, "The article was withdrawn.")
    etag = quote_etag(f"{pk}-{released.changed_at.timestamp():.6f}")
    not_modified = get_conditional_response(request, etag=etag)
    response = not_modified or HttpResponse(
        json.write_public(released.record), content_type="application/json"
    )
    response["ETag"] = etag
    return response
