"""The make-up page of an issue: the order of its articles, their pages, and the printer's files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editing import EditConflict
from articles.models import Issue
from articles.models.roles import Action, articles_within, can_do
from articles.publishing.makeup import (
    MakeupArticle,
    Placement,
    makeup_articles,
    number,
    own_pdf,
    page_problems,
    page_ranges,
    page_spans,
    save_placements,
)
from articles.records.cleaning import InvalidValue
from articles.records.record import Galley, Record

from ..draft_recovery import recovered_form
from ..pages import get_issue, render_page
from ..permissions import editor_of
from .makeup_files import (
    ProposedFile,
    WholeIssueForm,
    attach_files,
    cut_whole_issue,
    match_files,
    title_of,
)

LAST_POSITION = 10_000
CONFLICT = gettext_lazy(
    "Nothing is saved yet: another editor has changed the same places since you opened the page. "
    "What you typed is below. Check it, and save again."
)


class MakeupLine(msgspec.Struct, frozen=True):
    """An article of the issue; its place is the stored one, or as typed where it is not saved."""

    article: MakeupArticle
    title: str
    problem: str
    position: str
    length: str
    first_page: str
    last_page: str
    pdf: Galley | None


def makeup_page(admin: ModelAdmin[Any], request: HttpRequest, pk: int) -> HttpResponse:
    """Shown to everybody who may see the issue; changed by those who may arrange issues."""
    issue = get_issue(request, pk, Action.VIEW)
    proposals: list[ProposedFile] = []
    typed = recovered_form(request)
    if request.method == "POST":
        if not can_do(request.user, Action.ARRANGE, issue):
            raise PermissionDenied
        try:
            proposals = do_action(request, issue)
        except InvalidValue as error:
            messages.error(request, str(error))
            typed = request.POST
        except EditConflict:
            messages.error(request, CONFLICT)
            typed = request.POST
        if not proposals and not typed:
            return HttpResponseRedirect(request.path)
    articles = makeup_articles(issue)
    problem_by_key = page_problems(articles)
    visible = visible_keys(request, issue)
    return render_page(
        admin,
        request,
        "admin/articles/issue/makeup.html",
        _("Layout"),
        issue=issue,
        lines=[
            makeup_line(article, number, problem_by_key.get(article.pk, ""), typed or {})
            for number, article in enumerate(articles, start=1)
            if article.pk in visible
        ],
        spans=list(page_spans(articles)),
        is_unsaved=typed is not None,
        start=min((article.first for article in articles if article.first), default=1),
        proposals=proposals,
        whole=WholeIssueForm(),
        may_arrange=can_do(request.user, Action.ARRANGE, issue),
    )


def makeup_line(
    article: MakeupArticle, number: int, problem: str, typed: Mapping[str, str]
) -> MakeupLine:
    record, key = article.record, article.pk
    is_old = typed.get(f"version-{key}", str(article.version)) != str(article.version)
    return MakeupLine(
        article,
        title_of(article),
        other_place(record) if is_old else problem,
        position=typed.get(f"position-{key}", str(record.position or number)),
        length=typed.get(f"length-{key}", str(article.length or "")),
        first_page=typed.get(f"first-{key}", record.first_page),
        last_page=typed.get(f"last-{key}", record.last_page),
        pdf=own_pdf(record),
    )


def other_place(record: Record) -> str:
    """What another editor has saved since the page was opened, beside what is typed here."""
    return _("Saved by another editor meanwhile: order %(order)s, pages %(pages)s.") % {
        "order": record.position or "–",
        "pages": "–".join(filter(None, (record.first_page, record.last_page))) or "–",
    }


def visible_keys(request: HttpRequest, issue: Issue) -> set[int]:
    """Articles of the issue that the editor may see: a section editor those of their sections."""
    rows = issue.articles.filter(articles_within(editor_of(request), Action.VIEW))
    return set(rows.values_list("pk", flat=True))


def do_action(request: HttpRequest, issue: Issue) -> list[ProposedFile]:
    """Runs what the button names. Returns the files to confirm, if the button proposes any.

    Raises InvalidValue and EditConflict; then nothing is saved.
    """
    action = ACTIONS.get(request.POST.get("do", ""))
    return action(request, issue) if action else []


def save_places(request: HttpRequest, issue: Issue) -> list[ProposedFile]:
    """Positions and pages as typed."""
    placements = {
        article.pk: (typed_version(request, article), typed_place(request, article))
        for article in makeup_articles(issue)
    }
    save(request, issue, placements)
    return []


def fill_pages(request: HttpRequest, issue: Issue) -> list[ProposedFile]:
    """Positions as typed; pages counted from the first page of the issue by the lengths."""
    articles = sorted(
        makeup_articles(issue),
        key=lambda article: typed_position(request, article) or LAST_POSITION,
    )
    start = number(request.POST.get("start", ""))
    spans = page_ranges([typed_length(request, article) for article in articles], start)
    placements = {
        article.pk: (
            typed_version(request, article),
            Placement(position, str(first or ""), str(last or "")),
        )
        for position, (article, (first, last)) in enumerate(
            zip(articles, spans, strict=True), start=1
        )
    }
    save(request, issue, placements)
    return []


def save(request: HttpRequest, issue: Issue, placements: dict[int, tuple[int, Placement]]) -> None:
    count = save_placements(issue, placements, editor_of(request))
    messages.success(request, _("Articles changed: %(count)d.") % {"count": count})


def typed_place(request: HttpRequest, article: MakeupArticle) -> Placement:
    first = request.POST.get(f"first-{article.pk}", "").strip()[:20]
    last = request.POST.get(f"last-{article.pk}", "").strip()[:20]
    return Placement(typed_position(request, article), first, last)


def typed_position(request: HttpRequest, article: MakeupArticle) -> int | None:
    position = number(request.POST.get(f"position-{article.pk}", ""))
    return position if 0 < position < LAST_POSITION else None


def typed_length(request: HttpRequest, article: MakeupArticle) -> int:
    """The number of pages that the editor typed, or else the present one."""
    return number(request.POST.get(f"length-{article.pk}", "")) or article.length


def typed_version(request: HttpRequest, article: MakeupArticle) -> int:
    """The version that the editor saw, for the check of conflicts."""
    version = number(request.POST.get(f"version-{article.pk}", ""))
    return version if 0 < version <= article.version else article.version


# By the value of the button.
ACTIONS: dict[str, Callable[[HttpRequest, Issue], list[ProposedFile]]] = {
    "save": save_places,
    "fill": fill_pages,
    "cut": cut_whole_issue,
    "match": match_files,
    "attach": attach_files,
}
