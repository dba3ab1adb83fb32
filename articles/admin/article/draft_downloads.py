"""What only the office sees of an article as it stands now: its files and its exports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from articles.editing import working_record
from articles.exports import FORMATS, NotExportable, stamp
from articles.models import Article

if TYPE_CHECKING:
    from . import ArticleAdmin


def visible(admin: ArticleAdmin, request: HttpRequest, pk: int) -> Article:
    """404 for what does not exist, 403 for what is not this person's to see."""
    rows = Article.objects.select_related("journal", "issue__journal", "section")
    article: Article = get_object_or_404(rows, pk=pk)
    if not admin.has_view_permission(request, article):
        raise PermissionDenied
    return article


def draft_file(admin: ArticleAdmin, request: HttpRequest, pk: int, galley: int) -> FileResponse:
    """Given to be kept, never run here."""
    record = working_record(visible(admin, request, pk))
    kept = next((one for one in record.galleys if one.id == galley), None)
    if kept is None or not default_storage.exists(kept.path):
        raise Http404
    return FileResponse(default_storage.open(kept.path), as_attachment=True, filename=kept.name)


def draft_export(admin: ArticleAdmin, request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    record = working_record(visible(admin, request, pk))
    if kind not in FORMATS:
        raise Http404
    format = FORMATS[kind]
    try:
        body = b"".join(format.write([record], stamp(timezone.now())))
    except NotExportable as refused:
        reasons = "\n".join(f"{one.field}: {one.message}" for one in refused.findings)
        return HttpResponse(reasons, status=422, content_type="text/plain; charset=utf-8")
    file = f"{pk}-draft.{format.extension}"
    return HttpResponse(
        body,
        content_type=format.media_type,
        headers={"Content-Disposition": f'attachment; filename="{file}"'},
    )
