"""The language of the interface: a setting of the account that the whole admin follows."""

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
    """Middleware that activates the language of a signed-in editor in the admin."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(reverse("admin:index")) and isinstance(request.user, User):
            translation.activate(request.user.interface_language)
            request.LANGUAGE_CODE = request.user.interface_language
        return self.get_response(request)


@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Saves the language and returns to the page that the choice was made on."""
    language = request.POST.get("language", "")
    if isinstance(request.user, User) and language in LANGUAGES:
        request.user.interface_language = language
        request.user.save(update_fields=["interface_language"])
    back = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}):
        back = reverse("admin:index")
    return HttpResponseRedirect(back)
