"""The page of an issue's files: asked for, made by a worker, downloaded; pages for the articles."""

from __future__ import annotations

from typing import Any

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
from articles.publishing.issue_file_pages import ArticlesChanged, is_current, new_pages, save_pages
from articles.publishing.issue_files import ask_for, make_next
from articles.publishing.makeup import makeup_articles
from articles.publishing.packages.contents import stem_of
from articles.publishing.public_issue_files import PUBLIC_KINDS, NotForReaders, publish_file
from articles.stored_files import ANY_CONTENT, file_response

from ..pages import get_issue, render_page
from ..permissions import editor_of
from .file_lines import file_line, page_line

TEMPLATE = "admin/articles/issue/files.html"


class StartForm(forms.Form):
    start = forms.IntegerField(
        label=gettext_lazy("First page of the first article"),
        min_value=1,
        max_value=20_000,
        required=False,
        help_text=gettext_lazy("If empty, pages are counted from the title page on."),
    )


def files_page(admin: ModelAdmin[Any], request: HttpRequest, pk: int) -> HttpResponse:
    """GET: the files and what they would change. POST: asks for a file, or saves the pages."""
    issue = get_issue(request, pk, Action.ARRANGE)
    form = StartForm(request.POST if "make" in request.POST else None)
    if request.method == "POST" and "publish" in request.POST:
        publish(request, issue)
        return HttpResponseRedirect(request.path)
    if request.method == "POST" and "pages" in request.POST:
        save(request, issue)
        return HttpResponseRedirect(request.path)
    if request.method == "POST" and form.is_valid():
        make(request, issue, form.cleaned_data["start"] or 0)
        return HttpResponseRedirect(request.path)
    articles = makeup_articles(issue)
    files = {file.kind: file for file in issue.made_files.select_related("editor")}
    pdf = files.get(IssueFile.Kind.PDF)
    is_made = pdf is not None and pdf.state == IssueFile.State.MADE and is_current(pdf, articles)
    changes = new_pages(pdf, articles) if pdf and is_made else []
    lines = [
        file_line(kind, str(label), files.get(kind), articles)
        for kind, label in IssueFile.Kind.choices
    ]
    return render_page(
        admin,
        request,
        TEMPLATE,
        _("Files of the issue"),
        issue=issue,
        form=form,
        lines=lines,
        is_waiting=any(
            file.state == IssueFile.State.WAITING and not file.is_late for file in files.values()
        ),
        page_lines=[page_line(each) for each in changes],
        public_count=sum(each.is_public for each in changes),
        are_pages_saved=is_made and not changes,
        article_count=len(articles),
    )


def make(request: HttpRequest, issue: Issue, start: int) -> None:
    """Without a worker, the file is made at once."""
    kind = request.POST["make"]
    if kind not in IssueFile.Kind:
        raise Http404
    file = ask_for(issue, kind, start, editor_of(request))
    if not is_worker_running():
        make_next(file.pk)


def publish(request: HttpRequest, issue: Issue) -> None:
    """Gives readers the file of the kind that the button names."""
    kind = request.POST["publish"]
    file = issue.made_files.filter(kind=kind, state=IssueFile.State.MADE).first()
    if file is None or kind not in PUBLIC_KINDS:
        raise Http404
    try:
        publish_file(file)
    except (ArticlesChanged, NotForReaders) as error:
        messages.error(request, str(error))
        return
    messages.success(request, _("Readers find the file on the page of the issue."))


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
