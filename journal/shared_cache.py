"""What a shared cache in front of the program, such as nginx's, may keep: public pages, for 2 s.

Views call a response public (`public, no-cache`). Whether it may be shared is decided here, once
the whole response is known: not what was asked for with a session, nor what sets a cookie, nor
what depends on anything of the request but its address. A cache may therefore keep one compressed
copy for each address, and need not read `Vary`.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

SHARED = "max-age=0, s-maxage=2"  # browsers ask again each time
FOR_ONE_READER = "private, no-cache"


class SharedCache:
    """Middleware that tells shared caches which public responses they may keep."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if is_public(response):
            if not is_anonymous(request) or response.cookies:
                response["Cache-Control"] = FOR_ONE_READER
            elif is_whole(request, response) and depends_on_address_alone(response):
                response["Cache-Control"] = SHARED
        return response


def is_public(response: HttpResponse) -> bool:
    directives = response.headers.get("Cache-Control", "").replace(" ", "").split(",")
    return {"public", "no-cache"} <= set(directives)


def is_anonymous(request: HttpRequest) -> bool:
    names = {settings.SESSION_COOKIE_NAME, "messages"}
    return names.isdisjoint(request.COOKIES) and "Authorization" not in request.headers


def is_whole(request: HttpRequest, response: HttpResponse) -> bool:
    """A page, or that it is unchanged; errors are not kept."""
    return request.method in ("GET", "HEAD") and response.status_code in (200, 304)


def depends_on_address_alone(response: HttpResponse) -> bool:
    """Each response is made compressed and plain; that is the one difference allowed."""
    varies_by = {name.strip() for name in response.headers.get("Vary", "").lower().split(",")}
    return varies_by <= {"", "accept-encoding"}
