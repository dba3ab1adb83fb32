"""Authors and keywords of public articles."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Min
from django.http import HttpRequest
from ninja import Router

from articles import models
from articles.records.languages import LANGUAGES, Language

from .pagination import SIZE, read_after, write_after
from .shapes import After, AuthorList, Problem, TermList

router = Router()
Kind = models.ListingKey.Kind
PARTS = {
    "family": "family_name",
    "given": "given_name",
    "patronymic": "patronymic",
    "suffix": "suffix",
}


@router.get(
    "/authors",
    response={200: AuthorList, 400: Problem, 422: Problem},
    tags=["authors"],
    summary="People who have public articles",
)
def authors(request: HttpRequest, after: After | None = None) -> dict[str, Any]:
    rows = models.Author.objects.filter(listing_keys__isnull=False)
    if after is not None:
        rows = rows.filter(pk__gt=read_after(after, request)[0])
    counted = rows.annotate(count=Count("listing_keys__listing", distinct=True))
    following = list(counted.order_by("pk")[: SIZE + 1])
    page = following[:SIZE]
    return {
        "results": [author_shape(author) for author in page],
        "next": write_after(request, page[-1].pk) if len(following) > SIZE else None,
    }


def author_shape(author: Any) -> dict[str, Any]:
    names = {code: name_in(author, code) for code in LANGUAGES}
    return {
        "id": author.pk,
        "names": {code: name for code, name in names.items() if name},
        "orcid": author.orcid,
        "articles": author.count,
    }


def name_in(author: Any, code: Language) -> dict[str, str]:
    parts = {part: getattr(author, f"{column}_{code}") for part, column in PARTS.items()}
    return {part: text for part, text in parts.items() if text}


@router.get(
    "/keywords",
    response={200: TermList, 400: Problem, 422: Problem},
    tags=["keywords"],
    summary="Keywords of one language in its alphabetical order, with the number of articles",
)
def keywords(
    request: HttpRequest, language: Language, after: After | None = None
) -> dict[str, Any]:
    rows = models.ListingKey.objects.filter(kind=Kind.KEYWORD, language=language)
    grouped = rows.values("sort_key", "key").annotate(
        count=Count("listing", distinct=True), label=Min("label")
    )
    if after is not None:
        sort_key, key = read_after(after, request, tuple[str, str])
        grouped = grouped.filter(sort_key__gte=sort_key).exclude(sort_key=sort_key, key__lte=key)
    following = list(grouped.order_by("sort_key", "key")[: SIZE + 1])
    page = following[:SIZE]
    has_more = len(following) > SIZE
    return {
        "results": [
            {"language": language, "term": row["label"], "articles": row["count"]} for row in page
        ],
        "next": write_after(request, page[-1]["sort_key"], page[-1]["key"]) if has_more else None,
    }
