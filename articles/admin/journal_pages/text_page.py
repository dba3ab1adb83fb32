"""The editor of the text of a page or piece of news in one language, with the page beside it."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import News, Page
from articles.records.body_losses import Loss
from articles.records.html import body_html
from articles.records.languages import LANGUAGES
from articles.records.typed_body import read_typed_body

from ..draft_recovery import recovered_form
from ..pages import render_page
from ..text_editor.body_form import BodyForm, is_unchanged, tidied
from ..text_editor.pasting import pasted_answer
from ..text_editor.toolbar import toolbar
from ..trilingual import NATIVE

if TYPE_CHECKING:
    from .texts import TextAdmin

Row = Page | News
TEMPLATE = "admin/articles/page/text.html"
PREVIEW = "admin/articles/page/text_preview.html"


def text_view(admin: TextAdmin, request: HttpRequest, pk: int, language: str) -> HttpResponse:
    """GET: the editor. POST: saves, or shows the editor or its preview again."""
    page: Any = get_object_or_404(admin.model._default_manager.select_related("journal"), pk=pk)
    if language not in LANGUAGES:
        raise Http404
    if not admin.has_change_permission(request, page):
        raise PermissionDenied
    if request.method != "POST":
        form = open_form(page, language, recovered_form(request))
        return editor_page(admin, request, page, language, form)
    if "_paste" in request.POST:
        return pasted_answer(request)
    form = open_form(page, language, request.POST)
    if "_preview" in request.POST:
        return render(request, PREVIEW, preview_context(form, language))
    if "_tidy" in request.POST:
        data = request.POST.copy()
        data["body"] = tidied(form.typed)
        form = open_form(page, language, data)
    elif "_save" in request.POST and form.is_valid():
        return save(admin, request, page, language, form)
    return editor_page(admin, request, page, language, form)


def text_in(page: Row, language: str) -> str:
    return getattr(page, f"text_{language}") or ""


def version_of(text: str) -> str:
    """What tells whether somebody else has changed the text since."""
    return blake2b(text.encode(), digest_size=12).hexdigest()


def open_form(page: Row, language: str, data: QueryDict | None) -> BodyForm:
    text = text_in(page, language)
    initial = {"body": text, "base_version": version_of(text)}
    return BodyForm(data, initial=initial, before=text, language=language)


def editor_page(
    admin: TextAdmin,
    request: HttpRequest,
    page: Row,
    language: str,
    form: BodyForm,
    *,
    theirs: str = "",
) -> HttpResponse:
    """`theirs` is the text of another editor, who saved it meanwhile."""
    is_save = "_save" in request.POST
    return render_page(
        admin,
        request,
        TEMPLATE,
        str(admin.text_title),
        status=(409 if theirs else 422) if is_save else 200,
        page=page,
        public_address=admin.public_address(page),
        languages=NATIVE,
        form=form,
        show_errors=is_save,
        theirs=theirs,
        toolbar=toolbar(is_article=False),
        **preview_context(form, language),
    )


def preview_context(form: BodyForm, language: str) -> dict[str, Any]:
    text, losses = form.typed, list[Loss]()
    if not is_unchanged(text, form.before):
        text, losses = read_typed_body(text)
    return {"text": body_html(text), "losses": losses, "text_language": language}


def save(
    admin: TextAdmin, request: HttpRequest, page: Row, language: str, form: BodyForm
) -> HttpResponse:
    """Redirects to the editor, or shows it with the text that another editor saved meanwhile."""
    body, base = form.cleaned_data["body"], form.cleaned_data["base_version"]
    with transaction.atomic():
        stored: Any = admin.model._default_manager.select_for_update().get(pk=page.pk)
        theirs = text_in(stored, language)
        if base and version_of(theirs) not in (base, version_of(body)):
            return conflict(admin, request, page, language, theirs)
        setattr(stored, f"text_{language}", body)
        stored.save()
        admin.log_change(request, stored, [{"changed": {"fields": [f"text_{language}"]}}])
    is_seen = bool(admin.public_address(page))
    seen, later = _("Saved. Readers see the new text."), _("Saved. Readers see it from its day on.")
    messages.success(request, seen if is_seen else later)
    name = f"admin:articles_{admin.opts.model_name}_text"
    address = reverse(name, args=[page.pk, language])
    return HttpResponseRedirect(f"{address}#top")


def conflict(
    admin: TextAdmin, request: HttpRequest, page: Row, language: str, theirs: str
) -> HttpResponse:
    """The editor with what was typed; the next save replaces the other editor's text, now seen."""
    data = request.POST.copy()
    data["base_version"] = version_of(theirs)
    form = open_form(page, language, data)
    form.add_error(
        "body",
        _(
            "Another editor has saved this text since you opened it. Nothing of yours is lost: "
            "compare it with theirs below, then save again to replace theirs."
        ),
    )
    return editor_page(admin, request, page, language, form, theirs=theirs)
