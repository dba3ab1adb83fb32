"""Manuscripts in the admin: handed in, read, looked at, saved, kept with their articles."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.core.files.storage import default_storage
from django.forms.widgets import Script
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
)
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from articles.intake.manuscripts.queue import BeingRead, throw_away
from articles.models import Article, Manuscript
from articles.models.roles import Action, may
from articles.records import json

from .correction_page import correct_page
from .list_page import list_page, next_page
from .permissions import article_of, manuscript_of
from .review_page import review_page

Page = Callable[..., HttpResponseBase]
PICTURES = {"png": "image/png", "jpg": "image/jpeg", "gif": "image/gif"}
either = require_http_methods(["GET", "HEAD", "POST"])


class ManuscriptAdmin(admin.ModelAdmin):
    class Media:
        css = {"all": ["articles/admin.css", "articles/manuscripts.css"]}
        js = [Script("articles/manuscripts.js", defer=True)]

    def get_urls(self) -> list[URLPattern]:
        name = "articles_manuscript_{}".format
        return [
            path("", self.page(either, list_page), name=name("changelist")),
            path("next/", self.page(require_POST, next_page), name=name("next")),
            path("<int:pk>/change/", self.page(either, one_page), name=name("change")),
            path("<int:pk>/file/", self.page(require_safe, file_page), name=name("file")),
            path(
                "<int:pk>/pictures/<str:picture>",
                self.page(require_safe, picture_page),
                name=name("picture"),
            ),
            path("<int:pk>/compare/", self.page(require_POST, compare_page), name=name("compare")),
            path("<int:pk>/discard/", self.page(require_POST, discard_page), name=name("discard")),
        ]

    def page(self, methods: Callable[[Any], Any], view: Page) -> Any:
        """For signed-in editors alone; the view is given the admin first."""
        return self.admin_site.admin_view(methods(partial(view, self)))

    def has_module_permission(self, request: HttpRequest) -> bool:
        return may(request.user, Action.EDIT)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may(request.user, Action.EDIT, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may(request.user, Action.EDIT, obj)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # they are handed in on the list

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


def one_page(admin: ManuscriptAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """Whatever there is to do with one file."""
    manuscript = manuscript_of(request, pk)
    if manuscript.state not in (Manuscript.State.READ, Manuscript.State.SAVED):
        messages.warning(request, f"{manuscript.name}: {manuscript.get_state_display()}")
        return HttpResponseRedirect(reverse("admin:articles_manuscript_changelist"))
    if manuscript.article and manuscript.state == Manuscript.State.READ:
        return correct_page(admin, request, manuscript, manuscript.article)
    return review_page(admin, request, manuscript)


def file_page(admin: ManuscriptAdmin, request: HttpRequest, pk: int) -> HttpResponseBase:
    """The file as it was handed in: saved by the browser, never shown by it."""
    manuscript = manuscript_of(request, pk)
    if not default_storage.exists(manuscript.path):
        raise Http404
    return FileResponse(
        default_storage.open(manuscript.path),
        as_attachment=True,
        filename=manuscript.name,
        content_type="application/octet-stream",
    )


def picture_page(
    admin: ManuscriptAdmin, request: HttpRequest, pk: int, picture: str
) -> HttpResponseBase:
    """A picture of the text, for those who look at it before it is saved."""
    manuscript = manuscript_of(request, pk)
    galleys = json.load(manuscript.stored).galleys if manuscript.stored else ()
    found = next((one for one in galleys if one.name == picture), None)
    if found is None or not default_storage.exists(found.path):
        raise Http404
    response = FileResponse(
        default_storage.open(found.path),
        content_type=PICTURES.get(found.name.rpartition(".")[2], "application/octet-stream"),
    )
    response["X-Content-Type-Options"] = "nosniff"
    return response


def compare_page(admin: ManuscriptAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """The file is for an article that stands already."""
    manuscript = manuscript_of(request, pk)
    article: Article | None = article_of(request, request.POST)
    is_open = manuscript.state == Manuscript.State.READ
    if article and article.journal_id == manuscript.journal_id and is_open:
        manuscript.article = article
        manuscript.save(update_fields=["article"])
    return HttpResponseRedirect(reverse("admin:articles_manuscript_change", args=[pk]))


def discard_page(admin: ManuscriptAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """A file that made no article is thrown away; one that did is kept."""
    manuscript = manuscript_of(request, pk)
    if manuscript.state != Manuscript.State.SAVED:
        try:
            throw_away(manuscript)
        except BeingRead:
            messages.warning(request, _("“%(name)s” is being read.") % {"name": manuscript.name})
        else:
            messages.success(request, _("“%(name)s” was thrown away.") % {"name": manuscript.name})
    return HttpResponseRedirect(reverse("admin:articles_manuscript_changelist"))
