"""The page that publishes an article, now or at an hour, or releases its changes."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import msgspec
from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editing import working_record
from articles.editing.checks import check_article
from articles.models import Article
from articles.models.roles import Action, can_do
from articles.publishing import changes_since_release, publish_article, schedule_article
from articles.publishing.publication import articles_noticed
from articles.records.findings import blocking
from articles.records.record import Record, RelationKind

from ..draft_recovery import recovered_form
from ..history.differences import differences
from ..history.reasons import translate_reason
from ..pages import get_article, render_page
from ..permissions import editor_of
from ..publish_form import PublishForm, proposed_day
from .findings_panel import findings_panel
from .head import is_changed

if TYPE_CHECKING:
    from . import ArticleAdmin

TEMPLATE = "admin/articles/article/publish.html"
EFFECTS: dict[RelationKind, Promise] = {
    "corrects": gettext_lazy("This article will be marked as corrected, with a link:"),
    "expresses_concern": gettext_lazy("This article will carry the expression of concern:"),
    "retracts": gettext_lazy("This article will be marked as retracted everywhere:"),
}


class ScheduleForm(forms.Form):
    hour = forms.DateTimeField(
        label=gettext_lazy("Publish at"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )

    def __init__(self, published_on: date | None, *arguments: Any, **named: Any) -> None:
        """`published_on`: the article's date of publication, before which it is not published."""
        super().__init__(*arguments, **named)
        self.published_on = published_on

    def clean_hour(self) -> datetime:
        hour: datetime = self.cleaned_data["hour"]
        if hour <= timezone.now():
            raise forms.ValidationError(_("This time is in the past."))
        if self.published_on and timezone.localdate(hour) < self.published_on:
            raise forms.ValidationError(
                _("The article's date of publication is %(day)s. Choose that day or a later one.")
                % {"day": date_format(self.published_on, "SHORT_DATE_FORMAT")}
            )
        return hour


def publish_view(admin: ArticleAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """GET proposes a date; POST publishes, schedules or unschedules, by the button `do`."""
    article = get_article(request, pk, Action.PUBLISH)
    proposed = proposed_day(article.issue, article.published_on)
    button = request.POST.get("do", "publish") if request.method == "POST" else ""
    typed = recovered_form(request) if request.method == "GET" else request.POST
    form = PublishForm(
        typed if button in ("publish", "") else None, initial={"published_on": proposed}
    )
    schedule_form = ScheduleForm(
        article.published_on,
        request.POST if button == "schedule" else None,
        initial={"hour": article.scheduled_for},
    )
    if button and form.is_valid() and publish(request, article, form):
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))
    if button == "unschedule" or schedule_form.is_valid():
        schedule(request, article, schedule_form)
        return HttpResponseRedirect(request.path)
    record = record_to_publish(article, form, proposed)
    findings = check_article(record)
    form_url = reverse("admin:articles_article_change", args=[pk])
    return render_page(
        admin,
        request,
        TEMPLATE,
        _("Publish changes") if article.is_public else _("Publish"),
        media=admin.media,
        article=article,
        form=form,
        schedule_form=schedule_form,
        is_unsaved=form.is_bound,
        panel=findings_panel(record, findings, form_url),
        is_blocked=bool(blocking(findings)),
        notices=notice_effects(article, record),
        may_override=can_do(request.user, Action.OVERRIDE, article),
        differences=differences(changes_since_release(article)),
        released=article.released,
        reason=translate_reason(article.released.reason) if article.released else "",
    )


def record_to_publish(article: Article, form: PublishForm, proposed: date | None) -> Record:
    """The latest record with the date that was typed, else with the proposed one, else today."""
    is_typed = form.is_bound and "published_on" not in form.errors
    typed = form.cleaned_data["published_on"] if is_typed else None
    day = typed or proposed or timezone.localdate()
    return msgspec.structs.replace(working_record(article), published_on=day)


class NoticeEffect(msgspec.Struct, frozen=True):
    """What publishing a notice does to another article."""

    sentence: Promise
    article: Article
    is_changed: bool  # it has changes that readers do not see; they are released with it


def notice_effects(article: Article, record: Record) -> list[NoticeEffect]:
    """None for an article that is public already: its notice has been applied."""
    if article.is_public:
        return []
    return [
        NoticeEffect(EFFECTS[kind], target, is_changed(target))
        for kind, target in articles_noticed(article, record)
    ]


def publish(request: HttpRequest, article: Article, form: PublishForm) -> bool:
    if form.publish(request, article, publish_article) is None:
        return False
    messages.success(request, _("The article has been published."))
    warn_of_unpublished_issue(request, article)
    return True


def warn_of_unpublished_issue(request: HttpRequest, article: Article) -> None:
    """An issue that is not published has no page, so no list leads readers to the article."""
    if article.issue is None or article.issue.is_public:
        return
    template = "admin/articles/article/unpublished_issue.html"
    messages.warning(request, render_to_string(template, {"issue": article.issue_id}))


def schedule(request: HttpRequest, article: Article, form: ScheduleForm) -> None:
    """Sets the hour of the form, or removes it where the form was not sent."""
    if article.is_public:
        messages.error(request, _("This article is already published."))
        return
    hour = form.cleaned_data["hour"] if form.is_bound else None
    schedule_article(article, hour, editor=editor_of(request))
    messages.success(request, _("Publication scheduled.") if hour else _("Schedule cancelled."))
