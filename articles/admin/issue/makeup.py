"""The make-up of an issue on one page: order, pages, and the printer's files."""

from __future__ import annotations

from typing import Any

import msgspec
from django import forms
from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editing import EditConflict
from articles.models import Issue
from articles.models.roles import Action, may
from articles.publishing.cutting import Proposal, attach, cut, match
from articles.publishing.makeup import (
    Placed,
    Wanted,
    arrange,
    number,
    placed,
    problems,
    ranges,
)
from articles.records.cleaning import InvalidValue
from articles.records.languages import prefer
from articles.records.markup import flat
from articles.records.record import Galley

from ..pages import issue_for, show

SALT = "articles.admin.makeup"
MOST_FILES = 20


class Line(msgspec.Struct, frozen=True):
    placed: Placed
    title: str
    problem: str


class Offered(msgspec.Struct, frozen=True):
    proposal: Proposal
    title: str
    key: str  # the proposal itself, signed: the page gives it back


class WholeForm(forms.Form):
    whole = forms.FileField(label=gettext_lazy("PDF of the whole issue"), required=False)
    first_number = forms.IntegerField(
        label=gettext_lazy("Number printed on the first page of the file"),
        min_value=-2_000,
        max_value=20_000,
        initial=1,
        help_text=gettext_lazy("With a cover of two pages before page 1: -1."),
    )


def makeup_page(admin: Any, request: HttpRequest, pk: int) -> HttpResponse:
    """Seen by everybody of the journal; written by who arranges issues."""
    issue = issue_for(request, pk, Action.VIEW)
    offered: list[Offered] = []
    if request.method == "POST":
        if not may(request.user, Action.ARRANGE, issue):
            raise PermissionDenied
        deed = request.POST.get("do", "")
        try:
            offered = DEEDS.get(deed, nothing)(request, issue)
        except (InvalidValue, EditConflict) as refused:
            messages.error(request, str(refused))
        if not offered:
            return HttpResponseRedirect(request.path)
    return page(admin, request, issue, offered)


def page(admin: Any, request: HttpRequest, issue: Issue, offered: list[Offered]) -> HttpResponse:
    articles = placed(issue)
    wrong = problems(articles)
    return show(
        admin,
        request,
        "admin/articles/issue/makeup.html",
        _("Make-up"),
        issue=issue,
        lines=[Line(one, title_of(one), wrong.get(one.pk, "")) for one in articles],
        start=min((one.first for one in articles if one.first), default=1),
        offered=offered,
        whole=WholeForm(),
        may_arrange=may(request.user, Action.ARRANGE, issue),
    )


def title_of(one: Placed) -> str:
    return flat(prefer(one.record.title, one.record.language)) or f"№ {one.pk}"


def nothing(request: HttpRequest, issue: Issue) -> list[Offered]:
    return []


def save_places(request: HttpRequest, issue: Issue) -> list[Offered]:
    """As typed."""
    wanted = {one.pk: (version(request, one), typed_place(request, one)) for one in placed(issue)}
    tell_saved(request, arrange(issue, wanted, request.user))  # type: ignore[arg-type]  # signed in
    return []


def fill_pages(request: HttpRequest, issue: Issue) -> list[Offered]:
    """Places as typed; pages from the first one on, by the lengths."""
    ordered = sorted(placed(issue), key=lambda one: position(request, one) or 10_000)
    start = number(request.POST.get("start", ""))
    spans = ranges([typed_length(request, one) for one in ordered], start)
    wanted = {
        one.pk: (version(request, one), Wanted(at, str(first or ""), str(last or "")))
        for at, (one, (first, last)) in enumerate(zip(ordered, spans, strict=True), 1)
    }
    tell_saved(request, arrange(issue, wanted, request.user))  # type: ignore[arg-type]  # signed in
    return []


def tell_saved(request: HttpRequest, count: int) -> None:
    messages.success(request, _("Articles changed: %(count)d.") % {"count": count})


def typed_place(request: HttpRequest, one: Placed) -> Wanted:
    first = request.POST.get(f"first-{one.pk}", "").strip()[:20]
    last = request.POST.get(f"last-{one.pk}", "").strip()[:20]
    return Wanted(position(request, one), first, last)


def position(request: HttpRequest, one: Placed) -> int | None:
    at = number(request.POST.get(f"position-{one.pk}", ""))
    return at if 0 < at < 10_000 else None


def typed_length(request: HttpRequest, one: Placed) -> int:
    return number(request.POST.get(f"length-{one.pk}", "")) or one.length


def version(request: HttpRequest, one: Placed) -> int:
    seen = number(request.POST.get(f"version-{one.pk}", ""))
    return seen if 0 < seen <= one.version else one.version


def cut_whole(request: HttpRequest, issue: Issue) -> list[Offered]:
    """The file is kept with the issue; its parts are only proposed."""
    form = WholeForm(request.POST, request.FILES)
    if not form.is_valid():
        raise InvalidValue(_("Say which number the first page of the file carries."))
    if upload := form.cleaned_data["whole"]:
        proposals = list(cut(upload, placed(issue), form.cleaned_data["first_number"]))
        upload.seek(0)
        issue.pdf = upload
        issue.save(update_fields=["pdf", "facts_changed_at"])
    elif issue.pdf:
        with issue.pdf.open() as file:
            proposals = list(cut(file, placed(issue), form.cleaned_data["first_number"]))
    else:
        raise InvalidValue(_("Choose the file."))
    return offer(issue, proposals)


def match_many(request: HttpRequest, issue: Issue) -> list[Offered]:
    files = request.FILES.getlist("files")[:MOST_FILES]
    if not files:
        raise InvalidValue(_("Choose the files."))
    articles = placed(issue)
    return offer(issue, [match(file, articles) for file in files])


def offer(issue: Issue, proposals: list[Proposal]) -> list[Offered]:
    titles = {one.pk: title_of(one) for one in placed(issue)}
    return [
        Offered(
            proposal=one,
            title=titles.get(one.article or 0, ""),
            key=signing.dumps(
                [issue.pk, msgspec.to_builtins(one.galley)], salt=SALT, compress=True
            ),
        )
        for one in proposals
    ]


def attach_chosen(request: HttpRequest, issue: Issue) -> list[Offered]:
    """Only what is ticked, to the article that is chosen beside it."""
    chosen: dict[int, Galley] = {}
    for at in request.POST.getlist("take"):
        article = number(request.POST.get(f"article-{at}", ""))
        try:
            key = request.POST.get(f"key-{at}", "")
            of_issue, galley = signing.loads(key, salt=SALT, max_age=86_400)
        except signing.BadSignature as error:
            raise InvalidValue(_("This page is not ours. Hand the files in again.")) from error
        if of_issue == issue.pk and article:
            chosen[article] = msgspec.convert(galley, Galley)
    count = attach(issue, chosen, request.user)  # type: ignore[arg-type]  # signed in
    messages.success(request, _("Files attached: %(count)d.") % {"count": count})
    return []


DEEDS = {
    "save": save_places,
    "fill": fill_pages,
    "cut": cut_whole,
    "match": match_many,
    "attach": attach_chosen,
}
