"""The page of an article's PDF: made from the record, shown, and accepted as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editing import EditConflict, working_record
from articles.editing.permissions import ChangeNotPermitted
from articles.exports.edition.findings import typesetting_findings
from articles.exports.edition.galleys import (
    accepted_galley,
    has_other_head,
    has_other_text,
    uploaded_galley,
)
from articles.exports.typesetting.compiler import Typeset
from articles.exports.typesetting.typesetter import TypesettingFailed
from articles.models import Article
from articles.models.roles import Action
from articles.publishing.article_pdfs import accept_pdf, made_pdf
from articles.publishing.made_galleys import UploadedGalley, made_name
from articles.queries.pdf_designs import pdf_design

from ..numbers import parse_number
from ..pages import get_article, render_page
from ..permissions import editor_of
from .findings_panel import plain_entries

if TYPE_CHECKING:
    from . import ArticleAdmin

TEMPLATE = "admin/articles/article/pdf.html"
TOO_LONG = gettext_lazy("The article is too long to create a PDF here. Upload a PDF of your own.")


def pdf_view(admin: ArticleAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """GET: what PDF the article has. POST: makes the PDF and shows it, or accepts it as a file."""
    article = get_article(request, pk, Action.EDIT)
    if request.method == "POST" and "accept" in request.POST:
        return accept(request, article)
    made = make(request, article) if request.method == "POST" else None
    return page(admin, request, article, made)


def pdf_file_view(admin: ArticleAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """The PDF, as a response that the browser shows."""
    record = working_record(get_article(request, pk, Action.VIEW))
    try:
        made = made_pdf(record, pdf_design(record))
        name = made_name(record, "pdf")
        response = HttpResponse(made.pdf, content_type="application/pdf")
    except TypesettingFailed:
        response = HttpResponse(TOO_LONG, status=503, content_type="text/plain; charset=utf-8")
    else:
        response["Content-Disposition"] = f'inline; filename="{name}"'
    return response


def make(request: HttpRequest, article: Article) -> Typeset | None:
    record = working_record(article)
    try:
        return made_pdf(record, pdf_design(record))
    except TypesettingFailed:
        messages.error(request, TOO_LONG)
        return None


def accept(request: HttpRequest, article: Article) -> HttpResponse:
    """Saves the PDF that the editor saw; one of a text changed since is shown anew first."""
    here = HttpResponseRedirect(request.path)
    if parse_number(request.POST["accept"]) != article.version:
        messages.warning(request, _("The article was changed since. Make the PDF again."))
        return here
    try:
        accept_pdf(article, version=article.version, editor=editor_of(request))
    except (UploadedGalley, EditConflict, ChangeNotPermitted) as error:
        messages.error(request, str(error))
        return here
    except TypesettingFailed:
        messages.error(request, TOO_LONG)
        return here
    messages.success(request, _("The PDF is now a file of the article."))
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))


def page(
    admin: ArticleAdmin, request: HttpRequest, article: Article, made: Typeset | None
) -> HttpResponse:
    record = working_record(article)
    design = pdf_design(record)
    uploaded = uploaded_galley(record, "pdf")
    found = list(typesetting_findings(record, made, design)) if made else []
    context: dict[str, Any] = {
        "article": article,
        "accepted": accepted_galley(record, "pdf"),
        "uploaded": uploaded,
        "has_other_text": has_other_text(record, "pdf"),
        "has_other_head": has_other_head(record, design),
        "made": made,
        "entries": plain_entries(found),
        "may_accept": uploaded is None,
    }
    return render_page(admin, request, TEMPLATE, _("PDF of the article"), **context)
