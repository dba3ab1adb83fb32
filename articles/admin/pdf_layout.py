"""The page on which a chief editor lays out the PDFs of a journal, with a preview."""

from __future__ import annotations

from typing import Any

import msgspec
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.editing import working_record
from articles.exports.edition.findings import typesetting_findings
from articles.exports.typesetting.compiler import Typeset
from articles.exports.typesetting.typesetter import TypesettingFailed
from articles.limited_process import NoAnswer
from articles.models import Article, Journal
from articles.models.roles import Action, can_do
from articles.publishing.article_pdfs import made_pdf
from articles.publishing.thumbnails import draw_page
from articles.queries.pdf_designs import journal_design
from articles.records.record import Record

from .draft_recovery import form_data
from .numbers import parse_number
from .pages import render_page
from .pdf_layout_form import PdfLayoutForm

TEMPLATE = "admin/articles/journal/pdf_layout.html"
SHOWN_PAGES = 4
WIDE = 900  # pixels of a page's longer side


def pdf_layout_page(admin: ModelAdmin[Any], request: HttpRequest, pk: int) -> HttpResponse:
    """GET: the layout. POST: saves it, or shows an article as it would be."""
    journal = get_journal(request, pk)
    data = form_data(request)
    form = PdfLayoutForm(data or None, journal=journal)
    if request.method == "POST" and form.is_valid() and "preview" not in data:
        return save(admin, request, journal, form)
    context: dict[str, Any] = {"journal": journal, "form": form}
    if form.is_bound and form.is_valid():
        context |= preview(request, journal, form)
    return render_page(admin, request, TEMPLATE, _("Layout of the PDFs"), **context)


def pdf_layout_picture(admin: ModelAdmin[Any], request: HttpRequest, pk: int) -> HttpResponse:
    """A page of the preview as a picture, the layout and the article in the address."""
    journal = get_journal(request, pk)
    form = PdfLayoutForm(request.GET, journal=journal)
    number = parse_number(request.GET.get("page", "")) or 0
    if not form.is_valid() or not form.cleaned_data["article"] or number >= SHOWN_PAGES:
        raise Http404
    try:
        _record, made = typeset(journal, form)
        picture = draw_page(made.pdf, number, WIDE)
    except (TypesettingFailed, NoAnswer) as error:
        raise Http404 from error
    return HttpResponse(picture, content_type="image/png")


def get_journal(request: HttpRequest, pk: int) -> Journal:
    """Raises Http404 if there is none, PermissionDenied for anyone but its chief editor."""
    journal: Journal = get_object_or_404(Journal, pk=pk)
    if not can_do(request.user, Action.MANAGE, journal):
        raise PermissionDenied
    return journal


def save(
    admin: ModelAdmin[Any], request: HttpRequest, journal: Journal, form: PdfLayoutForm
) -> HttpResponse:
    journal.pdf_layout = msgspec.to_builtins(form.layout())
    journal.save(update_fields=["pdf_layout"])
    admin.log_change(request, journal, _("Layout of the PDFs"))
    messages.success(request, _("The layout is saved. PDFs that are made from now on have it."))
    return HttpResponseRedirect(reverse("admin:articles_journal_pdf_layout", args=[journal.pk]))


def typeset(journal: Journal, form: PdfLayoutForm) -> tuple[Record, Typeset]:
    """The chosen article in the layout that was typed. Raises TypesettingFailed."""
    article: Article = form.cleaned_data["article"]
    design = msgspec.structs.replace(journal_design(journal), layout=form.layout())
    record = working_record(article)
    return record, made_pdf(record, design)


def preview(request: HttpRequest, journal: Journal, form: PdfLayoutForm) -> dict[str, Any]:
    """The pictures of the first pages, and what differs from the article."""
    if not form.cleaned_data["article"]:
        messages.warning(request, _("Choose an article to see it in this layout."))
        return {}
    try:
        record, made = typeset(journal, form)
    except TypesettingFailed:
        messages.error(request, _("This article is too long to be shown here. Choose another."))
        return {}
    design = msgspec.structs.replace(journal_design(journal), layout=form.layout())
    address = reverse("admin:articles_journal_pdf_layout_picture", args=[journal.pk])
    typed = form.address_part()
    return {
        "pages": made.pages,
        "pictures": [
            f"{address}?{typed}&page={number}" for number in range(min(made.pages, SHOWN_PAGES))
        ],
        "findings": list(typesetting_findings(record, made, design)),
    }
