"""What can be done with a manuscript file: download, pictures, compare with an article, discard."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
)
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.intake.manuscripts.queue import FileIsBusy, discard_manuscript
from articles.models import Manuscript
from articles.records import json
from articles.stored_files import ANY_CONTENT, file_response

from .permissions import get_corrected_article, get_manuscript

CONTENT_TYPES = {"png": "image/png", "jpg": "image/jpeg", "gif": "image/gif"}


def download_page(admin: ModelAdmin[Any], request: HttpRequest, pk: int) -> HttpResponseBase:
    """The uploaded file, always as a download: a browser must not open it on our site."""
    manuscript = get_manuscript(request, pk)
    return file_response(request, manuscript.path, manuscript.name, ANY_CONTENT, as_attachment=True)


def picture_page(
    admin: ModelAdmin[Any], request: HttpRequest, pk: int, picture: str
) -> HttpResponseBase:
    """A picture of the text, for the preview before the article is saved."""
    manuscript = get_manuscript(request, pk)
    galleys = json.load(manuscript.stored).galleys if manuscript.stored else ()
    galley = next((galley for galley in galleys if galley.name == picture), None)
    if galley is None:
        raise Http404
    content_type = CONTENT_TYPES.get(galley.name.rpartition(".")[2], ANY_CONTENT)
    return file_response(request, galley.path, galley.name, content_type)


def compare_page(admin: ModelAdmin[Any], request: HttpRequest, pk: int) -> HttpResponse:
    """Makes the file a correction of an article of the same journal."""
    manuscript = get_manuscript(request, pk)
    article = get_corrected_article(request, request.POST)
    is_unsaved = manuscript.state == Manuscript.State.READ
    if article and article.journal_id == manuscript.journal_id and is_unsaved:
        manuscript.article = article
        manuscript.save(update_fields=["article"])
    return HttpResponseRedirect(reverse("admin:articles_manuscript_change", args=[pk]))


def discard_page(admin: ModelAdmin[Any], request: HttpRequest, pk: int) -> HttpResponse:
    """Deletes a file, unless it was saved as an article."""
    manuscript = get_manuscript(request, pk)
    if manuscript.state != Manuscript.State.SAVED:
        try:
            discard_manuscript(manuscript)
        except FileIsBusy:
            messages.warning(request, _("“%(name)s” is being read.") % {"name": manuscript.name})
        else:
            messages.success(request, _("“%(name)s” was deleted.") % {"name": manuscript.name})
    return HttpResponseRedirect(reverse("admin:articles_manuscript_changelist"))
