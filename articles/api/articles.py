"""Articles: lists of summaries, and each one's public record."""

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

from .pages import SIZE, read_after, write_after
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
    response={200: ArticleList, 404: Problem, 422: Problem},
    summary="Public articles, in the order of their keys",
)
def articles(request: HttpRequest, filters: Query[Filters]) -> dict[str, Any]:
    asked = filters.dict(exclude_none=True)
    rows = models.Listing.objects.filter(
        **{LOOKUPS[name]: value for name, value in asked.items() if name in LOOKUPS}
    )
    if filters.after is not None:
        rows = rows.filter(pk__gt=read_after(filters.after)[0])
    ordered = rows.select_related("journal").order_by("pk").distinct()
    found = list(ordered[: SIZE + 1])
    page = found[:SIZE]
    return {
        "results": [shape(listing) for listing in page],
        "next": write_after(page[-1].pk) if len(found) > SIZE else None,
    }


def shape(listing: models.Listing) -> dict[str, Any]:
    summary = listing.summary
    plain = ("language", "type", "doi", "first_page", "last_page", "article_number")
    people = [] if summary.status == "withdrawn" else [person(one) for one in summary.authors]
    return {
        **{name: getattr(summary, name) for name in plain},
        "id": listing.pk,
        "journal": listing.journal.slug,
        "issue": listing.issue_id,
        "status": listing.status,
        "title": summary.title,
        "authors": people,
        "published_on": listing.published_on,
        "changed_at": listing.changed_at,
        "url": f"{settings.SITE_URL}/api/v1/articles/{listing.pk}",
    }


def person(one: Any) -> dict[str, Any]:
    names = {code: msgspec.to_builtins(name) for code, name in one.names.items()}
    return {"names": names, "collective": one.collective, "author_id": one.author_id}


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
    found = released_article(pk)
    if found is None:
        raise HttpError(404, "There is no such article.")
    if found.record.status == "withdrawn":
        raise HttpError(410, "The article was withdrawn.")
    etag = quote_etag(f"{pk}-{found.changed_at.timestamp():.6f}")
    known = get_conditional_response(request, etag=etag)
    response = known or HttpResponse(
        json.write_public(found.record), content_type="application/json"
    )
    response["ETag"] = etag
    return response
