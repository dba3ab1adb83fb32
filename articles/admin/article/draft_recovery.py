"""What was typed when the session had ended: kept until the editor has signed in again."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponseBase, QueryDict
from django.utils.translation import gettext as _

SALT = "articles.admin.desk"
KEY = "typed"  # in the session
MONTH = 30 * 86_400
MOST = 2 * 2**20  # characters


def ticket(request: HttpRequest) -> str:
    """Goes out with every form: what comes back without a session was typed by an editor."""
    return signing.dumps(request.user.pk, salt=SALT)


def kept(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A signed-out POST goes to the sign-in page; after it the form opens as it was sent."""

    @wraps(view)
    def keeping(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponseBase:
        user: Any = request.user
        if not user.is_authenticated and request.method == "POST" and has_ticket(request):
            keep(request)
        elif user.is_authenticated and request.method == "GET":
            give_back(request)
        return view(request, *arguments, **named)

    return keeping


def has_ticket(request: HttpRequest) -> bool:
    try:
        signing.loads(request.POST.get("ticket", ""), salt=SALT, max_age=MONTH)
    except signing.BadSignature:
        return False
    return True


def keep(request: HttpRequest) -> None:
    typed = request.POST.copy()
    typed.pop("csrfmiddlewaretoken", None)
    encoded = typed.urlencode()
    if len(encoded) <= MOST:
        owner = signing.loads(typed.get("ticket", ""), salt=SALT)
        request.session[KEY] = {"path": request.path, "typed": encoded, "user": owner}


def give_back(request: HttpRequest) -> None:
    """Only to whom it belongs, and only at the place where it was typed; once."""
    found = request.session.get(KEY)
    if not found or found["path"] != request.path:
        return
    del request.session[KEY]
    if found["user"] == request.user.pk:
        request.typed_before = QueryDict(found["typed"], mutable=True)  # type: ignore[attr-defined]  # read by the form's page
        messages.warning(
            request,
            _("You had been signed out. What you typed stands below, not saved yet."),
        )
