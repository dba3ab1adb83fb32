"""The list of manuscripts: files are dropped here, and one sees how far their reading has come."""

from __future__ import annotations

import re
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
from articles.intake.manuscripts.reader_process import REQUEST_SECONDS
from articles.intake.manuscripts.worker import has_reader
from articles.models import Article, Journal, Manuscript
from articles.models.roles import Action, journals_for

from ..numbers import parse_number
from .permissions import article_of, check_may_edit, journals_of, manuscripts_for

if TYPE_CHECKING:
    from . import ManuscriptAdmin

SHOWN = 100  # the latest
FILES_AT_ONCE = 40
TEXT_CHARACTERS = 1_000_000
ROW = "admin/manuscripts/row.html"
KEY = re.compile(r"[0-9]{1,17}")


def list_page(admin: ManuscriptAdmin, request: HttpRequest) -> HttpResponse:
    if not admin.has_module_permission(request):
        raise PermissionDenied
    if request.method == "POST":
        return take_in(request)
    opened = opened_of(request)
    if opened and page_of(opened):
        return HttpResponseRedirect(page_of(opened))
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
        "opened": opened,
        "has_reader": bool(waiting) and has_reader(),
    }
    return TemplateResponse(request, "admin/manuscripts/list.html", context)


def opened_of(request: HttpRequest) -> Manuscript | None:
    """The file that is gone to as soon as it has been read."""
    key = KEY.fullmatch(request.GET.get("open", ""))
    found: Manuscript | None = manuscripts_for(request).filter(pk=key[0]).first() if key else None
    return found


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
        return HttpResponseRedirect(way_to(kept[0]))
    return HttpResponseRedirect(reverse("admin:articles_manuscript_changelist"))


def way_to(manuscript: Manuscript) -> str:
    """The page of one file; while a worker still reads it, the list, which goes there by itself."""
    if has_reader():
        return f"{reverse('admin:articles_manuscript_changelist')}?open={manuscript.pk}"
    read_next(key=manuscript.pk, seconds=REQUEST_SECONDS)
    manuscript.refresh_from_db()
    return page_of(manuscript) or reverse("admin:articles_manuscript_changelist")


def page_of(manuscript: Manuscript) -> str:
    """'' for a file that could not be read."""
    if manuscript.state != Manuscript.State.READ:
        return ""
    return reverse("admin:articles_manuscript_change", args=[manuscript.pk])


def journal_of(request: HttpRequest) -> Journal:
    return get_object_or_404(Journal, pk=parse_number(request.POST.get("journal")))


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
    """One file that has been read since; a script asks again until none waits.

    Where no worker reads, this reads one.
    """
    manuscript = read_lately(request) if has_reader() else read_next_of(request)
    if "application/json" not in request.headers.get("Accept", ""):
        opened = KEY.fullmatch(request.POST.get("open", ""))
        way = reverse("admin:articles_manuscript_changelist")
        return HttpResponseRedirect(f"{way}?open={opened[0]}" if opened else way)
    row = render_to_string(ROW, {"manuscript": manuscript}, request) if manuscript else ""
    waiting = manuscripts_for(request).waiting().count()
    key = manuscript.pk if manuscript else None
    page = page_of(manuscript) if manuscript else ""
    return JsonResponse({"key": key, "row": row, "page": page, "waiting": waiting})


def read_lately(request: HttpRequest) -> Manuscript | None:
    """Of those that the page still shows as waiting, one that waits no more."""
    keys = [int(key) for key in KEY.findall(request.POST.get("keys", ""))]
    rows = manuscripts_for(request).exclude(state=Manuscript.State.WAITING)
    found: Manuscript | None = rows.filter(pk__in=keys[:SHOWN]).order_by("pk").first()
    return found


def read_next_of(request: HttpRequest) -> Manuscript | None:
    keys = journals_for(request.user, Action.EDIT)  # type: ignore[arg-type]  # signed in
    return read_next(keys, seconds=REQUEST_SECONDS)
