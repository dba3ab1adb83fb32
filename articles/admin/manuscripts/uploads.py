"""Uploading manuscripts: files or a pasted text, kept in the queue to be read."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.intake.manuscripts.queue import is_worker_running, read_next
from articles.intake.manuscripts.reader_process import REQUEST_SECONDS
from articles.intake.manuscripts.uploads import TooLarge, keep_file, keep_text
from articles.models import Article, Journal, Manuscript

from ..numbers import parse_number
from ..permissions import editor_of
from .permissions import check_may_edit, get_corrected_article

MAX_FILES = 40
MAX_CHARACTERS = 1_000_000


def upload_files(request: HttpRequest) -> HttpResponse:
    """Keeps every file that is not too large, then redirects to its page or to the list."""
    article = get_corrected_article(request, request.POST)
    journal = article.journal if article else get_journal(request)
    check_may_edit(request, article or journal)
    manuscripts = list(kept_manuscripts(request, journal, article))
    if len(manuscripts) == 1:
        return HttpResponseRedirect(url_after_upload(manuscripts[0]))
    if not manuscripts and not request.FILES:
        messages.warning(request, _("Choose files, or paste a text."))
    return HttpResponseRedirect(reverse("admin:articles_manuscript_changelist"))


def get_journal(request: HttpRequest) -> Journal:
    return get_object_or_404(Journal, pk=parse_number(request.POST.get("journal")))


def kept_manuscripts(
    request: HttpRequest, journal: Journal, article: Article | None
) -> Iterator[Manuscript]:
    editor = editor_of(request)
    for upload in request.FILES.getlist("files")[:MAX_FILES]:
        try:
            yield keep_file(upload, journal, editor, article)
        except TooLarge as error:
            messages.error(request, str(error))
    if text := request.POST.get("text", "").strip():
        if len(text) > MAX_CHARACTERS:
            messages.error(request, _("The text is too long for one article."))
        else:
            yield keep_text(text, journal, editor, article)


def url_after_upload(manuscript: Manuscript) -> str:
    """The manuscript's page; while a worker reads it, the list, which then opens that page.

    Without a worker it is read here.
    """
    if is_worker_running():
        return f"{reverse('admin:articles_manuscript_changelist')}?open={manuscript.pk}"
    read_next(key=manuscript.pk, seconds=REQUEST_SECONDS)
    manuscript.refresh_from_db()
    return url_of_read(manuscript) or reverse("admin:articles_manuscript_changelist")


def url_of_read(manuscript: Manuscript) -> str:
    """The manuscript's page; '' if it was not read, or could not be."""
    if manuscript.state != Manuscript.State.READ:
        return ""
    return reverse("admin:articles_manuscript_change", args=[manuscript.pk])
