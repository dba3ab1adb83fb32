"""Importing files of articles: the list, the page of one import, its options, the templates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib.admin import ModelAdmin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.imports.table_template import csv_template, xlsx_template
from articles.intake.ojs.uploads.article_jobs import files_plan_of, reports_in
from articles.intake.ojs.uploads.pieces import EXTENSIONS, PIECE_BYTES
from articles.intake.ojs.uploads.queue import is_worker_running
from articles.intake.registered.comparison_text import comparison_groups
from articles.models import Journal, OjsImport, OjsImportFile

from ..numbers import parse_number
from ..pages import render_page
from ..permissions import editor_of
from .permissions import managed_journals

LATEST = 100  # imports in the list
Kind = OjsImport.Kind
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class JournalForm(forms.ModelForm):
    class Meta:
        model = OjsImport
        fields = ("journal",)

    def __init__(self, *args: Any, journals: QuerySet[Journal], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["journal"].queryset = journals  # type: ignore[attr-defined]  # a ModelChoiceField


class OptionsForm(forms.ModelForm):
    class Meta:
        model = OjsImport
        fields = ("publishes", "updates", "is_same_journal", "language")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["publishes"].label = _("Publish articles that have a date of publication")
        self.fields["publishes"].help_text = _(
            "After the same checks as in the form. Otherwise they come as drafts."
        )


def articles_page(admin: ModelAdmin[Any], request: HttpRequest) -> HttpResponse:
    """The imports that were begun, and the form that begins one; `?journal=KEY` chooses in it."""
    journals = managed_journals(request)
    initial = {"journal": parse_number(request.GET.get("journal")) or journals.first()}
    form = JournalForm(request.POST or None, initial=initial, journals=journals)
    if form.is_valid():
        row = form.instance
        row.kind, row.editor, row.publishes = Kind.ARTICLES, editor_of(request), False
        form.save()
        return HttpResponseRedirect(reverse("admin:articles_ojsimport_change", args=[row.pk]))
    rows = OjsImport.objects.for_list().filter(journal__in=journals, kind=Kind.ARTICLES)
    return render_page(
        admin,
        request,
        "admin/ojs_imports/articles.html",
        _("Import articles"),
        form=form,
        imports=rows[:LATEST],
    )


def article_files_page(
    admin: ModelAdmin[Any], request: HttpRequest, ojs_import: OjsImport, progress_text: str
) -> HttpResponse:
    plan = files_plan_of(ojs_import) if ojs_import.plan else None
    comparison = plan.comparison if plan else None
    return render_page(
        admin,
        request,
        "admin/ojs_imports/article_import.html",
        _("Import articles"),
        ojs_import=ojs_import,
        progress_text=progress_text,
        **upload_context(list(ojs_import.files.all())),
        accepted=",".join(EXTENSIONS[Kind.ARTICLES]),
        form=OptionsForm(instance=ojs_import),
        plan=plan,
        comparison=comparison,
        groups=comparison_groups(comparison) if comparison else (),
        reports=reports_in(ojs_import),
    )


def upload_context(files: Sequence[OjsImportFile]) -> dict[str, Any]:
    """What the upload form of both kinds of imports needs."""
    return {
        "files": files,
        "piece_bytes": PIECE_BYTES,
        "is_ready": bool(files) and all(file.is_complete for file in files),
        "has_worker": is_worker_running(),
    }


def set_options(ojs_import: OjsImport, posted: QueryDict) -> None:
    """Sets the options of the form; an invalid language counts as none."""
    form = OptionsForm(posted, instance=ojs_import)
    form.is_valid()


def csv_page(admin: ModelAdmin[Any], request: HttpRequest) -> HttpResponse:
    managed_journals(request)
    return download(csv_template(), "text/csv; charset=utf-8", "articles-template.csv")


def xlsx_page(admin: ModelAdmin[Any], request: HttpRequest) -> HttpResponse:
    managed_journals(request)
    return download(xlsx_template(), XLSX, "articles-template.xlsx")


def download(content: bytes, content_type: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=content_type, headers=headers)
