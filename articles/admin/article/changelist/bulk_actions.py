"""Many articles at once: each through the one writer, conflicts and refusals told, nothing lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import msgspec
from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editing import EditConflict, FrozenDoi, save_article, working_record
from articles.editing.permitted import NotYours
from articles.models import Article, Issue
from articles.models.roles import Action, may
from articles.publishing import Blocked, publish_article
from articles.records.record import Record

from ..form.finding_errors import not_yours

if TYPE_CHECKING:
    from .. import ArticleAdmin

Do = Callable[[Article], bool]  # True where something was changed; a refusal is raised


class NotNow(ValueError):
    """What was asked does not fit how the article stands."""


class IssueForm(forms.Form):
    issue: forms.ModelChoiceField[Issue] = forms.ModelChoiceField(
        Issue.objects.none(), label=gettext_lazy("Issue")
    )


class DateForm(forms.Form):
    published_on = forms.DateField(
        label=gettext_lazy("Date of publication"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )


@admin.action(description=gettext_lazy("Mark as ready"), permissions=["change"])
def make_ready(
    desk: ArticleAdmin, request: HttpRequest, articles: QuerySet[Article]
) -> HttpResponse | None:
    return each(desk, request, articles, lambda one: set_status(request, one, "draft", "ready"))


@admin.action(description=gettext_lazy("Back to draft"), permissions=["change"])
def make_draft(
    desk: ArticleAdmin, request: HttpRequest, articles: QuerySet[Article]
) -> HttpResponse | None:
    return each(desk, request, articles, lambda one: set_status(request, one, "ready", "draft"))


@admin.action(description=gettext_lazy("Assign to an issue"), permissions=["change"])
def assign_issue(
    desk: ArticleAdmin, request: HttpRequest, articles: QuerySet[Article]
) -> HttpResponse | None:
    """The issue is asked for first."""
    journals = set(articles.values_list("journal", flat=True))
    form = IssueForm(request.POST if "apply" in request.POST else None)
    issues = Issue.objects.select_related("journal").newest_first()
    form.fields["issue"].queryset = issues.filter(journal__in=journals)  # type: ignore[attr-defined]  # of a choice field
    if not form.is_valid():
        return ask(desk, request, articles, form, "assign_issue", _("Assign to an issue"))
    issue: Issue = form.cleaned_data["issue"]
    return each(desk, request, articles, lambda one: set_issue(request, one, issue))


@admin.action(description=gettext_lazy("Publish"), permissions=["change"])
def publish(
    desk: ArticleAdmin, request: HttpRequest, articles: QuerySet[Article]
) -> HttpResponse | None:
    """The date is proposed and confirmed first; what blocks stays as it is and is told."""
    asked = request.POST if "apply" in request.POST else None
    form = DateForm(asked, initial={"published_on": timezone.localdate()})
    if not form.is_valid():
        return ask(desk, request, articles, form, "publish", _("Publish"))
    return each(
        desk,
        request,
        articles,
        lambda one: publish_one(request, one, form.cleaned_data["published_on"]),
    )


ACTIONS = [make_ready, make_draft, assign_issue, publish]


def ask(
    desk: ArticleAdmin,
    request: HttpRequest,
    articles: QuerySet[Article],
    form: forms.Form,
    action: str,
    title: str,
) -> HttpResponse:
    context: dict[str, Any] = {
        **desk.admin_site.each_context(request),
        "title": title,
        "opts": desk.opts,
        "media": desk.media,
        "articles": articles,
        "form": form,
        "action": action,
    }
    return TemplateResponse(request, "admin/articles/article/bulk.html", context)


def each(
    desk: ArticleAdmin, request: HttpRequest, articles: QuerySet[Article], do: Do
) -> HttpResponse | None:
    """One by one, so that one refusal keeps no other from being done; back to the list."""
    done, same = 0, 0
    for article in articles.select_related("journal", "issue__journal", "section"):
        try:
            if not desk.has_change_permission(request, article):
                raise NotNow(_("You may not change it."))
            changed = do(article)
        except (EditConflict, FrozenDoi, Blocked, NotNow, NotYours) as refusal:
            why = not_yours(refusal) if isinstance(refusal, NotYours) else str(refusal)
            told = {"article": article, "why": why}
            messages.error(request, _("“%(article)s”: %(why)s") % told)
        else:
            done, same = done + changed, same + (not changed)
    if done:
        messages.success(request, _("Changed: %(count)d.") % {"count": done})
    if same:
        messages.info(request, _("Left as they were: %(count)d.") % {"count": same})
    return None


def set_status(request: HttpRequest, article: Article, before: Any, after: Any) -> bool:
    record = working_record(article)
    if record.status == after:
        return False
    if record.status != before:
        raise NotNow(_("It is %(status)s.") % {"status": article.get_status_display()})
    return save(request, article, msgspec.structs.replace(record, status=after))


def set_issue(request: HttpRequest, article: Article, issue: Issue) -> bool:
    if article.journal_id != issue.journal_id:
        raise NotNow(_("It belongs to another journal."))
    record = working_record(article)
    if record.issue_id == issue.pk:
        return False
    return save(request, article, msgspec.structs.replace(record, issue_id=issue.pk, position=None))


def publish_one(request: HttpRequest, article: Article, published_on: Any) -> bool:
    user: Any = request.user
    if not may(user, Action.PUBLISH, article):
        raise NotNow(_("You may not publish it."))
    if article.is_public:
        raise NotNow(_("It is %(status)s.") % {"status": article.get_status_display()})
    publish_article(article, published_on=published_on, editor=user)
    return True


def save(request: HttpRequest, article: Article, record: Record) -> bool:
    """On the version that was read: what others save meanwhile is merged in."""
    user: Any = request.user
    save_article(record, article=article, base=article.version, editor=user, reason=_("in a list"))
    return True
