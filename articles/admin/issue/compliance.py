"""The compliance sheet of an issue, as XLSX and as PDF."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.db.models import F
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.exports.papers.compliance_sheet import ComplianceSheet, pdf
from articles.exports.typesetting.typesetter import TypesettingFailed
from articles.models import Issue
from articles.models.roles import Action, articles_within
from articles.publishing.papers import compliance_sheet

from ..pages import get_issue
from ..permissions import editor_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def compliance_xlsx(admin: ModelAdmin[Any], request: HttpRequest, pk: int) -> HttpResponse:
    from articles.exports.papers.compliance_workbook import workbook

    issue = get_issue(request, pk, Action.VIEW)
    response = HttpResponse(workbook(sheet_of(request, issue)), content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{file_name(issue)}.xlsx"'
    return response


def compliance_pdf(admin: ModelAdmin[Any], request: HttpRequest, pk: int) -> HttpResponse:
    issue = get_issue(request, pk, Action.VIEW)
    try:
        made = pdf(sheet_of(request, issue))
    except TypesettingFailed:
        messages.error(request, _("The sheet is too long for a PDF. Take it as XLSX."))
        return HttpResponseRedirect(reverse("admin:articles_issue_change", args=[pk]))
    response = HttpResponse(made.pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{file_name(issue)}.pdf"'
    return response


def sheet_of(request: HttpRequest, issue: Issue) -> ComplianceSheet:
    """The sheet of the articles that the editor may see, in the order of the issue."""
    seen = issue.articles.filter(articles_within(editor_of(request), Action.VIEW))
    articles = seen.exclude(status="withdrawn").order_by(F("position").asc(nulls_last=True), "pk")
    return compliance_sheet(issue, articles, timezone.localdate())


def file_name(issue: Issue) -> str:
    return f"{issue.journal.slug}-{issue.year}-{issue.pk}-compliance"
