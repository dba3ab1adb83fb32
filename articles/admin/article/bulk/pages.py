"""The pages of a bulk change: what it asks, a preview of every article, the report afterwards.

Between the pages the selection travels signed: the editor, the change, the articles, the query of
the list, and after the preview each article's version and what was promised for it. An article that
has changed since is told and skipped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    QueryDict,
)
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import Article, User
from articles.models.roles import Action, can_do

from ...pages import render_page
from ...permissions import editor_of
from .change import MOST_ARTICLES, BulkChange, BulkForm, ChosenArticles, PlannedChange
from .selection import Previewed, Selection, SelectionLost, read_selection
from .table import BULK_CHANGES

if TYPE_CHECKING:
    from .. import ArticleAdmin

ListAction = Callable[["ArticleAdmin", HttpRequest, QuerySet[Article]], HttpResponseBase | None]
AT_ONCE = ("publish", "release", "send_to_crossref")  # changes that leave nothing to release


def list_action(change: BulkChange) -> ListAction:
    """The action of the list that begins the change with the chosen articles."""

    def begin(
        article_admin: ArticleAdmin, request: HttpRequest, articles: QuerySet[Article]
    ) -> HttpResponseBase | None:
        keys = tuple(articles.values_list("pk", flat=True)[: MOST_ARTICLES + 1])
        if len(keys) > MOST_ARTICLES:
            text = _("Choose at most %(count)d articles at once.")
            messages.error(request, text % {"count": MOST_ARTICLES})
            return None
        back = request.GET.urlencode()
        selection = Selection(editor_of(request).pk, change.name, keys, back)
        return bulk_page(article_admin, request, change, selection)

    begin.__name__ = change.name
    listed: ListAction = admin.action(begin, permissions=[change.action.value])
    listed.short_description = change.label  # type: ignore[attr-defined]  # where Django looks
    return listed


ACTIONS = [list_action(change) for change in BULK_CHANGES.values()]


def bulk_view(article_admin: ArticleAdmin, request: HttpRequest, name: str) -> HttpResponseBase:
    """POST: `preview` with the values, or `apply` what was previewed; GET leads to the list."""
    change = BULK_CHANGES.get(name)
    if change is None:
        raise Http404
    if not can_do(request.user, change.action):
        raise PermissionDenied
    try:
        token = request.POST.get("selection", "")
        selection = read_selection(token, editor_of(request).pk, name)
    except SelectionLost:
        if request.method == "POST":
            text = _("This selection is too old. Choose the articles again; nothing was changed.")
            messages.error(request, text)
        return HttpResponseRedirect(reverse("admin:articles_article_changelist"))
    if request.POST.get("do") == "apply" and selection.previewed:
        return apply_page(article_admin, request, change, selection)
    return bulk_page(article_admin, request, change, selection)


def bulk_page(
    article_admin: ArticleAdmin, request: HttpRequest, change: BulkChange, selection: Selection
) -> HttpResponse:
    """The question of the change, and the preview as soon as the question is answered."""
    chosen = ChosenArticles(editor_of(request), selection.keys)
    is_answered = request.POST.get("do") == "preview"
    form = open_form(change, chosen, request.POST if is_answered else None)
    planned_changes = plan(change, chosen, form) if form.is_bound and form.is_valid() else None
    if planned_changes is not None:
        selection = previewed(selection, form, planned_changes)
    return render_page(
        article_admin,
        request,
        "admin/articles/article/bulk.html",
        str(change.label),
        change=change,
        form=form,
        articles=chosen.articles,
        planned_changes=planned_changes,
        count=len(selection.previewed),
        selection=selection,
    )


def open_form(change: BulkChange, chosen: ChosenArticles, data: QueryDict | None) -> BulkForm:
    """Bound where it has an answer, or nothing to ask."""
    form = change.form(data, chosen=chosen)
    return form if form.is_bound or form.fields else change.form({}, chosen=chosen)


def plan(change: BulkChange, chosen: ChosenArticles, form: BulkForm) -> list[PlannedChange]:
    """What would happen to each article; one that the role does not cover is skipped."""
    refusal = _("You do not have permission to change this.")
    return [
        planned
        if can_do(chosen.editor, change.action, planned.article)
        else PlannedChange(planned.article, skipped=refusal)
        for planned in change.plan(chosen, form)
    ]


def previewed(
    selection: Selection, form: BulkForm, planned_changes: Iterable[PlannedChange]
) -> Selection:
    """The selection with what the preview shows."""
    data = form.data if isinstance(form.data, QueryDict) else QueryDict()
    return msgspec.structs.replace(
        selection,
        values={name: data.getlist(name) for name in form.fields},
        previewed=tuple(
            Previewed(planned.article.pk, planned.article.version, planned.after)
            for planned in planned_changes
            if not planned.skipped
        ),
    )


def apply_page(
    article_admin: ArticleAdmin, request: HttpRequest, change: BulkChange, selection: Selection
) -> HttpResponseBase:
    """Does what was previewed, and reports it; a download has the report inside."""
    editor = editor_of(request)
    chosen = ChosenArticles(editor, selection.keys)
    form = open_form(change, chosen, values_of(selection))
    if not form.is_valid():
        return bulk_page(article_admin, request, change, selection)
    planned_changes = promised(plan(change, chosen, form), selection)
    if change.download:
        return change.download(planned_changes, form)
    outcomes = carried_out(change, planned_changes, form, editor)
    return report_page(article_admin, request, change, selection, outcomes)


def values_of(selection: Selection) -> QueryDict:
    data = QueryDict(mutable=True)
    for name, values in selection.values.items():
        data.setlist(name, values)
    return data


def promised(planned_changes: Iterable[PlannedChange], selection: Selection) -> list[PlannedChange]:
    """The same, but skipped where it is not what the preview showed."""
    shown = {seen.key: seen for seen in selection.previewed}
    return [as_promised(planned, shown.get(planned.article.pk)) for planned in planned_changes]


def as_promised(planned: PlannedChange, seen: Previewed | None) -> PlannedChange:
    article = planned.article
    if seen and seen.version != article.version:
        return PlannedChange(article, skipped=_("It was changed since the preview."))
    if planned.skipped:
        return planned
    if seen is None:
        return PlannedChange(article, skipped=_("It was skipped in the preview."))
    if seen.after != planned.after:
        return PlannedChange(article, skipped=_("It was changed since the preview."))
    return planned


def carried_out(
    change: BulkChange, planned_changes: Sequence[PlannedChange], form: BulkForm, editor: User
) -> list[PlannedChange]:
    """Does the changes that are not skipped; what is refused after all is marked as skipped."""
    wanted = [planned for planned in planned_changes if not planned.skipped]
    refused = dict(change.apply(wanted, form, editor)) if change.apply else {}
    return [
        msgspec.structs.replace(planned, skipped=refused[planned.article.pk])
        if planned.article.pk in refused
        else planned
        for planned in planned_changes
    ]


def report_page(
    article_admin: ArticleAdmin,
    request: HttpRequest,
    change: BulkChange,
    selection: Selection,
    outcomes: Sequence[PlannedChange],
) -> HttpResponse:
    editor = editor_of(request)
    skipped = [outcome for outcome in outcomes if outcome.skipped]
    done = [outcome for outcome in outcomes if not outcome.skipped]
    promises = {seen.key for seen in selection.previewed}
    again = tuple(one.article.pk for one in skipped if one.article.pk in promises)
    return render_page(
        article_admin,
        request,
        "admin/articles/article/bulk_report.html",
        str(change.label),
        change=change,
        done=done,
        skipped=skipped,
        lost=len(selection.keys) - len(outcomes),
        again=Selection(editor.pk, change.name, again, selection.back) if again else None,
        values=selection.values,
        release=release_of(change, done, selection, editor),
        selection=selection,
    )


def release_of(
    change: BulkChange, done: Sequence[PlannedChange], selection: Selection, editor: User
) -> Selection | None:
    """The changed articles whose change readers do not see yet and the editor may release."""
    if change.apply is None or change.action is Action.VIEW or change.name in AT_ONCE:
        return None
    keys = tuple(
        one.article.pk
        for one in done
        if one.article.is_public and can_do(editor, Action.PUBLISH, one.article)
    )
    return Selection(editor.pk, "release", keys, selection.back) if keys else None
