"""Journals and their issues."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Field, Router

from articles import models
from articles.queries.record_facts import text_of
from articles.records.html import body_html
from articles.records.languages import LANGUAGES

from .pagination import SIZE, read_after, write_after
from .shapes import After, IssueList, JournalList, NewsList, Problem, Slug
from .shapes import Journal as JournalShape

router = Router(tags=["journals"])
Year = Annotated[int, Field(ge=1800, le=2200)]


@router.get("/", response=JournalList, summary="All journals")
def journals(request: HttpRequest) -> dict[str, Any]:
    return {"results": [journal_shape(row) for row in models.Journal.objects.in_order()]}


@router.get(
    "/{slug}", response={200: JournalShape, 404: Problem, 422: Problem}, summary="One journal"
)
def journal(request: HttpRequest, slug: Slug) -> dict[str, Any]:
    return journal_shape(get_object_or_404(models.Journal, slug=slug))


@router.get(
    "/{slug}/issues",
    response={200: IssueList, 400: Problem, 404: Problem, 422: Problem},
    summary="A journal's public issues, the newest first",
)
def issues(
    request: HttpRequest,
    slug: Slug,
    after: After | None = None,
    year: Year | None = None,
) -> dict[str, Any]:
    parent = get_object_or_404(models.Journal, slug=slug)
    rows = models.Issue.objects.public().filter(journal=parent).order_by("-pk")
    if year is not None:
        rows = rows.filter(year=year)
    if after is not None:
        rows = rows.filter(pk__lt=read_after(after, request)[0])
    following = list(rows[: SIZE + 1])
    page = following[:SIZE]
    return {
        "results": [issue_shape(issue, slug) for issue in page],
        "next": write_after(request, page[-1].pk) if len(following) > SIZE else None,
    }


@router.get(
    "/{slug}/news",
    response={200: NewsList, 400: Problem, 404: Problem, 422: Problem},
    summary="A journal's news and calls, the newest first, from their day on",
)
def news(request: HttpRequest, slug: Slug, after: After | None = None) -> dict[str, Any]:
    parent = get_object_or_404(models.Journal, slug=slug)
    rows = models.News.objects.public().filter(journal=parent).newest_first()
    if after is not None:
        day, key = read_after(after, request, tuple[date, int])
        rows = rows.filter(Q(published_on__lt=day) | Q(published_on=day, pk__lt=key))
    following = list(rows[: SIZE + 1])
    page = following[:SIZE]
    last = page[-1] if len(following) > SIZE else None
    return {
        "results": [news_shape(row, slug) for row in page],
        "next": write_after(request, last.published_on.isoformat(), last.pk) if last else None,
    }


def news_shape(row: models.News, slug: str) -> dict[str, Any]:
    """Texts as cleaned HTML; addresses are absolute, of the page in Kazakh."""
    picture = (row.picture.name or "").rpartition("/")[2]
    texts = {code: str(body_html(html)) for code, html in text_of(row, "text").items()}
    return {
        **{name: getattr(row, name) for name in NEWS},
        "journal": slug,
        "title": text_of(row, "title"),
        "text": texts,
        "picture": f"{settings.SITE_URL}/pictures/{picture}" if picture else "",
        "url": f"{settings.SITE_URL}/{LANGUAGES[0]}/{slug}/news/{row.slug}/",
    }


NEWS = ("slug", "kind", "published_on", "expires_on", "is_pinned", "changed_at")


def journal_shape(row: models.Journal) -> dict[str, Any]:
    plain = ("slug", "issn_print", "issn_online", "doi_prefix", "licence")
    texts = {name: text_of(row, name) for name in ("name", "publisher")}
    return {name: getattr(row, name) for name in plain} | texts


def issue_shape(row: models.Issue, slug: str) -> dict[str, Any]:
    plain = ("id", "year", "volume", "number", "part", "through_number", "published_on")
    shape = {name: getattr(row, name) for name in plain}
    return {**shape, "journal": slug, "title": text_of(row, "title")}
