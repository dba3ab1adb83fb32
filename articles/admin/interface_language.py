"""The language of the interface: a setting of the account that the whole admin follows.

A cookie for the admin alone keeps it for the pages that are seen without a session.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from articles.models import User
from articles.records.languages import LANGUAGES

YEAR = 365 * 86_400  # seconds


class InterfaceLanguage:
    """Middleware that activates the language of a signed-in editor in the admin."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(reverse("admin:index")) and isinstance(request.user, User):
            translation.activate(request.user.interface_language)
            request.LANGUAGE_CODE = request.user.interface_language
        response = self.get_response(request)
        if request.path.startswith(reverse("admin:index")) and isinstance(request.user, User):
            remember_language(request, response, request.user.interface_language)
        return response


@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Saves the language, with or without an account, and returns to the page of the choice."""
    language = request.POST.get("language", "")
    if isinstance(request.user, User) and language in LANGUAGES:
        request.user.interface_language = language
        request.user.save(update_fields=["interface_language"])
    back = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}):
        back = reverse("admin:index")
    response = HttpResponseRedirect(back)
    if language in LANGUAGES:
        remember_language(request, response, language)
    return response


def remember_language(request: HttpRequest, response: HttpResponse, language: str) -> None:
    """Sets the cookie by which the sign-in page is in the language that was chosen last."""
    if request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME) != language:
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            language,
            max_age=YEAR,
            path=reverse("admin:index"),
            secure=request.is_secure(),
            samesite="Lax",
        )
