"""The cover of an issue that is out, as a picture."""

from __future__ import annotations

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from articles.models import Issue
from articles.records.pictures import cover_name, image_type

from .files import SANDBOX


@require_safe
def issue_cover(request: HttpRequest, pk: int, name: str) -> FileResponse:
    issue = get_object_or_404(Issue.objects.public(), pk=pk)
    path = issue.cover.name or ""
    if name != cover_name(path) or not default_storage.exists(path):
        raise Http404
    response = FileResponse(default_storage.open(path), content_type=image_type(name))
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "public, max-age=300"
    response["Content-Security-Policy"] = SANDBOX
    return response
