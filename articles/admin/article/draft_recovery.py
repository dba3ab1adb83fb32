"""Draft recovery: text typed in the article form survives the end of a session.

A form that is sent after the session has ended, or that fails the CSRF check, is kept in the
session of the browser and shown again, unsaved, once the editor is signed in. What the browser
keeps for a closed tab or an unreachable server is in `draft_recovery.js`; a cookie tells it which
texts are saved by now.

The names of the cookie, of the session's key and the salt are older than this module's name. They
stay, since a deploy must not lose what browsers and sessions hold.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

SALT = "articles.admin.desk"
SESSION_KEY = "typed"
MAX_CHARACTERS = 2 * 2**20
COOKIE = "desk_saved"
COOKIE_TOKENS = 20
MONTH = 30 * 86_400  # seconds


def editor_token(request: HttpRequest) -> str:
    """Sent with every form: proves, once the session is over, that an editor had opened it."""
    return signing.dumps(request.user.pk, salt=SALT)


def with_draft_recovery(
    view: Callable[..., HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """Wraps a view of the form: keeps a POST without a session, gives it back to the next GET."""

    @wraps(view)
    def wrapped(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponseBase:
        is_signed_in = request.user.is_authenticated
        if not is_signed_in and request.method == "POST":
            keep_form(request)
        elif is_signed_in and request.method == "GET":
            recover_form(request)
        return view(request, *arguments, **named)

    return wrapped


def keep_form(request: HttpRequest) -> bool:
    """Stores the sent form in the session, if it carries the token of an editor."""
    data = request.POST.copy()
    try:
        # Forms that were opened before the input was renamed send it as "ticket".
        token = data.get("editor_token") or data.get("ticket", "")
        editor = signing.loads(token, salt=SALT, max_age=MONTH)
    except signing.BadSignature:
        return False
    data.pop("csrfmiddlewaretoken", None)
    encoded = data.urlencode()
    if len(encoded) > MAX_CHARACTERS:
        return False
    request.session[SESSION_KEY] = {"path": request.path, "typed": encoded, "user": editor}
    return True


def recover_form(request: HttpRequest) -> None:
    """Sets `request.recovered_form`, once, on the page and for the editor that it was typed by."""
    draft = request.session.get(SESSION_KEY)
    if not draft or draft["path"] != request.path:
        return
    del request.session[SESSION_KEY]
    if draft["user"] == request.user.pk:
        request.recovered_form = QueryDict(draft["typed"], mutable=True)  # type: ignore[attr-defined]  # an attribute of ours
        messages.warning(
            request,
            _("The form could not be saved then. Your changes are below but not saved yet."),
        )


def recovered_form(request: HttpRequest) -> QueryDict | None:
    return getattr(request, "recovered_form", None)


def form_data(request: HttpRequest) -> QueryDict:
    """What the form was sent with, or was recovered with."""
    return recovered_form(request) or request.POST


def mark_saved(request: HttpRequest, response: HttpResponse, token: str) -> None:
    """Tells the browser to forget what it kept of the form; `token` names that opening of it."""
    if not token.isalnum() or len(token) > 40:
        return
    earlier = request.COOKIES.get(COOKIE, "").split(".")[-COOKIE_TOKENS:]
    response.set_cookie(
        COOKIE,
        ".".join([*filter(None, earlier), token]),
        max_age=MONTH,
        path=reverse("admin:index"),
        samesite="Lax",
        secure=request.is_secure(),
    )
