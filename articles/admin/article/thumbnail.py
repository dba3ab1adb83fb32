"""The first page of an article's PDF as a small picture, for editors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from articles.editing import working_record
from articles.imports.pdf_pictures import png
from articles.models.roles import Action
from articles.publishing.makeup import own_pdf
from articles.publishing.thumbnails import thumbnail_path
from articles.stored_files import file_response

from ..pages import get_article

if TYPE_CHECKING:
    from . import ArticleAdmin

BLANK = png(b"\xff\xff\xff", 1, 1, 3)


def thumbnail_view(_admin: ArticleAdmin, request: HttpRequest, pk: int) -> HttpResponseBase:
    """A blank picture where there is no PDF, or where it cannot be drawn."""
    galley = own_pdf(working_record(get_article(request, pk, Action.VIEW)))
    path = thumbnail_path(galley) if galley else None
    if path is None:
        return HttpResponse(BLANK, content_type="image/png")
    return file_response(request, path, f"{pk}.png", "image/png")
