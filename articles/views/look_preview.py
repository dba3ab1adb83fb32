"""The home page with a look that is not saved yet: for those who may change it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_safe

from articles.editing.look_preview import kept_look
from articles.models import Journal, Look
from articles.models.roles import Action, can_do

from .drafts import PRIVATE
from .home import journal_home
from .issues import journal_or_404
from .look_files import picture_response


@require_safe
def journal_preview(request: HttpRequest, journal: str) -> HttpResponse:
    row, look = previewed(request, journal)
    row.look = look
    response = journal_home(request, row, is_preview=True)
    response["Cache-Control"] = PRIVATE
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


@require_safe
def preview_picture(request: HttpRequest, journal: str, kind: str, name: str) -> HttpResponseBase:
    """A picture that was uploaded for the preview."""
    _row, look = previewed(request, journal)
    path = {"logo": look.logo.name, "cover": look.cover.name}.get(kind) or ""
    if not path or name != path.rpartition("/")[2]:
        raise Http404
    response = picture_response(request, path, name)
    response["Cache-Control"] = PRIVATE
    return response


def previewed(request: HttpRequest, slug: str) -> tuple[Journal, Look]:
    """The journal and its unsaved look. Raises Http404 for everybody who may not change it."""
    journal = journal_or_404(slug)
    if not can_do(request.user, Action.MANAGE, journal):
        raise Http404
    look = kept_look(request.session, journal)
    if look is None:
        raise Http404
    return journal, look
