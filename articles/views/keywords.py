"""A keyword with its articles, or the list of keywords in the language of the page."""

from __future__ import annotations

from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.queries.keywords import keywords_beside
from articles.queries.listings import articles_about

from .alphabet import keyword_page
from .answer import page
from .asked import line_asked
from .entries import listed
from .frame import site_frame
from .words import reader_language

TERM_LENGTH = 300


@require_safe
def keyword_list(request: HttpRequest) -> HttpResponse:
    if term := line_asked(request, "term", TERM_LENGTH):
        return keyword_detail(request, term)
    return keyword_page(request)


def keyword_detail(request: HttpRequest, term: str) -> HttpResponse:
    articles, reader = articles_about(term), reader_language()
    if not articles:
        raise Http404
    beside = keywords_beside(term, [one.summary.id for one in articles], reader)
    context = {
        "term": term,
        "entries": listed(articles, reader),
        "beside": [(other, address(other), count) for other, count in beside],
        "search_url": f"/{reader}/search/?q={quote(term)}",
    }
    return page(site_frame(request), "keyword", context)


def address(term: str) -> str:
    return f"/{reader_language()}/keywords/?term={quote(term)}"
