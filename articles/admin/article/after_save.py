"""After a save of the article form: the message, and the page that the editor goes to."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import Revision

from ..draft_recovery import mark_saved
from .head import what_readers_see


def redirect_after_save(request: HttpRequest, revision: Revision, token: str) -> HttpResponse:
    """`token` names the opening of the form whose text is saved now, for draft recovery."""
    response = HttpResponseRedirect(next_page(request, revision))
    mark_saved(request, response, token)
    return response


def next_page(request: HttpRequest, revision: Revision) -> str:
    """`#top`, since browsers would otherwise scroll to where the form was left."""
    if "_publish" in request.POST:
        return reverse("admin:articles_article_publish", args=[revision.article_id])
    if "_leave" in request.POST:
        return reverse("admin:articles_article_changelist")
    return reverse("admin:articles_article_change", args=[revision.article_id]) + "#top"


def add_saved_message(
    request: HttpRequest, revision: Revision, base: int | None, before: int | None
) -> None:
    """`base` is the version that the editor began from, `before` the latest before this save."""
    if before is not None and revision.version == before:
        messages.info(request, _("Nothing was changed."))
        return
    message = _("Saved as version %(version)d.")
    if base is not None and before is not None and base < before:
        message = _("Saved together with other editors' changes (version %(version)d).")
    saved = message % {"version": revision.version}
    messages.success(request, f"{saved} {what_readers_see(revision.article)}")
