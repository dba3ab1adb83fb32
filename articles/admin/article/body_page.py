"""The page of the full text: text with a toolbar, the page beside it as readers will see it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.editing import EditConflict, FrozenDoi, UnknownRevision, save_article
from articles.editing.checks import check_article
from articles.editing.permissions import ChangeNotPermitted
from articles.editing.uploads import FileGone
from articles.models import Article
from articles.models.roles import Action
from articles.queries.record_facts import attach
from articles.records.body_losses import Loss
from articles.records.full_text.article_text import article_text
from articles.records.languages import known_language
from articles.records.record import Record
from articles.records.typed_body import read_typed_body
from articles.records.validation import validate

from ..draft_recovery import recovered_form
from ..numbers import parse_number
from ..pages import get_article, render_page
from ..permissions import editor_of
from ..text_editor.body_form import BodyForm, is_unchanged, tidied
from ..text_editor.pasting import pasted_answer
from ..text_editor.toolbar import toolbar
from .after_save import add_saved_message
from .conflict_page import PendingSave, show_conflicts
from .findings_panel import PanelEntry, entry
from .form.article_form import base_record
from .form.errors import not_permitted_message
from .head import what_readers_see

if TYPE_CHECKING:
    from . import ArticleAdmin

TEMPLATE = "admin/articles/article/body.html"
PREVIEW = "admin/articles/article/body_preview.html"
# Checks of the full text whose findings name another field.
OTHER_CHECKS = ("check_cited_numbers",)


def body_view(admin: ArticleAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """GET: the page. POST: saves, or shows the page or its preview again; see the buttons."""
    article = get_article(request, pk, Action.EDIT)
    data = request.POST if request.method == "POST" else recovered_form(request)
    base = base_record(article, data)
    if request.method != "POST":
        return body_page(admin, request, article, base, open_form(article, base, data))
    if "_paste" in request.POST:
        return pasted_answer(request)
    form = open_form(article, base, request.POST)
    if "_preview" in request.POST:
        return render(request, PREVIEW, preview_context(article, base, form))
    if "_tidy" in request.POST:
        form = open_form(article, base, with_body(request.POST, tidied(form.typed)))
    elif "_save" in request.POST and form.is_valid():
        return save(admin, request, article, base, form)
    return body_page(admin, request, article, base, form)


def open_form(article: Article, base: Record, data: QueryDict | None) -> BodyForm:
    initial = {"body": base.body, "base_version": article.version}
    return BodyForm(data, initial=initial, before=base.body, language=base.language)


def with_body(posted: QueryDict, body: str) -> QueryDict:
    data = posted.copy()
    data["body"] = body
    return data


def body_page(
    admin: ArticleAdmin, request: HttpRequest, article: Article, base: Record, form: BodyForm
) -> HttpResponse:
    pictures = [galley.name for galley in base.galleys if galley.kind == "image"]
    return render_page(
        admin,
        request,
        TEMPLATE,
        _("Full text"),
        status=422 if form.is_bound and "_save" in request.POST else 200,
        article=article,
        sentence=what_readers_see(article),
        form=form,
        show_errors="_save" in request.POST,
        toolbar=toolbar(is_article=True),
        pictures=pictures,
        **preview_context(article, base, form),
    )


def preview_context(article: Article, base: Record, form: BodyForm) -> dict[str, Any]:
    """The text as the public page shows it, what of it would be lost, and its findings."""
    body, losses = shown_body(form)
    record = attach(msgspec.structs.replace(base, body=body), article)
    reader = known_language(get_language())
    return {
        "record": record,
        "full_text": article_text(record, reader),
        "layout": {"language": reader},
        "losses": losses,
        "entries": list(body_entries(record)),
    }


def shown_body(form: BodyForm) -> tuple[str, list[Loss]]:
    """The text as it would be saved; an unchanged one as it is."""
    if is_unchanged(form.typed, form.before):
        return form.before, []
    read = read_typed_body(form.typed)
    return read.html, read.losses


def body_entries(record: Record) -> list[PanelEntry]:
    """What the check before publication finds in the full text."""
    return [
        entry(finding, "")
        for finding in check_article(record)
        if finding.field == "body" or finding.check in OTHER_CHECKS
    ]


def save(
    admin: ArticleAdmin, request: HttpRequest, article: Article, base: Record, form: BodyForm
) -> HttpResponse:
    """Redirects to the page, or shows it again with what has to be corrected first."""
    record = msgspec.structs.replace(base, body=form.cleaned_data["body"])
    version = parse_number(form.cleaned_data["base_version"]) or None
    reason = form.cleaned_data["reason"]
    for finding in validate(record):
        if finding.field == "body":
            form.add_error("body", str(finding.message))
    if form.errors:
        return body_page(admin, request, article, base, form)
    before = article.version
    try:
        revision = save_article(
            record, article=article, base=version, editor=editor_of(request), reason=reason
        )
    except EditConflict as conflict:
        token = request.POST.get("typing", "")
        pending = PendingSave("", version, conflict.theirs.version, reason, token)
        return show_conflicts(admin, request, article, record, pending, conflict)
    except ChangeNotPermitted as error:
        form.add_error(None, not_permitted_message(error))
    except (FrozenDoi, UnknownRevision, FileGone) as error:
        form.add_error(None, str(error))
    else:
        add_saved_message(request, revision, version, before)
        address = reverse("admin:articles_article_body", args=[article.pk])
        return HttpResponseRedirect(f"{address}#top")
    return body_page(admin, request, article, base, form)
