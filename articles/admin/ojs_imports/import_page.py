"""The page of an import: files, progress, plan with decisions, and what became of it."""

from __future__ import annotations

from typing import Any

import msgspec
from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from articles.dois.new_addresses import new_address_lines
from articles.intake.ojs.importing import ImportedIssue
from articles.intake.ojs.result_text import error_lines, is_refused, outcome_texts
from articles.intake.ojs.uploads.jobs import decisions_of, plan_of, results_of
from articles.models import OjsImport

from ..pages import render_page
from .article_files import article_files_page, upload_context
from .permissions import get_import
from .plan_view import plan_view


def import_page(admin: ModelAdmin[Any], request: HttpRequest, pk: int) -> HttpResponse:
    ojs_import = get_import(request, pk)
    if ojs_import.kind == OjsImport.Kind.ARTICLES:
        return article_files_page(admin, request, ojs_import, progress_text(ojs_import))
    files = list(ojs_import.files.all())
    view = plan_view(plan_of(ojs_import), decisions_of(ojs_import)) if ojs_import.plan else None
    return render_page(
        admin,
        request,
        "admin/ojs_imports/import.html",
        _("Move from OJS"),
        ojs_import=ojs_import,
        progress_text=progress_text(ojs_import),
        **upload_context(files),
        plan=view,
        sections=ojs_import.journal.sections.order_by("order", "pk") if view else (),
        results=[result_view(result) for result in results_of(ojs_import)],
    )


class ResultView(msgspec.Struct, frozen=True, kw_only=True):
    label: str
    issue_id: int | None
    text: str
    is_refused: bool
    errors: list[str]


def result_view(result: ImportedIssue) -> ResultView:
    return ResultView(
        label=result.label or result.source,
        issue_id=result.issue_id,
        text=" · ".join(outcome_texts(result)),
        is_refused=is_refused(result),
        errors=list(error_lines(result)),
    )


def progress_page(admin: ModelAdmin[Any], request: HttpRequest, pk: int) -> HttpResponse:
    """How far the worker is, for the script, which loads the page again when the state changes."""
    ojs_import = get_import(request, pk)
    return JsonResponse(
        {
            "state": ojs_import.state,
            "count": ojs_import.issue_count,
            "total": ojs_import.issue_total,
            "text": progress_text(ojs_import),
        }
    )


def progress_text(ojs_import: OjsImport) -> str:
    """`issues: 12 of 60`; while the issues are being counted, how many there are so far."""
    if not ojs_import.is_at_work:
        return str(ojs_import.get_state_display())
    if ojs_import.kind == OjsImport.Kind.ARTICLES:
        return _("files: %(count)d") % {"count": ojs_import.issue_count}
    if not ojs_import.issue_total:
        return _("issues found: %(count)d") % {"count": ojs_import.issue_count}
    return _("issues: %(count)d of %(total)d") % {
        "count": ojs_import.issue_count,
        "total": ojs_import.issue_total,
    }


def addresses_page(admin: ModelAdmin[Any], request: HttpRequest, pk: int) -> HttpResponse:
    """The file of new addresses for Crossref: all public DOIs of the journal's prefix."""
    ojs_import = get_import(request, pk)
    name = f"{ojs_import.journal.slug}-doi-addresses.txt"
    return HttpResponse(
        "".join(new_address_lines(ojs_import.journal)),
        content_type="text/plain; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
