"""The read-only JSON API, version 1: what is public, in all three languages."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from ninja import NinjaAPI
from ninja.errors import ValidationError

from . import articles, journals, search, terms, usage

api = NinjaAPI(
    title="Journal",
    version="1",
    description=(
        "Journals, issues, news, articles, authors, keywords, and the search. Texts are objects by "
        "language: kk, ru, en. Lists are given by pages: go on with the `next` of the answer as "
        "`after`, of a search as `page`. The article in other formats is at "
        "`/articles/{id}/export/{format}`; `?language=kk|ru|en|all` there chooses the language of "
        "`csl`, `bibtex` and `ris`, by default the article's own."
    ),
    urls_namespace="api",
    openapi_url="/openapi.json",
    docs_url="/docs",
)
api.add_decorator(cache_control(public=True, no_cache=True), mode="view")  # so compressed
api.add_router("/journals", journals.router)
api.add_router("/journals", usage.router)
api.add_router("/articles", articles.router)
api.add_router("/search", search.router)
api.add_router("", terms.router)


@api.exception_handler(ValidationError)
def invalid_request(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """422 with what is wrong with each parameter, in words of the API alone."""
    problems: list[dict[str, Any]] = [
        {"where": ".".join(map(str, problem["loc"])), "message": problem["msg"]}
        for problem in error.errors
    ]
    return api.create_response(request, {"detail": problems}, status=422)
