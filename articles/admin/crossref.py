"""The page of an article's DOI: giving and reserving it, depositing it, and Crossref's answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from articles import dois
from articles.editing import EditConflict
from articles.models import Article, DepositRecord, User
from articles.models.roles import Action, can_do
from articles.records.cleaning import InvalidValue

from .deposit_messages import Advice, Refusal, advice, refusals
from .pages import get_article, render_page
from .permissions import editor_of

DoiAction = Callable[[HttpRequest, Article], str]
STATUS_CLASSES = {"success": "ok", "failure": "bad", "warning": "warn"}
LATEST_DEPOSITS = 50


class SentDeposit(msgspec.Struct, frozen=True):
    """One deposit of the DOI, with what its message says to this editor."""

    record: DepositRecord
    advice: Advice | None

    @property
    def mark(self) -> str:
        """The CSS class of its state."""
        return STATUS_CLASSES.get(self.record.state, "")


def crossref_page(admin: ModelAdmin[Any], request: HttpRequest, pk: int) -> HttpResponse:
    """Shown to everybody who may see the article; the buttons are for those who may publish."""
    article = get_article(request, pk, Action.VIEW)
    refused: list[Refusal] = []
    if request.method == "POST":
        refused = do_action(request, get_article(request, pk, Action.PUBLISH))
        if not refused:
            return HttpResponseRedirect(request.path)
    return render_page(
        admin,
        request,
        "admin/articles/article/crossref.html",
        _("DOI and Crossref"),
        article=article,
        refused=refused,
        sent=sent_deposits(article, editor_of(request)),
        planned=planned_doi(article),
        may_publish=can_do(request.user, Action.PUBLISH, article),
        may_override=can_do(request.user, Action.OVERRIDE, article),
    )


def sent_deposits(article: Article, user: User) -> list[SentDeposit]:
    rows = DepositRecord.objects.filter(article=article).select_related("deposit")
    rows = rows.defer("deposit__xml", "deposit__answer", "body", "content").order_by("-timestamp")
    return [SentDeposit(record, advice(record, article, user)) for record in rows[:LATEST_DEPOSITS]]


def planned_doi(article: Article) -> dois.PlannedDoi:
    """The DOI by the journal's pattern, or why there is none; empty if the article has a DOI."""
    return dois.PlannedDoi(article) if article.doi else dois.plan_dois([article])[0]


def explain(error: Exception) -> str:
    """What is wrong and, where known, what to do."""
    return f"{error} {getattr(error, 'remedy', '')}".strip()


def do_action(request: HttpRequest, article: Article) -> list[Refusal]:
    """Does what the button says; returns what Crossref's requirements exclude, if it sends."""
    if request.POST.get("do") == "send":
        return send(request, article)
    action = ACTIONS.get(request.POST.get("do", ""))
    if action is None:
        raise PermissionDenied
    try:
        messages.success(request, action(request, article))
    except (dois.DoiNotChanged, EditConflict, InvalidValue) as error:
        messages.error(request, explain(error))
    return []


def mint(request: HttpRequest, article: Article) -> str:
    dois.mint_doi(article, editor=editor_of(request))
    return _("The DOI has been assigned.")


def reserve(request: HttpRequest, article: Article) -> str:
    dois.reserve_doi(article)
    return _("The DOI is reserved. You can print it; it will not change.")


def mark_registered_elsewhere(request: HttpRequest, article: Article) -> str:
    dois.mark_registered_elsewhere(article)
    return _("Marked as registered elsewhere. It will not be sent automatically.")


def give_up(request: HttpRequest, article: Article) -> str:
    if not can_do(request.user, Action.OVERRIDE, article):
        raise PermissionDenied(_("Only a chief editor can cancel a DOI."))
    reason = request.POST.get("reason", "")
    dois.cancel_doi(article, reason=reason, editor=editor_of(request))
    return _("The DOI is cancelled and cannot be used again.")


def send(request: HttpRequest, article: Article) -> list[Refusal]:
    """Puts a deposit in the queue; the worker sends it and later asks for the result."""
    queued = dois.queue_articles(Article.objects.filter(pk=article.pk))
    if queued.refused:
        messages.error(request, _("Not sent: Crossref's requirements are not met."))
    elif not queued.deposits:
        messages.warning(request, _("Nothing to send: already queued or not published."))
    else:
        messages.success(request, _("Added to the Crossref queue."))
    return refusals(queued.refused.get(article.pk, ()), article, editor_of(request))


# By the value of the button; each returns the message for the editor.
ACTIONS: dict[str, DoiAction] = {
    "mint": mint,
    "reserve": reserve,
    "elsewhere": mark_registered_elsewhere,
    "give_up": give_up,
}
