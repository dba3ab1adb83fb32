"""The editor's own language: chosen once, kept with the account, used in the whole admin."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from articles.models import User
from articles.records.languages import LANGUAGES


class InterfaceLanguage:
    """Middleware: in the admin a signed-in editor reads in the language of the account."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(reverse("admin:index")) and isinstance(request.user, User):
            translation.activate(request.user.interface_language)
            request.LANGUAGE_CODE = request.user.interface_language
        return self.get_response(request)


@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Keeps the choice and goes back to the page that it was made on."""
    language = request.POST.get("language", "")
    if isinstance(request.user, User) and language in LANGUAGES:
        request.user.interface_language = language
        request.user.save(update_fields=["interface_language"])
    back = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}):
        back = reverse("admin:index")
    return HttpResponseRedirect(back)
