"""Downloads for editors: the files and the exports of the working article, released or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone

from articles.editing import working_record
from articles.exports import FORMATS, NotExportable, stamp
from articles.models.roles import Action
from articles.stored_files import ANY_CONTENT, file_response

from ..pages import get_article

if TYPE_CHECKING:
    from . import ArticleAdmin


def draft_file_view(
    _admin: ArticleAdmin, request: HttpRequest, pk: int, galley: int
) -> HttpResponseBase:
    """The file as an attachment: a browser must not run an uploaded HTML file on this site."""
    record = working_record(get_article(request, pk, Action.VIEW))
    file = next((file for file in record.galleys if file.id == galley), None)
    if file is None:
        raise Http404
    return file_response(request, file.path, file.name, ANY_CONTENT, as_attachment=True)


def draft_export_view(
    _admin: ArticleAdmin, request: HttpRequest, pk: int, kind: str
) -> HttpResponse:
    """The export in the format `kind`, in the article's language where it holds only one.

    422 with the reasons where the format refuses the record.
    """
    record = working_record(get_article(request, pk, Action.VIEW))
    if kind not in FORMATS:
        raise Http404
    format = FORMATS[kind]
    try:
        body = b"".join(format.write([record], stamp(timezone.now())))
    except NotExportable as error:
        reasons = "\n".join(f"{finding.field}: {finding.message}" for finding in error.findings)
        return HttpResponse(reasons, status=422, content_type="text/plain; charset=utf-8")
    name = f"{pk}-draft.{format.extension}"
    return HttpResponse(
        body,
        content_type=format.media_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
