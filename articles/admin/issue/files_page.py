"""The page of an issue's files: asked for, made by a worker, downloaded; pages for the articles."""

from __future__ import annotations

from typing import Any

import msgspec
from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editing import EditConflict
from articles.editing.permissions import ChangeNotPermitted
from articles.intake.manuscripts.queue import is_worker_running
from articles.models import Issue, IssueFile
from articles.models.roles import Action
from articles.publishing.issue_files import (
    ArticlesChanged,
    NewPages,
    ask_for,
    is_current,
    make_next,
    new_pages,
    save_pages,
)
from articles.publishing.makeup import makeup_articles
from articles.publishing.packages.contents import stem_of
from articles.records.findings import Level
from articles.stored_files import ANY_CONTENT, file_response

from ..article.findings_panel import LEVEL_CLASSES, LEVEL_LABELS
from ..pages import get_issue, render_page
from ..permissions import editor_of
from .makeup_files import title_of

TEMPLATE = "admin/articles/issue/files.html"


class StartForm(forms.Form):
    start = forms.IntegerField(
        label=gettext_lazy("First page of the first article"),
        min_value=1,
        max_value=20_000,
        required=False,
        help_text=gettext_lazy("If empty, pages are counted from the title page on."),
    )


class FileLine(msgspec.Struct, frozen=True):
    """A kind of file, with the file of the issue, if it was ever asked for."""

    kind: str
    label: str
    file: IssueFile | None
    is_current: bool
    findings: tuple[tuple[str, object, str, str, str], ...]  # class, level, article, texts


class PageLine(msgspec.Struct, frozen=True):
    title: str
    pages: str
    new: str
    is_public: bool


def files_page(admin: ModelAdmin[Any], request: HttpRequest, pk: int) -> HttpResponse:
    """GET: the files and what they would change. POST: asks for a file, or saves the pages."""
    issue = get_issue(request, pk, Action.ARRANGE)
    form = StartForm(request.POST if "make" in request.POST else None)
    if request.method == "POST" and "pages" in request.POST:
        save(request, issue)
        return HttpResponseRedirect(request.path)
    if request.method == "POST" and form.is_valid():
        make(request, issue, form.cleaned_data["start"] or 0)
        return HttpResponseRedirect(request.path)
    articles = makeup_articles(issue)
    files = {file.kind: file for file in IssueFile.objects.filter(issue=issue)}
    pdf = files.get(IssueFile.Kind.PDF)
    is_made = pdf is not None and pdf.state == IssueFile.State.MADE and is_current(pdf, articles)
    changes = new_pages(pdf, articles) if pdf and is_made else []
    lines = [
        FileLine(
            kind, str(label), file, bool(file and is_current(file, articles)), findings_of(file)
        )
        for kind, label in IssueFile.Kind.choices
        for file in [files.get(kind)]
    ]
    return render_page(
        admin,
        request,
        TEMPLATE,
        _("Files of the issue"),
        issue=issue,
        form=form,
        lines=lines,
        is_waiting=any(file.state == IssueFile.State.WAITING for file in files.values()),
        page_lines=[page_line(each) for each in changes],
        public_count=sum(each.is_public for each in changes),
        are_pages_saved=is_made and not changes,
        article_count=len(articles),
    )


def findings_of(file: IssueFile | None) -> tuple[tuple[str, object, str, str, str], ...]:
    return tuple(
        (LEVEL_CLASSES[Level(level)], LEVEL_LABELS[Level(level)], title, message, remedy)
        for title, level, message, remedy in (file.findings if file else ())
    )


def page_line(change: NewPages) -> PageLine:
    record = change.article.record
    pages = "–".join(filter(None, (record.first_page, record.last_page)))
    return PageLine(
        title_of(change.article), pages, f"{change.first}–{change.last}", change.is_public
    )


def make(request: HttpRequest, issue: Issue, start: int) -> None:
    """Without a worker, the file is made at once."""
    kind = request.POST["make"]
    if kind not in IssueFile.Kind:
        raise Http404
    file = ask_for(issue, kind, start, editor_of(request))
    if not is_worker_running():
        make_next(file.pk)


def save(request: HttpRequest, issue: Issue) -> None:
    file = IssueFile.objects.filter(
        issue=issue, kind=IssueFile.Kind.PDF, state=IssueFile.State.MADE
    ).first()
    if file is None:
        raise Http404
    try:
        count = save_pages(file, editor_of(request))
    except (ArticlesChanged, EditConflict, ChangeNotPermitted) as error:
        messages.error(request, str(error))
        return
    messages.success(request, _("Articles changed: %(count)d.") % {"count": count})


def file_view(
    _admin: ModelAdmin[Any], request: HttpRequest, pk: int, kind: str
) -> HttpResponseBase:
    """The file as an attachment."""
    issue = get_issue(request, pk, Action.ARRANGE)
    file = IssueFile.objects.filter(issue=issue, kind=kind).exclude(path="").first()
    if file is None:
        raise Http404
    name = f"{stem_of(issue)}.{kind}"
    return file_response(request, file.path, name, ANY_CONTENT, as_attachment=True)
