"""The steps of an import: plan, import, stop. A worker does what they ask."""

from __future__ import annotations

from typing import Any

import msgspec
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.imports import Unreadable
from articles.models import OjsImport

from ..permissions import editor_of
from .article_files import set_options
from .decisions import decisions_from
from .permissions import get_import
from .uploads import at_work_message, to_import

STATES = {"plan": OjsImport.State.PLANNING, "import": OjsImport.State.IMPORTING}


def step_page(admin: ModelAdmin[Any], request: HttpRequest, pk: int) -> HttpResponse:
    """`step` is "plan", "import" or "stop"; decisions come with the first two."""
    ojs_import = get_import(request, pk)
    step = request.POST.get("step", "")
    if step == "stop":
        OjsImport.objects.filter(pk=pk, state__in=OjsImport.WORK).update(is_cancelled=True)
    elif step in STATES and (problem := start(request, ojs_import, STATES[step])):
        messages.error(request, problem)
    return to_import(ojs_import)


def start(request: HttpRequest, ojs_import: OjsImport, state: OjsImport.State) -> str:
    """Puts the move into the queue; returns why it cannot be."""
    files = list(ojs_import.files.all())
    if not files:
        if ojs_import.kind == OjsImport.Kind.ARTICLES:
            return _("Upload the files first.")
        return _("Upload the files that OJS exported first.")
    if half := [file.name for file in files if not file.is_complete]:
        return _("Not uploaded completely: %(names)s. Choose the files again to go on.") % {
            "names": ", ".join(half)
        }
    try:
        decisions = decisions_from(request.POST, ojs_import)
    except Unreadable as error:
        return str(error)
    with transaction.atomic():
        row = OjsImport.objects.select_for_update().get(pk=ojs_import.pk)
        if row.is_at_work:
            return at_work_message()
        if row.kind == OjsImport.Kind.ARTICLES:
            set_options(row, request.POST)
        row.decisions = msgspec.json.encode(decisions).decode()
        row.editor = editor_of(request)
        row.state = state
        row.due_at = timezone.now()
        row.is_cancelled = False
        row.message = ""
        row.issue_count = 0
        if state == OjsImport.State.PLANNING:
            row.issue_total = 0  # not counted yet
        row.save()
    return ""
