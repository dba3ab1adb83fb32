"""The list of manuscripts, with the form that uploads more and the progress of their reading."""

from __future__ import annotations

import re
from typing import Any

from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from articles.intake.manuscripts.queue import is_worker_running
from articles.models import Manuscript

from ..pages import render_page
from .permissions import editable_journals, editable_manuscripts, get_corrected_article
from .uploads import upload_files, url_of_read

LATEST = 100  # manuscripts in the list
KEY = re.compile(r"[0-9]{1,17}")


def list_page(admin: ModelAdmin[Any], request: HttpRequest) -> HttpResponse:
    """`?open=KEY` redirects to that manuscript once it is read; `?article=KEY` filters."""
    if not admin.has_module_permission(request):
        raise PermissionDenied
    if request.method == "POST":
        return upload_files(request)
    awaited = awaited_manuscript(request)
    if awaited and (url := url_of_read(awaited)):
        return HttpResponseRedirect(url)
    article = get_corrected_article(request, request.GET)
    rows = editable_manuscripts(request)
    if article:
        rows = rows.filter(article=article)
    totals = editable_manuscripts(request).totals()
    waiting = totals["waiting"]
    return render_page(
        admin,
        request,
        "admin/manuscripts/list.html",
        _("Manuscripts"),
        journals=editable_journals(request),
        article=article,
        manuscripts=list(rows[:LATEST]),
        waiting=waiting,
        totals=totals,
        awaited=awaited,
        has_worker=bool(waiting) and is_worker_running(),
    )


def awaited_manuscript(request: HttpRequest) -> Manuscript | None:
    """The manuscript that the page opens as soon as it is read."""
    key = KEY.fullmatch(request.GET.get("open", ""))
    return editable_manuscripts(request).filter(pk=key[0]).first() if key else None
