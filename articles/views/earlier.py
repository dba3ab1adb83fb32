"""Addresses of an old site: asked where nothing else answers, and answered 301 for ever."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from articles.models import EarlierAddress

LONGEST = 500


class EarlierAddresses:
    """Middleware: one query, and only where the answer would be 404."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == 404 and request.method in ("GET", "HEAD"):
            return new_address(request) or response
        return response


def new_address(request: HttpRequest) -> HttpResponse | None:
    """The whole address with its question first, then the path alone."""
    asked = [request.get_full_path()[:LONGEST], request.path[:LONGEST]]
    rows = EarlierAddress.objects.filter(path__in=asked).select_related("article")
    by_path = {row.path: row for row in rows}
    found = next((by_path[path] for path in asked if path in by_path), None)
    if found is None:
        return None
    if found.article is None:
        return HttpResponsePermanentRedirect(found.target)
    if not found.article.is_public:
        return None
    return HttpResponsePermanentRedirect(found.article.get_absolute_url())
