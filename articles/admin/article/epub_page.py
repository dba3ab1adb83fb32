"""The page of an article's EPUB: made from the record, downloaded, and accepted as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.editing import EditConflict, working_record
from articles.editing.permissions import ChangeNotPermitted
from articles.exports.edition.galleys import accepted_galley, has_other_text, uploaded_galley
from articles.exports.epub.container import MEDIA_TYPE
from articles.exports.epub.findings import epub_findings
from articles.models import Article
from articles.models.roles import Action
from articles.publishing.epubs import accept_epub, made_epub
from articles.publishing.made_galleys import UploadedGalley, made_name

from ..numbers import parse_number
from ..pages import get_article, render_page
from ..permissions import editor_of
from .findings_panel import plain_entries

if TYPE_CHECKING:
    from . import ArticleAdmin

TEMPLATE = "admin/articles/article/epub.html"


def epub_view(admin: ArticleAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """GET: what differs in the EPUB. POST: accepts it as a file of the article."""
    article = get_article(request, pk, Action.EDIT)
    if request.method == "POST":
        return accept(request, article)
    record = working_record(article)
    made = made_epub(record)
    return render_page(
        admin,
        request,
        TEMPLATE,
        _("EPUB of the article"),
        article=article,
        accepted=accepted_galley(record, "epub"),
        uploaded=uploaded_galley(record, "epub"),
        is_stale=has_other_text(record, "epub"),
        size=len(made.content),
        entries=plain_entries(list(epub_findings([record], made))),
    )


def epub_file_view(admin: ArticleAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """The EPUB as a download."""
    record = working_record(get_article(request, pk, Action.VIEW))
    return epub_response(made_epub(record).content, made_name(record, "epub"))


def epub_response(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=MEDIA_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def accept(request: HttpRequest, article: Article) -> HttpResponse:
    """Saves the EPUB; one of a text changed since is shown anew first."""
    here = HttpResponseRedirect(request.path)
    if parse_number(request.POST.get("accept", "")) != article.version:
        messages.warning(request, _("The article was changed since. Look at the EPUB again."))
        return here
    try:
        accept_epub(article, version=article.version, editor=editor_of(request))
    except (UploadedGalley, EditConflict, ChangeNotPermitted) as error:
        messages.error(request, str(error))
        return here
    messages.success(request, _("The EPUB is now a file of the article."))
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))
