"""Forms of the office that could not be taken: the CSRF check failed, or the session has ended.

What draft recovery keeps is shown again in its form. Of any other form a page shows the text, and
leads back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from .draft_recovery import file_names, keep_form, mark_saved, recover_form

TEMPLATE = "pages/form_not_sent.html"
WITHOUT_TEXT = re.compile(r"csrf|token|ticket|password|^code$|^typing$|^next$|^opened_values$|^_")
LETTER = re.compile(r"[^\W\d_]")
SHORTEST_TEXT = 4  # characters; codes and ticks are quickly chosen again


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Django's CSRF_FAILURE_VIEW: the page where the form was opened before another sign-in."""
    return form_not_sent(
        request,
        back=request.get_full_path(),
        why=_("The page was open for too long, or you have signed in again since."),
        is_kept=keep_form(request),
    )


class DraftRecovery:
    """Middleware for the forms of the admin: keeps what was typed, and gives it back.

    A form that comes after the session has ended is kept and leads through the sign-in page; one
    that cannot be kept is answered by a page with its text. The next page at the same address
    gets it back as `recovered_form`. A redirect in answer to a form means that it was taken.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not is_sent_form(request) or response.status_code != 302:
            return response
        sign_in = f"{reverse('admin:login')}?"
        if response["Location"].startswith(sign_in):
            if keep_form(request) or not any(texts(request.POST)):
                return response
            back = sign_in + urlencode({"next": request.get_full_path()})
            return form_not_sent(request, back=back, why=_("You were signed out."))
        mark_saved(request, response, request.POST.get("typing", ""))
        return response

    def process_view(self, request: HttpRequest, *_arguments: Any) -> HttpResponse | None:
        """After all middleware, since it needs the messages; after the CSRF check."""
        if not is_office(request) or not request.user.is_authenticated:
            return None
        if request.method == "GET":
            recover_form(request)
        elif request.method == "POST" and "_recover" in request.POST and keep_form(request):
            return HttpResponseRedirect(request.get_full_path())
        return None


def is_office(request: HttpRequest) -> bool:
    return request.path.startswith(reverse("admin:index"))


def is_sent_form(request: HttpRequest) -> bool:
    """Whether an editor sent it. Scripts, which send half-typed forms too, set the header."""
    by_script = "X-CSRFToken" in request.headers
    return request.method == "POST" and is_office(request) and not by_script


def form_not_sent(
    request: HttpRequest, *, back: str, why: str, is_kept: bool = False
) -> HttpResponse:
    context = {
        "why": why,
        "back": back,
        "is_kept": is_kept,
        "texts": [] if is_kept else list(texts(request.POST)),
        "files": file_names(request),
    }
    return render(request, TEMPLATE, context, status=403)


def texts(data: QueryDict) -> Iterator[str]:
    """What somebody has written, without codes, ticks and what the page itself had added."""
    for name, values in data.lists():
        if not WITHOUT_TEXT.search(name):
            yield from (value for value in values if is_text(value))


def is_text(value: str) -> bool:
    return len(value.strip()) >= SHORTEST_TEXT and bool(LETTER.search(value))
