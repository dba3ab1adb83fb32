"""The page that publishes a whole issue: all of its articles at once, or none."""

from __future__ import annotations

from typing import Any

import msgspec
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.db.models import F
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.editing.checks import CheckedArticle, check_articles
from articles.models import Article, Issue
from articles.models.roles import Action, can_do
from articles.publishing import publish_issue

from ..draft_recovery import form_data
from ..pages import get_issue, render_page
from ..publish_form import PublishForm
from .preflight import article_line


def publish_issue_page(admin: ModelAdmin[Any], request: HttpRequest, pk: int) -> HttpResponse:
    issue = get_issue(request, pk, Action.PUBLISH)
    proposed = issue.published_on or timezone.localdate()
    form = PublishForm(form_data(request) or None, initial={"published_on": proposed})
    if request.method == "POST" and form.is_valid() and publish(request, issue, form):
        return HttpResponseRedirect(reverse("admin:articles_issue_change", args=[pk]))
    unpublished = issue.articles.exclude(status__in=Article.PUBLIC)
    inspected = check_articles(unpublished.order_by(F("position").asc(nulls_last=True), "pk"))
    lines = [article_line(without_date_findings(article)) for article in inspected]
    return render_page(
        admin,
        request,
        "admin/articles/issue/publish.html",
        _("Publish the issue"),
        media=admin.media + form.media,
        issue=issue,
        form=form,
        lines=lines,
        blocked=sum(bool(line.blocks) for line in lines),
        may_override=can_do(request.user, Action.OVERRIDE, issue),
    )


def without_date_findings(inspected: CheckedArticle) -> CheckedArticle:
    """The form on this page supplies the date of publication."""
    findings = [finding for finding in inspected.findings if finding.field != "published_on"]
    return msgspec.structs.replace(inspected, findings=findings)


def publish(request: HttpRequest, issue: Issue, form: PublishForm) -> bool:
    """Whether it was published; if not, the form has the error."""
    articles = form.publish(request, issue, publish_issue)
    if articles is None:
        return False
    count = {"count": len(articles)}
    messages.success(request, _("The issue has been published. Articles: %(count)d.") % count)
    return True
