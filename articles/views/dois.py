"""A DOI of this site: redirects to the article's page, or sends the record in another format."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import patch_vary_headers
from django.utils.translation import override
from django.views.decorators.http import require_safe

from articles.models import Article
from articles.queries.released import released_article
from articles.records.languages import LANGUAGES, known_language
from articles.records.record import Record

from .content_negotiation import OFFERED, accepted_form, accepted_language, record_response
from .exports import plain_text
from .signposting import page_link_header


@require_safe
def doi_detail(request: HttpRequest, doi: str) -> HttpResponse:
    """A browser goes to the page; a program gets the record as its `Accept` header asks.

    This is the only address whose record depends on `Accept-Language`; no cookie changes it.
    """
    pk = Article.objects.public().with_doi(doi).values_list("pk", flat=True).first()
    if pk is None:
        raise Http404
    response = doi_response(request, pk)
    patch_vary_headers(response, ("Accept", "Accept-Language"))
    return response


def doi_response(request: HttpRequest, pk: int) -> HttpResponse:
    """410 for a withdrawn article, 406 for a form that is not offered."""
    article = released_article(pk)
    if article is None:
        raise Http404
    record, form = article.record, accepted_form(request)
    if form.kind == "page":
        return with_links(page_redirect(request, pk), record)
    if record.status == "withdrawn":
        return plain_text(410, "The article was withdrawn.")
    response = record_response(record, form, request) if form.kind else None
    if response is None:
        return plain_text(406, "There is: " + ", ".join(OFFERED))
    return with_links(response, record)


def with_links(response: HttpResponse, record: Record) -> HttpResponse:
    response["Link"] = page_link_header(record, record.language)
    return response


def page_redirect(request: HttpRequest, pk: int) -> HttpResponse:
    """To the page in the reader's language, whatever languages the article has."""
    otherwise = known_language(settings.LANGUAGE_CODE)
    with override(accepted_language(request, LANGUAGES, otherwise)):
        return redirect("article_detail", pk=pk)
