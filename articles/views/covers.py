"""The cover of an issue that is out, as a picture."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from articles.models import Issue
from articles.records.pictures import cover_name, image_type
from articles.stored_files import file_response

from .files import PUBLIC, SANDBOX


@require_safe
def issue_cover(request: HttpRequest, pk: int, name: str) -> HttpResponseBase:
    issue = get_object_or_404(Issue.objects.public(), pk=pk)
    path = issue.cover.name or ""
    if name != cover_name(path):
        raise Http404
    response = file_response(request, path, name, image_type(name))
    response["Cache-Control"] = PUBLIC
    response["Content-Security-Policy"] = SANDBOX
    return response
