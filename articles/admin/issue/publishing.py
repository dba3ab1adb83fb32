"""The page that publishes a whole issue, and tells afterwards what was published and what is left.

A back issue, also one of the archive, is published by one confirmation: every article gets the date
of the issue, or keeps its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

import msgspec
from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.db.models import F
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editing import working_records
from articles.editing.checks import check_records
from articles.models import Article, Issue
from articles.models.roles import Action, can_do
from articles.publishing import publish_issue
from articles.publishing.issues import unpublished_articles
from articles.queries.released_records import FactsLoader
from articles.records.record import Record

from ..draft_recovery import form_data
from ..pages import get_issue, render_page
from ..publish_form import PublishForm, proposed_day
from .preflight import ArticleLine, article_line

LEAVE = "publish_others"  # the value of the button that leaves blocked articles


class IssuePublishForm(PublishForm):
    keep_dates = forms.BooleanField(
        label=gettext_lazy("Articles that have a date of publication keep it"), required=False
    )

    def day_for(self, record: Record) -> date:
        """The date that the article would be published with, as far as the form says one."""
        typed = self.cleaned_data if self.is_bound and self.is_valid() else self.initial
        own = record.published_on if typed.get("keep_dates") else None
        return own or typed.get("published_on") or timezone.localdate()


def publish_issue_page(admin: ModelAdmin[Any], request: HttpRequest, pk: int) -> HttpResponse:
    """GET: what would be published, what blocks it, and what is public. POST publishes."""
    issue = get_issue(request, pk, Action.PUBLISH)
    initial = {"published_on": proposed_day(issue), "keep_dates": True}
    form = IssuePublishForm(form_data(request) or None, initial=initial)
    if request.method == "POST" and form.is_valid() and publish(request, issue, form):
        return HttpResponseRedirect(request.path)
    keys = list(unpublished_articles(issue).values_list("pk", flat=True))
    records = working_records(keys, FactsLoader())
    lines = article_lines(records, form)
    blocked = sum(bool(line.blocks) for line in lines)
    return render_page(
        admin,
        request,
        "admin/articles/issue/publish.html",
        _("Publish the issue"),
        media=admin.media + form.media,
        issue=issue,
        form=form,
        lines=lines,
        blocked=blocked,
        possible=len(lines) - blocked,
        own_dates=sum(record.published_on is not None for record in records),
        published=published_articles(issue),
        may_override=can_do(request.user, Action.OVERRIDE, issue),
    )


def article_lines(records: Sequence[Record], form: IssuePublishForm) -> list[ArticleLine]:
    """Each article as it would be published: with the date that it would get."""
    dated = [
        msgspec.structs.replace(record, published_on=form.day_for(record)) for record in records
    ]
    return [article_line(inspected) for inspected in check_records(dated)]


def published_articles(issue: Issue) -> list[Article]:
    articles = Article.objects.public().filter(issue=issue)
    return list(articles.order_by(F("position").asc(nulls_last=True), "pk"))


def publish(request: HttpRequest, issue: Issue, form: IssuePublishForm) -> bool:
    """Whether it was published; if not, the form has the error."""
    publish_as_asked = partial(
        publish_issue,
        keep_dates=form.cleaned_data["keep_dates"],
        leave_blocked=request.POST.get("do") == LEAVE,
    )
    articles = form.publish(request, issue, publish_as_asked)
    if articles is None:
        return False
    count = {"count": len(articles)}
    messages.success(request, _("The issue has been published. Articles: %(count)d.") % count)
    return True
