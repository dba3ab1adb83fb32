"""Draft recovery: text typed in a form of the office survives the end of a session.

A form that is sent after the session has ended, or that fails the CSRF check, is kept in the
session of the browser and shown again, unsaved, once the editor is signed in. What the browser
keeps for a closed tab or an unreachable server is in `draft_recovery.js`, which sends it back with
`_recover`; a cookie tells it which texts are saved by now.

The names of the cookie, of the session's key and the salt are older than this module's name. They
stay, since a deploy must not lose what browsers and sessions hold.
"""

from __future__ import annotations

import re
from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

SALT = "articles.admin.desk"
SESSION_KEY = "typed"
MAX_CHARACTERS = 2 * 2**20
COOKIE = "desk_saved"
COOKIE_TOKENS = 20
MONTH = 30 * 86_400  # seconds
NOT_KEPT = re.compile(r"^csrfmiddlewaretoken$|^_recover$|password")


def recovery_context(
    request: HttpRequest, *, is_unsaved: bool | None = None, key: str = "", version: int = 0
) -> dict[str, Any]:
    """The context of templates/admin/draft_recovery.html, which stands in the form.

    `key` and `version` name the thing that the form is of; by default its address does.
    `is_unsaved`: the form shows what was typed; by default if it was sent or recovered.
    """
    if is_unsaved is None:
        is_unsaved = bool(form_data(request))
    return {
        "editor_token": editor_token(request),
        "draft_key": key or f"{request.user.pk}:{request.path}",
        "draft_version": version,
        "is_unsaved": is_unsaved,
    }


def editor_token(request: HttpRequest) -> str:
    """Sent with every form: proves, once the session is over, that an editor had opened it."""
    return signing.dumps(request.user.pk, salt=SALT)


def keep_form(request: HttpRequest) -> bool:
    """Stores the sent form in the session, if it carries the token of an editor."""
    data = request.POST.copy()
    try:
        # Forms that were opened before the input was renamed send it as "ticket".
        token = data.get("editor_token") or data.get("ticket", "")
        editor = signing.loads(token, salt=SALT, max_age=MONTH)
    except signing.BadSignature:
        return False
    is_restored = "_recover" in data
    for name in [name for name in data if NOT_KEPT.search(name)]:
        del data[name]
    encoded = data.urlencode()
    if len(encoded) > MAX_CHARACTERS:
        return False
    request.session[SESSION_KEY] = {
        "path": request.path,
        "typed": encoded,
        "user": editor,
        "files": file_names(request),
        "restored": is_restored,
    }
    return True


def file_names(request: HttpRequest) -> list[str]:
    """The names of the files that were sent, which are not kept."""
    return [str(file.name) for _name, files in request.FILES.lists() for file in files]


def recover_form(request: HttpRequest) -> None:
    """Sets `request.recovered_form`, once, on the page and for the editor that it was typed by."""
    draft = request.session.get(SESSION_KEY)
    if not draft or draft["path"] != request.path:
        return
    del request.session[SESSION_KEY]
    if draft["user"] != request.user.pk:
        return
    request.recovered_form = QueryDict(draft["typed"], mutable=True)  # type: ignore[attr-defined]  # an attribute of ours
    if draft.get("restored"):
        messages.warning(request, _("Your text is back. It is not saved yet."))
        return
    text = _("The form could not be saved then. Your changes are below but not saved yet.")
    messages.warning(request, text)
    if files := draft.get("files"):
        text = _("Choose these files again: %(names)s.") % {"names": ", ".join(files)}
        messages.warning(request, text)


def recovered_form(request: HttpRequest) -> QueryDict | None:
    return getattr(request, "recovered_form", None)


def form_data(request: HttpRequest) -> QueryDict:
    """What the form was sent with, or was recovered with; empty if it is opened."""
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
