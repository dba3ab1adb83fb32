"""Papers of an article for its authors: certificates and the reprint, as PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.editing import working_record
from articles.exports.papers.certificate import NotCertified, certificate, is_certified, name_in
from articles.exports.papers.reprint import PdfRefused
from articles.exports.typesetting.typesetter import TypesettingFailed
from articles.models.roles import Action
from articles.publishing.papers import NoPdf, article_reprint
from articles.records.languages import LANGUAGES, Language
from articles.records.record import Authorship, Record

from ..numbers import parse_number
from ..pages import get_article, render_page

if TYPE_CHECKING:
    from . import ArticleAdmin

TEMPLATE = "admin/articles/article/papers.html"


def papers_view(admin: ArticleAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """What papers can be made, with a choice of the author and the languages."""
    article = get_article(request, pk, Action.EDIT)
    record = working_record(article)
    return render_page(
        admin,
        request,
        TEMPLATE,
        _("Papers for the authors"),
        article=article,
        is_certified=is_certified(record),
        is_public=article.is_public,
        authors=[name_in(author, record, record.language) for author in record.authors],
    )


def certificate_view(admin: ArticleAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """The certificate as PDF; what cannot be certified gives a message."""
    record = working_record(get_article(request, pk, Action.EDIT))
    codes = languages(request.GET.get("language", ""))
    try:
        made = certificate(record, timezone.localdate(), codes, author(request, record))
    except NotCertified:
        message = _("A certificate needs a published article, or a day of acceptance.")
        return refused(request, pk, message)
    except TypesettingFailed:
        return refused(request, pk, _("The certificate cannot be typeset: a text is too long."))
    return pdf_response(made.pdf, f"certificate-{pk}.pdf")


def reprint_view(admin: ArticleAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """The reprint as PDF; an article without a readable PDF gives a message."""
    record = working_record(get_article(request, pk, Action.EDIT))
    try:
        content = article_reprint(record)
    except NoPdf:
        message = _("The article has no PDF in its language. Upload one, or make it from the text.")
        return refused(request, pk, message)
    except PdfRefused:
        message = _("The PDF of the article is damaged, protected or too large. Replace the file.")
        return refused(request, pk, message)
    except TypesettingFailed:
        return refused(request, pk, _("The title page cannot be typeset: a text is too long."))
    return pdf_response(content, f"reprint-{pk}.pdf")


def languages(code: str) -> tuple[Language, ...]:
    """The language that was chosen; all three for any other word."""
    return tuple(each for each in LANGUAGES if each == code) or LANGUAGES


def author(request: HttpRequest, record: Record) -> Authorship | None:
    """The author that was chosen by the place in the byline, from 1."""
    place = parse_number(request.GET.get("author", "")) or 0
    return record.authors[place - 1] if 0 < place <= len(record.authors) else None


def refused(request: HttpRequest, pk: int, message: str) -> HttpResponse:
    messages.error(request, message)
    return HttpResponseRedirect(reverse("admin:articles_article_papers", args=[pk]))


def pdf_response(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return response
