"""Addresses of an earlier site: redirected for ever (301) where nothing else answers."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from articles.models import EarlierAddress

LONGEST = 500  # characters of an address that are looked up


class EarlierAddresses:
    """Middleware that looks an address up where the response is 404: one query."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == 404 and request.method in ("GET", "HEAD"):
            return new_address(request) or response
        return response


def new_address(request: HttpRequest) -> HttpResponse | None:
    """The whole address with its query string first, then the path alone."""
    paths = [request.get_full_path()[:LONGEST], request.path[:LONGEST]]
    rows = EarlierAddress.objects.filter(path__in=paths).select_related("article")
    rows_by_path = {row.path: row for row in rows}
    row = next((rows_by_path[path] for path in paths if path in rows_by_path), None)
    if row is None:
        return None
    if row.article is None:
        return HttpResponsePermanentRedirect(row.target)
    if not row.article.is_public:
        return None
    return HttpResponsePermanentRedirect(row.article.get_absolute_url())
