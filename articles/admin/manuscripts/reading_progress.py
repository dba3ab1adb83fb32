"""The progress of reading on the list of manuscripts: a script asks until no file is waiting."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse

from articles.intake.manuscripts.queue import is_worker_running, read_next
from articles.intake.manuscripts.reader_process import REQUEST_SECONDS
from articles.models import Manuscript
from articles.models.roles import Action, journals_for

from ..permissions import editor_of
from .list_page import KEY, LATEST
from .permissions import editable_manuscripts
from .uploads import url_of_read

ROW = "admin/manuscripts/row.html"


def next_page(admin: ModelAdmin[Any], request: HttpRequest) -> HttpResponse:
    """One manuscript that is read now, as JSON for the script.

    Without a worker, this reads one. Without the script, the list is shown again.
    """
    manuscript = find_read(request) if is_worker_running() else read_one(request)
    if "application/json" not in request.headers.get("Accept", ""):
        awaited = KEY.fullmatch(request.POST.get("open", ""))
        url = reverse("admin:articles_manuscript_changelist")
        return HttpResponseRedirect(f"{url}?open={awaited[0]}" if awaited else url)
    row = render_to_string(ROW, {"manuscript": manuscript}, request) if manuscript else ""
    waiting = editable_manuscripts(request).waiting().count()
    key = manuscript.pk if manuscript else None
    page = url_of_read(manuscript) if manuscript else ""
    return JsonResponse({"key": key, "row": row, "page": page, "waiting": waiting})


def find_read(request: HttpRequest) -> Manuscript | None:
    """A manuscript that is no longer waiting but that the page still shows so (`keys`)."""
    keys = [int(key) for key in KEY.findall(request.POST.get("keys", ""))]
    rows = editable_manuscripts(request).exclude(state=Manuscript.State.WAITING)
    return rows.filter(pk__in=keys[:LATEST]).order_by("pk").first()


def read_one(request: HttpRequest) -> Manuscript | None:
    keys = journals_for(editor_of(request), Action.EDIT)
    return read_next(keys, seconds=REQUEST_SECONDS)
