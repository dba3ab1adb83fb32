"""The DOI of an article and what became of it at Crossref: given, reserved, sent, answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from articles import dois
from articles.dois.messages import Known, explained
from articles.editing import FrozenDoi, working_record
from articles.models import Article, DepositRecord, Issue
from articles.models.roles import Action, may
from articles.records.cleaning import InvalidValue

from .pages import article_for, issue_for, show

Deed = Callable[[HttpRequest, Article], str]


class Sent(msgspec.Struct, frozen=True):
    """One deposit of this DOI; `known` explains Crossref's message where it is a known one."""

    record: DepositRecord
    known: Known | None

    @property
    def mark(self) -> str:
        return {"success": "ok", "failure": "bad", "warning": "warn"}.get(self.record.state, "")


def crossref_page(admin: Any, request: HttpRequest, pk: int) -> HttpResponse:
    """Read by everybody who sees the article; the buttons are for who publishes."""
    article = article_for(request, pk, Action.VIEW)
    if request.method == "POST":
        return act(request, article_for(request, pk, Action.PUBLISH))
    rows = DepositRecord.objects.filter(article=article).select_related("deposit")
    sent = rows.defer("deposit__xml", "deposit__answer", "body").order_by("-timestamp")[:50]
    return show(
        admin,
        request,
        "admin/articles/article/crossref.html",
        _("DOI and Crossref"),
        article=article,
        sent=[Sent(one, explained(one.message) if one.message else None) for one in sent],
        proposed="" if article.doi else proposal(article),
        may_publish=may(request.user, Action.PUBLISH, article),
        may_override=may(request.user, Action.OVERRIDE, article),
    )


def proposal(article: Article) -> str:
    """The DOI that the journal's pattern would give, or what it lacks."""
    try:
        return dois.doi_by_pattern(working_record(article), article.journal.doi_pattern)
    except InvalidValue as refused:
        return str(refused)


def act(request: HttpRequest, article: Article) -> HttpResponse:
    deed = DEEDS.get(request.POST.get("do", ""))
    if deed is None:
        raise PermissionDenied
    try:
        messages.success(request, deed(request, article))
    except (dois.DoiRefused, FrozenDoi, InvalidValue) as refused:
        messages.error(request, str(refused))
    return HttpResponseRedirect(request.path)


def mint(request: HttpRequest, article: Article) -> str:
    dois.mint_doi(article, editor=request.user)  # type: ignore[arg-type]  # signed in
    return _("The DOI is given.")


def reserve(request: HttpRequest, article: Article) -> str:
    dois.reserve_doi(article)
    return _("The DOI is reserved: it may be printed, and does not change any more.")


def mark_elsewhere(request: HttpRequest, article: Article) -> str:
    dois.mark_registered_elsewhere(article)
    return _("Marked: it was registered by another system and is never sent by itself.")


def give_up(request: HttpRequest, article: Article) -> str:
    if not may(request.user, Action.OVERRIDE, article):
        raise PermissionDenied(_("Only a chief editor gives up a DOI."))
    reason = request.POST.get("reason", "")
    dois.give_up_doi(article, reason=reason, editor=request.user)  # type: ignore[arg-type]  # signed in
    return _("The DOI is given up and never used again.")


def send(request: HttpRequest, article: Article) -> str:
    """Into the queue: the worker sends it, and asks what became of it."""
    queued = dois.queue_articles(Article.objects.filter(pk=article.pk))
    for finding in queued.refused.get(article.pk, ()):
        messages.error(request, f"{finding.field}: {finding.message}")
    if queued.refused:
        return _("Nothing was sent: Crossref's demands are not met yet.")
    if not queued.deposits:
        return _("Nothing new to send: it lies in the queue already, or is not public.")
    return _("It is in the queue for Crossref.")


DEEDS: dict[str, Deed] = {
    "mint": mint,
    "reserve": reserve,
    "elsewhere": mark_elsewhere,
    "give_up": give_up,
    "send": send,
}


def issue_dois_page(admin: Any, request: HttpRequest, pk: int) -> HttpResponse:
    """Every article of an issue with its DOI, or the one that it would be given."""
    issue = issue_for(request, pk, Action.VIEW)
    if request.method == "POST":
        return mint_all(request, issue_for(request, pk, Action.PUBLISH))
    articles = list(
        issue.articles.select_related("journal", "issue", "section").order_by("position", "pk")
    )
    return show(
        admin,
        request,
        "admin/articles/issue/dois.html",
        _("DOIs of the issue"),
        issue=issue,
        lines=[(article, article.doi or "", proposed(article)) for article in articles],
        waiting=sum(not article.doi for article in articles),
        may_publish=may(request.user, Action.PUBLISH, issue),
    )


def proposed(article: Article) -> str:
    return "" if article.doi else proposal(article)


def mint_all(request: HttpRequest, issue: Issue) -> HttpResponse:
    try:
        given = dois.mint_issue(issue, editor=request.user)  # type: ignore[arg-type]  # signed in
        messages.success(request, _("DOIs given: %(count)d.") % {"count": len(given)})
    except (dois.DoiRefused, FrozenDoi, InvalidValue) as refused:
        messages.error(request, str(refused))
    return HttpResponseRedirect(request.path)
