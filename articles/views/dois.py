"""Where a DOI of this site leads: to the article's page, or to its record in the form asked for."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from articles.models import Article
from articles.queries.released import released_article

from .negotiation import OFFERED, answer, wanted
from .signposts import links
from .words import reader_language


@require_safe
def doi_detail(request: HttpRequest, doi: str) -> HttpResponse:
    pk = Article.objects.public().with_doi(doi).values_list("pk", flat=True).first()
    if pk is None:
        raise Http404
    response = resolve(request, pk)
    patch_vary_headers(response, ("Accept", "Accept-Language", "Cookie"))
    return response


def resolve(request: HttpRequest, pk: int) -> HttpResponse:
    asked = wanted(request)
    if asked.kind == "page":
        return HttpResponseRedirect(f"/{reader_language()}/articles/{pk}/")
    article = released_article(pk)
    if article is None:
        raise Http404
    if article.record.status == "withdrawn":
        return said(410, "The article was withdrawn.")
    response = answer(article.record, asked) if asked.kind else None
    if response is None:
        return said(406, "There is: " + ", ".join(OFFERED))
    response["Link"] = links(article.record)
    return response


def said(status: int, text: str) -> HttpResponse:
    return HttpResponse(f"{text}\n", status=status, content_type="text/plain; charset=utf-8")
