"""The DOIs of an issue: of every article its DOI, the one that it would get, or why none."""

from __future__ import annotations

from typing import Any

import msgspec
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.db.models import F
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from articles import dois
from articles.dois.patterns import ChangedForm, changed_forms
from articles.models import Article, Issue, User
from articles.models.roles import Action, articles_within, can_do
from articles.queries.record_facts import issue_facts

from ..deposit_messages import place_label
from ..pages import get_issue, render_page
from ..permissions import editor_of


class DoiLine(msgspec.Struct, frozen=True):
    """An article with its DOI, with `proposed`, or with the problem and its remedy."""

    article: Article
    proposed: str = ""
    problem: str = ""
    remedy: str = ""


def issue_dois_page(admin: ModelAdmin[Any], request: HttpRequest, pk: int) -> HttpResponse:
    """Shown to everybody who may see the issue. POST mints or sends, for those who may publish."""
    issue = get_issue(request, pk, Action.VIEW)
    if request.method == "POST":
        act = send_outdated if request.POST.get("do") == "send_outdated" else mint_all
        return act(request, get_issue(request, pk, Action.PUBLISH))
    lines = doi_lines(issue, editor_of(request))
    return render_page(
        admin,
        request,
        "admin/articles/issue/dois.html",
        _("DOIs of the issue"),
        issue=issue,
        pattern=issue.journal.doi_pattern,
        forms=forms_in_dois(issue),
        lines=lines,
        waiting=sum(bool(line.proposed) for line in lines),
        refused=sum(bool(line.problem) for line in lines),
        outdated=dois.outdated_articles().filter(issue=issue).count(),
        may_publish=can_do(request.user, Action.PUBLISH, issue),
    )


def forms_in_dois(issue: Issue) -> list[ChangedForm]:
    """None for a pattern that cannot be read: every article without a DOI then says so."""
    try:
        return changed_forms(issue_facts(issue), issue.journal.doi_pattern)
    except dois.UnusablePattern:
        return []


def doi_lines(issue: Issue, editor: User) -> list[DoiLine]:
    """By position in the issue; the queries are as many for 300 articles as for one.

    Of the articles that the editor may see.
    """
    articles = issue.articles.filter(articles_within(editor, Action.VIEW))
    plans = {planned.article.pk: planned for planned in dois.plan_issue_dois(issue)}
    return [
        DoiLine(article, planned.doi, planned.problem, planned.remedy)
        if (planned := plans.get(article.pk))
        else DoiLine(article)
        for article in articles.order_by(F("position").asc(nulls_last=True), "pk")
    ]


def mint_all(request: HttpRequest, issue: Issue) -> HttpResponse:
    """Mints what can be minted; the page then shows each reason beside its article."""
    minting = dois.mint_issue_dois(issue, editor=editor_of(request))
    if minting.minted or not minting.refused:
        messages.success(request, _("DOIs assigned: %(count)d.") % {"count": len(minting.minted)})
    if minting.refused:
        text = _("DOIs not assigned: %(count)d. The reason is shown beside each article.")
        messages.warning(request, text % {"count": len(minting.refused)})
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
        f"№ {pk}: {place_label(finding)}: {finding.message}"
        for pk, findings in queued.refused.items()
        for finding in findings
    ]
