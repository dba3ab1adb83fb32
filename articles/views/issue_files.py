"""Files of an issue that is out: its cover, PDF, EPUB, and articles for reference managers."""

from __future__ import annotations

from django.db.models.fields.files import FieldFile
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from articles.exports import FORMATS
from articles.models import Issue
from articles.queries.issues import contents
from articles.queries.released_records import records_in_order
from articles.records.cleaning import InvalidValue
from articles.records.pictures import cover_name, image_type
from articles.stored_files import file_response

from .exports import language_parameter, plain_text
from .files import OPENED_IN_BROWSER, PUBLIC, SANDBOX
from .list_export import entries, list_file
from .media_types import MEDIA_TYPES


@require_safe
def issue_cover(request: HttpRequest, pk: int, name: str) -> HttpResponseBase:
    path = public_issue(pk).cover.name or ""
    if name != cover_name(path):
        raise Http404
    response = file_response(request, path, name, image_type(name))
    response["Cache-Control"] = PUBLIC
    response["Content-Security-Policy"] = SANDBOX
    return response


@require_safe
def issue_pdf(request: HttpRequest, pk: int, name: str) -> HttpResponseBase:
    return whole_issue(request, public_issue(pk).pdf, name, "pdf")


@require_safe
def issue_epub(request: HttpRequest, pk: int, name: str) -> HttpResponseBase:
    response = whole_issue(request, public_issue(pk).epub, name, "epub")
    response["Content-Security-Policy"] = SANDBOX
    return response


def whole_issue(request: HttpRequest, file: FieldFile, name: str, kind: str) -> HttpResponseBase:
    """The file, if the address has its name; only a PDF opens in the browser."""
    path = file.name or ""
    if not path or name != path.rpartition("/")[2]:
        raise Http404
    is_attachment = kind not in OPENED_IN_BROWSER
    response = file_response(request, path, name, MEDIA_TYPES[kind], as_attachment=is_attachment)
    response["Cache-Control"] = PUBLIC
    return response


@require_safe
def issue_export(request: HttpRequest, pk: int, format: str) -> HttpResponse:
    """An entry for each article, in the order of the contents."""
    issue = public_issue(pk)
    if format not in FORMATS or not FORMATS[format].is_in_one_language:
        raise Http404
    try:
        language = language_parameter(request)
    except InvalidValue as error:
        return plain_text(400, str(error))
    records = records_in_order([listing.pk for listing in contents(issue)])
    known = FORMATS[format]
    return list_file(
        entries(records, known, language), known.media_type, f"issue-{pk}.{known.extension}"
    )


def public_issue(pk: int) -> Issue:
    return get_object_or_404(Issue.objects.public(), pk=pk)
