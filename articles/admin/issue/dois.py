"""The DOIs of an issue: every article with its DOI, or with the one that it would get."""

from __future__ import annotations

from typing import Any

import msgspec
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from articles import dois
from articles.editing import FrozenDoi
from articles.models import Article, Issue
from articles.models.roles import Action, can_do
from articles.records.cleaning import InvalidValue

from ..crossref import proposed_doi
from ..pages import get_issue, render_page
from ..permissions import editor_of


class DoiLine(msgspec.Struct, frozen=True):
    article: Article
    proposed: str  # '' if it has a DOI


def issue_dois_page(admin: ModelAdmin[Any], request: HttpRequest, pk: int) -> HttpResponse:
    """Shown to everybody who may see the issue. POST mints or sends, for those who may publish."""
    issue = get_issue(request, pk, Action.VIEW)
    if request.method == "POST":
        act = send_outdated if request.POST.get("do") == "send_outdated" else mint_all
        return act(request, get_issue(request, pk, Action.PUBLISH))
    rows = issue.articles.select_related("journal", "issue", "section").order_by("position", "pk")
    lines = [DoiLine(article, "" if article.doi else proposed_doi(article)) for article in rows]
    return render_page(
        admin,
        request,
        "admin/articles/issue/dois.html",
        _("DOIs of the issue"),
        issue=issue,
        lines=lines,
        waiting=sum(not line.article.doi for line in lines),
        outdated=dois.outdated_articles().filter(issue=issue).count(),
        may_publish=can_do(request.user, Action.PUBLISH, issue),
    )


def mint_all(request: HttpRequest, issue: Issue) -> HttpResponse:
    try:
        minted = dois.mint_issue_dois(issue, editor=editor_of(request))
        messages.success(request, _("DOIs assigned: %(count)d.") % {"count": len(minted)})
    except (dois.DoiNotChanged, FrozenDoi, InvalidValue) as error:
        messages.error(request, str(error))
    return HttpResponseRedirect(request.path)


def send_outdated(request: HttpRequest, issue: Issue) -> HttpResponse:
    """Queues what is registered in an earlier format, which is never sent by itself."""
    queued = dois.queue_articles(dois.outdated_articles().filter(issue=issue))
    for finding in refusals(queued):
        messages.error(request, finding)
    if count := sum(deposit.records.count() for deposit in queued.deposits):
        sent = _("Articles added to the Crossref queue: %(count)d.") % {"count": count}
        messages.success(request, sent)
    return HttpResponseRedirect(request.path)


def refusals(queued: dois.QueueResult) -> list[str]:
    """A line for each finding of Crossref's requirements, with its article."""
    return [
        f"№ {pk}: {finding.field}: {finding.message}"
        for pk, findings in queued.refused.items()
        for finding in findings
    ]
