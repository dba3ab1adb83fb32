"""Middleware of the whole site: security headers, compression, language, bodies, no NUL bytes."""

from collections.abc import Callable, Iterator
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.middleware.locale import LocaleMiddleware
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from journal.server.environ import BODY_REFUSAL

PLAIN = "text/plain; charset=utf-8"
BODY_REFUSALS = {
    HTTPStatus.REQUEST_TIMEOUT: gettext_lazy(
        "Your data arrived too slowly, and nothing was saved. Check the connection, then send it "
        "again."
    ),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: gettext_lazy(
        "What you sent is larger than 110 MB, and nothing was saved. Send smaller or fewer files."
    ),
    HTTPStatus.INSUFFICIENT_STORAGE: gettext_lazy(
        "The server's disk is full, and nothing was saved. Tell the administrator of the site, "
        "then send it again."
    ),
}
PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


class SecurityHeaders:
    """Sets Content-Security-Policy and Permissions-Policy on every response.

    Django's SecurityMiddleware sets the others (nosniff, Referrer-Policy, opener policy).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", settings.CONTENT_SECURITY_POLICY)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        return response


class CompressPublic(GZipMiddleware):
    """Compresses the responses that say `Cache-Control: public`, and no others.

    The compressed size of a response can betray a secret that it holds beside text from the
    request (BREACH), as pages with a form token do. No such page says that it is public.
    Streamed responses, such as files of articles, stay as they are.
    """

    max_random_bytes = 0  # Django's padding hides secrets, and these responses have none

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        is_public = "public" in response.headers.get("Cache-Control", "")
        if not is_public or response.streaming:
            return response
        return super().process_response(request, response)


class ReaderLanguage(LocaleMiddleware):
    """Django's language middleware, without two things that it does.

    Where a view states the `Content-Language`, there is no `Vary: Accept-Language`: the address of
    an export tells its bytes, so a cache may keep one copy for all readers.

    Where a view answers 404, there is no redirect to the address with a language before it. That
    is right for `/articles/1/`, which is no address; but `/articles/1/files/2/a.pdf` is one, and a
    file that is not there is not there in any language either.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if response.status_code == 404 and request.resolver_match:
            response.headers.setdefault("Content-Language", get_language() or "")
            patch_vary_headers(response, ("Accept-Language",))
        if "Content-Language" in response:
            return response
        return super().process_response(request, response)


class RefuseBodies:
    """Answers in place of the view where the web server did not take the body of the request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        refusal = request.META.get(BODY_REFUSAL)
        if refusal is None:
            return self.get_response(request)
        return HttpResponse(BODY_REFUSALS[refusal], status=refusal, content_type=PLAIN)


class RefuseNulBytes:
    """Answers 400 to a request with a NUL byte, which PostgreSQL cannot store."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if any("\0" in text for text in request_texts(request)):
            message = _("The request contains a NUL character. Remove it.")
            return HttpResponse(message, status=400, content_type=PLAIN)
        return self.get_response(request)


def request_texts(request: HttpRequest) -> Iterator[str]:
    """The path, and every name and value of the query and the form. JSON is checked by its view."""
    yield request.path
    for fields in (request.GET, request.POST):
        for name, values in fields.lists():
            yield name
            yield from map(str, values)


def client_address(request: HttpRequest) -> str:
    """The client's IP address.

    Behind a proxy this is the last entry of X-Forwarded-For: the proxy wrote it, so that no client
    can forge it.
    """
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.BEHIND_PROXY else ""
    return forwarded.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")
