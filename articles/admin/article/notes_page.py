"""Notes of colleagues on an article: read by all who see it, written by those who work on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Article, Note
from articles.models.roles import Action, can_do

from ..draft_recovery import form_data
from ..numbers import parse_number
from ..pages import get_article, render_page
from ..permissions import editor_of

if TYPE_CHECKING:
    from . import ArticleAdmin

TEMPLATE = "admin/articles/article/notes.html"


class NoteForm(forms.ModelForm):
    class Meta:
        model = Note
        fields = ("text",)
        widgets = {"text": forms.Textarea(attrs={"rows": 4})}
        labels = {"text": gettext_lazy("Note for colleagues")}


def notes_page(admin: ArticleAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """`?note=KEY` changes a note of one's own. POST saves it, or deletes it (`do=delete`)."""
    article = get_article(request, pk, Action.VIEW)
    may_write = can_do(request.user, Action.TRANSLATE, article)
    note = own_note(request, article)
    form = NoteForm(form_data(request) or None, instance=note)
    if request.method == "POST":
        if not may_write:
            raise PermissionDenied
        if done := change_notes(request, note, form):
            messages.success(request, done)
            return HttpResponseRedirect(request.path)
    return render_page(
        admin,
        request,
        TEMPLATE,
        _("Notes of colleagues"),
        article=article,
        notes=Note.objects.for_article(article),
        form=form,
        may_write=may_write,
        editor=editor_of(request),
    )


def own_note(request: HttpRequest, article: Article) -> Note:
    """The note that the address names, or a new one.

    Raises Http404 if the article has no such note, PermissionDenied for a note of somebody else.
    """
    editor = editor_of(request)
    if "note" not in request.GET:
        return Note(article=article, author=editor)
    note: Note = get_object_or_404(Note, article=article, pk=parse_number(request.GET["note"]))
    if note.author_id != editor.pk:
        raise PermissionDenied
    return note


def change_notes(request: HttpRequest, note: Note, form: NoteForm) -> str:
    """What was done, in a sentence; '' if the form has errors."""
    if request.POST.get("do") == "delete" and note.pk:
        note.delete()
        return _("Note deleted.")
    if not form.is_valid():
        return ""
    if note.pk and form.has_changed():
        note.changed_at = timezone.now()
    form.save()
    return _("Note saved.")
