"""The page on which a chief editor makes an issue an archive, or ends that, with a reason."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editing.archive import archive_issue, end_archive
from articles.models import Issue
from articles.models.roles import Action

from ..draft_recovery import form_data
from ..pages import get_issue, render_page


class ArchiveForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"), max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )


def archive_page(admin: ModelAdmin[Any], request: HttpRequest, pk: int) -> HttpResponse:
    issue = get_issue(request, pk, Action.OVERRIDE)
    form = ArchiveForm(form_data(request) or None)
    if request.method == "POST" and form.is_valid():
        change_mark(admin, request, issue, form.cleaned_data["reason"])
        return HttpResponseRedirect(reverse("admin:articles_issue_change", args=[pk]))
    return render_page(
        admin,
        request,
        "admin/articles/issue/archive.html",
        _("Archive"),
        issue=issue,
        form=form,
        article_count=issue.articles.count(),
    )


def change_mark(admin: ModelAdmin[Any], request: HttpRequest, issue: Issue, reason: str) -> None:
    """Sets or removes the mark; the history of the issue says who did it, and why."""
    if issue.archived_at:
        end_archive(issue, reason)
        done = _("The issue is no archive any more.")
    else:
        archive_issue(issue, reason)
        done = _("The issue is an archive.")
    admin.log_change(request, issue, f"{done} {reason}")
    messages.success(request, done)
