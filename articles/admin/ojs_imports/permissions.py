"""Who may move a journal in: whoever may manage it."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from articles.models import Journal, OjsImport
from articles.models.roles import Action, can_do, journals_for
from journal.monitoring.request_context import note_journal

from ..permissions import editor_of


def get_import(request: HttpRequest, pk: int) -> OjsImport:
    """Raises Http404 if there is none, PermissionDenied for another's journal."""
    ojs_import: OjsImport = get_object_or_404(OjsImport.objects.select_related("journal"), pk=pk)
    if not can_do(request.user, Action.MANAGE, ojs_import):
        raise PermissionDenied
    note_journal(ojs_import.journal.slug)
    return ojs_import


def managed_journals(request: HttpRequest) -> QuerySet[Journal]:
    """Raises PermissionDenied if there is none."""
    if not can_do(request.user, Action.MANAGE):
        raise PermissionDenied
    keys = journals_for(editor_of(request), Action.MANAGE)
    journals = Journal.objects.in_order()
    return journals if keys is None else journals.filter(pk__in=keys)
