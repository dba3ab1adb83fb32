"""Where an editor goes after saving, and what tells the browser that nothing typed is left over."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from articles.models import Revision

COOKIE = "desk_saved"  # the tokens of forms whose text is saved: keep.js drops what it kept
KEPT = 20
MONTH = 30 * 86_400


def answer(request: HttpRequest, revision: Revision, token: str) -> HttpResponse:
    """`token` names the opening of the form whose text is saved now."""
    response = HttpResponseRedirect(next_page(request, revision))
    tell_browser(request, response, token)
    return response


def next_page(request: HttpRequest, revision: Revision) -> str:
    """A page without a place of its own would open at the place where the form was left."""
    if "_publish" in request.POST:
        return reverse("admin:articles_article_publish", args=[revision.article_id])
    if "_leave" in request.POST:
        return reverse("admin:articles_article_changelist")
    return reverse("admin:articles_article_change", args=[revision.article_id]) + "#top"


def tell_browser(request: HttpRequest, response: HttpResponse, token: str) -> None:
    if not token.isalnum() or len(token) > 40:
        return
    earlier = request.COOKIES.get(COOKIE, "").split(".")[-KEPT:]
    response.set_cookie(
        COOKIE,
        ".".join([*filter(None, earlier), token]),
        max_age=MONTH,
        path=reverse("admin:index"),
        samesite="Lax",
        secure=request.is_secure(),
    )
