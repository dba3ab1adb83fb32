"""Actions on the chosen articles of the list: status, issue, publishing.

Each article is saved on its own, by `save_article`: a refusal is reported and stops no other.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Literal

import msgspec
from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.pages import render_page
from articles.admin.permissions import editor_of
from articles.admin.publish_form import PublicationDayField
from articles.editing import EditConflict, FrozenDoi, save_article, working_record
from articles.editing.permissions import ChangeNotPermitted
from articles.models import Article, Issue
from articles.models.roles import Action, can_do
from articles.publishing import Blocked, publish_article
from articles.records.record import Record

from ..form.errors import not_permitted_message

if TYPE_CHECKING:
    from .. import ArticleAdmin

Change = Callable[[Article], bool]  # returns whether it changed anything; raises a refusal
Status = Literal["draft", "ready"]


class NotApplicable(ValueError):
    """The action does not apply to this article; the message says why."""


class IssueForm(forms.Form):
    issue: forms.ModelChoiceField[Issue] = forms.ModelChoiceField(
        Issue.objects.none(), label=gettext_lazy("Issue")
    )


class DateForm(forms.Form):
    published_on = PublicationDayField()


@admin.action(description=gettext_lazy("Mark as ready"), permissions=["edit"])
def make_ready(
    article_admin: ArticleAdmin, request: HttpRequest, articles: QuerySet[Article]
) -> HttpResponse | None:
    def change(article: Article) -> bool:
        return set_status(request, article, "draft", "ready")

    return change_each(article_admin, request, articles, change)


@admin.action(description=gettext_lazy("Back to draft"), permissions=["edit"])
def make_draft(
    article_admin: ArticleAdmin, request: HttpRequest, articles: QuerySet[Article]
) -> HttpResponse | None:
    def change(article: Article) -> bool:
        return set_status(request, article, "ready", "draft")

    return change_each(article_admin, request, articles, change)


@admin.action(description=gettext_lazy("Add to an issue"), permissions=["edit"])
def assign_issue(
    article_admin: ArticleAdmin, request: HttpRequest, articles: QuerySet[Article]
) -> HttpResponse | None:
    """Asks for the issue first."""
    journals = set(articles.values_list("journal", flat=True))
    form = IssueForm(request.POST if "apply" in request.POST else None)
    issues = Issue.objects.select_related("journal").newest_first()
    form.fields["issue"].queryset = issues.filter(journal__in=journals)  # type: ignore[attr-defined]  # of a choice field
    if not form.is_valid():
        title = _("Add to an issue")
        return form_page(article_admin, request, articles, form, "assign_issue", title)
    issue: Issue = form.cleaned_data["issue"]

    def change(article: Article) -> bool:
        return set_issue(request, article, issue)

    return change_each(article_admin, request, articles, change)


@admin.action(description=gettext_lazy("Publish"), permissions=["publish"])
def publish(
    article_admin: ArticleAdmin, request: HttpRequest, articles: QuerySet[Article]
) -> HttpResponse | None:
    """Asks for the date first; articles with blocking findings are not published."""
    data = request.POST if "apply" in request.POST else None
    form = DateForm(data, initial={"published_on": timezone.localdate()})
    if not form.is_valid():
        return form_page(article_admin, request, articles, form, "publish", _("Publish"))
    published_on: date = form.cleaned_data["published_on"]

    def change(article: Article) -> bool:
        return publish_one(request, article, published_on)

    return change_each(article_admin, request, articles, change)


ACTIONS = [make_ready, make_draft, assign_issue, publish]


def form_page(
    article_admin: ArticleAdmin,
    request: HttpRequest,
    articles: QuerySet[Article],
    form: forms.Form,
    action: str,
    title: str,
) -> HttpResponse:
    """Asks what the action needs to know, and sends the chosen articles along."""
    template = "admin/articles/article/action.html"
    return render_page(
        article_admin, request, template, title, articles=articles, form=form, action=action
    )


def change_each(
    article_admin: ArticleAdmin,
    request: HttpRequest,
    articles: QuerySet[Article],
    change: Change,
) -> HttpResponse | None:
    """Returns None, which leads back to the list with a message of what was done."""
    changed_count = unchanged_count = 0
    for article in articles.select_related("journal", "issue__journal", "section"):
        try:
            if not article_admin.has_change_permission(request, article):
                raise NotApplicable(_("You do not have permission to change this."))
            is_changed = change(article)
        except (EditConflict, FrozenDoi, Blocked, NotApplicable, ChangeNotPermitted) as refusal:
            why = (
                not_permitted_message(refusal)
                if isinstance(refusal, ChangeNotPermitted)
                else str(refusal)
            )
            values = {"article": article, "why": why}
            messages.error(request, _("“%(article)s”: %(why)s") % values)
        else:
            changed_count += is_changed
            unchanged_count += not is_changed
    if changed_count:
        messages.success(request, _("Changed: %(count)d.") % {"count": changed_count})
    if unchanged_count:
        messages.info(request, _("Not changed: %(count)d.") % {"count": unchanged_count})
    return None


def set_status(request: HttpRequest, article: Article, before: Status, after: Status) -> bool:
    """Raises NotApplicable for an article that is neither `before` nor `after`."""
    record = working_record(article)
    if record.status == after:
        return False
    if record.status != before:
        raise NotApplicable(_("Status: %(status)s.") % {"status": article.get_status_display()})
    return save(request, article, msgspec.structs.replace(record, status=after))


def set_issue(request: HttpRequest, article: Article, issue: Issue) -> bool:
    if article.journal_id != issue.journal_id:
        raise NotApplicable(_("It belongs to another journal."))
    record = working_record(article)
    if record.issue_id == issue.pk:
        return False
    return save(request, article, msgspec.structs.replace(record, issue_id=issue.pk, position=None))


def publish_one(request: HttpRequest, article: Article, published_on: date) -> bool:
    editor = editor_of(request)
    if not can_do(editor, Action.PUBLISH, article):
        raise NotApplicable(_("You do not have permission to publish this."))
    if article.is_public:
        raise NotApplicable(_("Status: %(status)s.") % {"status": article.get_status_display()})
    publish_article(article, published_on=published_on, editor=editor)
    return True


def save(request: HttpRequest, article: Article, record: Record) -> bool:
    """Saves over the version that was read: what others save meanwhile is merged in."""
    save_article(
        record,
        article=article,
        base=article.version,
        editor=editor_of(request),
        reason=_("in a list"),
    )
    return True
