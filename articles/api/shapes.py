"""The shapes of the answers, as JSON and as OpenAPI describes them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from ninja import Field, Schema

Texts = Annotated[dict[str, str], Field(description="By language: kk, ru, en; empty ones left out")]
After = Annotated[
    str,
    Field(
        max_length=200, pattern=r"^[A-Za-z0-9_.:=-]+$", description="The `next` of the page before"
    ),
]
Slug = Annotated[str, Field(max_length=50, pattern=r"^[A-Za-z0-9_-]+$")]


class Problem(Schema):
    detail: Any


class Journal(Schema):
    slug: str
    name: Texts
    publisher: Texts
    issn_print: str
    issn_online: str
    doi_prefix: str
    licence: str


class Issue(Schema):
    id: int
    journal: str
    year: int
    volume: str
    number: str
    part: str
    through_number: str
    title: Texts
    published_on: date | None


class News(Schema):
    """A piece of news or a call for papers; `text` is HTML."""

    journal: str
    slug: str
    kind: str
    title: Texts
    text: Texts
    published_on: date
    expires_on: date | None
    is_pinned: bool
    picture: str
    changed_at: datetime
    url: str


class Person(Schema):
    names: dict[str, dict[str, str]]
    collective: Texts
    author_id: int | None


class Article(Schema):
    id: int
    journal: str
    issue: int | None
    language: str
    type: str
    status: str
    title: Texts
    authors: list[Person]
    doi: str
    first_page: str
    last_page: str
    page_ranges: list[str]
    article_number: str
    published_on: date
    changed_at: datetime
    url: str


class Term(Schema):
    language: str
    term: str
    articles: int


class AuthorOut(Schema):
    id: int
    names: dict[str, dict[str, str]]
    orcid: str
    articles: int


class JournalList(Schema):
    results: list[Journal]


class IssueList(Schema):
    results: list[Issue]
    next: str | None


class UsageCount(Schema):
    """How often an article was used in a month, by one of COUNTER's metrics."""

    article: int
    month: str
    metric: str
    count: int


class UsageList(Schema):
    begin_date: str
    end_date: str
    results: list[UsageCount]


class NewsList(Schema):
    results: list[News]
    next: str | None


class ArticleList(Schema):
    results: list[Article]
    next: str | None


class TermList(Schema):
    results: list[Term]
    next: str | None


class AuthorList(Schema):
    results: list[AuthorOut]
    next: str | None
