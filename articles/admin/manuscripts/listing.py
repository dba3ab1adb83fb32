"""The list of manuscripts: files are dropped here, and one sees how far their reading has come."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.intake.manuscripts.queue import TooLarge, hand_in, hand_in_text, read_next
from articles.models import Article, Journal, Manuscript
from articles.models.roles import Action, journals_for

from .access import article_of, check_may_edit, journals_of, manuscripts_for

if TYPE_CHECKING:
    from . import ManuscriptAdmin

SHOWN = 100  # the latest
FILES_AT_ONCE = 40
TEXT_CHARACTERS = 1_000_000
ROW = "admin/manuscripts/row.html"


def list_page(admin: ManuscriptAdmin, request: HttpRequest) -> HttpResponse:
    if not admin.has_module_permission(request):
        raise PermissionDenied
    if request.method == "POST":
        return take_in(request)
    article = article_of(request, request.GET)
    rows = manuscripts_for(request)
    if article:
        rows = rows.filter(article=article)
    waiting = manuscripts_for(request).waiting().count()
    context = {
        **admin.admin_site.each_context(request),
        "title": _("Manuscripts"),
        "opts": admin.opts,
        "media": admin.media,
        "journals": journals_of(request),
        "article": article,
        "manuscripts": list(rows[:SHOWN]),
        "waiting": waiting,
    }
    return TemplateResponse(request, "admin/manuscripts/list.html", context)


def take_in(request: HttpRequest) -> HttpResponse:
    """Keeps every file; one that is refused does not keep the others out."""
    article = article_of(request, request.POST)
    journal = article.journal if article else journal_of(request)
    check_may_edit(request, article or journal)
    kept = list(handed_in(request, journal, article))
    if not kept:
        if not request.FILES:
            messages.warning(request, _("Choose files, or paste a text."))
    elif len(kept) == 1:
        read_next(key=kept[0].pk)
        kept[0].refresh_from_db()
        if kept[0].state == Manuscript.State.READ:
            return HttpResponseRedirect(
                reverse("admin:articles_manuscript_change", args=[kept[0].pk])
            )
    return HttpResponseRedirect(reverse("admin:articles_manuscript_changelist"))


def journal_of(request: HttpRequest) -> Journal:
    key = request.POST.get("journal", "")
    return get_object_or_404(Journal, pk=int(key) if key.isdigit() and len(key) < 18 else 0)


def handed_in(
    request: HttpRequest, journal: Journal, article: Article | None
) -> Iterator[Manuscript]:
    editor: Any = request.user
    for upload in request.FILES.getlist("files")[:FILES_AT_ONCE]:
        try:
            yield hand_in(upload, journal, editor, article)
        except TooLarge as refusal:
            messages.error(request, str(refusal))
    if text := request.POST.get("text", "").strip():
        if len(text) > TEXT_CHARACTERS:
            messages.error(request, _("The text is too long for one article."))
        else:
            yield hand_in_text(text, journal, editor, article)


def next_page(admin: ManuscriptAdmin, request: HttpRequest) -> HttpResponse:
    """Reads one file of the queue; a script asks again until none waits."""
    manuscript = read_next_of(request)
    if "application/json" not in request.headers.get("Accept", ""):
        return HttpResponseRedirect(reverse("admin:articles_manuscript_changelist"))
    row = render_to_string(ROW, {"manuscript": manuscript}, request) if manuscript else ""
    waiting = manuscripts_for(request).waiting().count()
    key = manuscript.pk if manuscript else None
    return JsonResponse({"key": key, "row": row, "waiting": waiting})


def read_next_of(request: HttpRequest) -> Manuscript | None:
    keys = journals_for(request.user, Action.EDIT)  # type: ignore[arg-type]  # signed in
    return read_next(keys)
