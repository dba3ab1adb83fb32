"""A form that could not be taken: the CSRF check failed, or the session has ended.

The page says that the text is safe, shows it where draft recovery does not keep it, and leads back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from .article.draft_recovery import SESSION_KEY, keep_form

TEMPLATE = "pages/form_not_sent.html"
WITHOUT_TEXT = re.compile(r"csrf|token|ticket|password|^code$|^typing$|^next$|^_")
LETTER = re.compile(r"[^\W\d_]")
SHORTEST_TEXT = 4  # characters; codes and ticks are quickly chosen again


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Django's CSRF_FAILURE_VIEW: the page where the form was opened before another sign-in."""
    return form_not_sent(
        request,
        back=request.path,
        why=_("The page was open for too long, or you have signed in again since."),
        is_kept=keep_form(request),
    )


class SessionEnded:
    """Middleware that answers a form of the admin which came after the session had ended.

    Forms that draft recovery keeps are left alone: they lead through the sign-in page.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        sign_in = f"{reverse('admin:login')}?"
        is_refused = request.method == "POST" and response.get("Location", "").startswith(sign_in)
        if not is_refused or SESSION_KEY in request.session or not any(texts(request.POST)):
            return response
        back = sign_in + urlencode({"next": request.path})
        return form_not_sent(request, back=back, why=_("You were signed out."))


def form_not_sent(
    request: HttpRequest, *, back: str, why: str, is_kept: bool = False
) -> HttpResponse:
    context = {
        "why": why,
        "back": back,
        "is_kept": is_kept,
        "texts": [] if is_kept else list(texts(request.POST)),
    }
    return render(request, TEMPLATE, context, status=403)


def texts(data: QueryDict) -> Iterator[str]:
    """What somebody has written, without codes, ticks and what the page itself had added."""
    for name, values in data.lists():
        if not WITHOUT_TEXT.search(name):
            yield from (value for value in values if is_text(value))


def is_text(value: str) -> bool:
    return len(value.strip()) >= SHORTEST_TEXT and bool(LETTER.search(value))
