"""A whole issue made public: all of its articles at once, or none."""

from __future__ import annotations

from typing import Any

import msgspec
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import F
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.editing.inspecting import Inspected, inspect_all
from articles.models import Article, Issue
from articles.models.roles import Action, may
from articles.publishing import IssueBlocked, publish_issue

from ..article.publish_page import PublishForm
from ..pages import issue_for, show
from .preflight import line_of


def publish_issue_page(admin: Any, request: HttpRequest, pk: int) -> HttpResponse:
    issue = issue_for(request, pk, Action.PUBLISH)
    proposed = issue.published_on or timezone.localdate()
    form = PublishForm(request.POST or None, initial={"published_on": proposed})
    if form.is_valid() and _publish(request, issue, form):
        return HttpResponseRedirect(reverse("admin:articles_issue_change", args=[pk]))
    waiting = issue.articles.exclude(status__in=Article.PUBLIC)
    inspected = inspect_all(waiting.order_by(F("position").asc(nulls_last=True), "pk"))
    lines = [line_of(dated(one)) for one in inspected]
    return show(
        admin,
        request,
        "admin/articles/issue/publish.html",
        _("Publish the issue"),
        media=admin.media + form.media,
        issue=issue,
        form=form,
        lines=lines,
        blocked=sum(bool(line.blocks) for line in lines),
        may_override=may(request.user, Action.OVERRIDE, issue),
    )


def dated(inspected: Inspected) -> Inspected:
    """Without what the date on this page gives."""
    found = [finding for finding in inspected.findings if finding.field != "published_on"]
    return msgspec.structs.replace(inspected, findings=found)


def _publish(request: HttpRequest, issue: Issue, form: PublishForm) -> bool:
    if form.cleaned_data["override"] and not may(request.user, Action.OVERRIDE, issue):
        raise PermissionDenied
    try:
        done = publish_issue(
            issue,
            published_on=form.cleaned_data["published_on"],
            editor=request.user,  # type: ignore[arg-type]  # the admin lets in nobody else
            override=form.reason(),
        )
    except IssueBlocked as blocked:
        form.add_error(None, str(blocked))
        return False
    messages.success(request, _("The issue is public. Articles: %(count)d.") % {"count": len(done)})
    return True
