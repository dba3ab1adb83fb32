"""Where a DOI of this site leads: to the article's page in the reader's language."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from articles.models import Article

from .words import reader_language


@require_safe
def doi_detail(request: HttpRequest, doi: str) -> HttpResponse:
    article = Article.objects.public().with_doi(doi).values_list("pk", flat=True).first()
    if article is None:
        raise Http404
    response = HttpResponseRedirect(f"/{reader_language()}/articles/{article}/")
    patch_vary_headers(response, ("Accept-Language", "Cookie"))
    return response
