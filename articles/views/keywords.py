"""A keyword with its articles, or the list of keywords in the language of the page."""

from __future__ import annotations

from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.page_cache import cached_page
from articles.queries.keywords import articles_with_keyword, related_keywords
from articles.queries.public_state import site_state

from .alphabet import keyword_page
from .asked import line_asked
from .entries import listed
from .frame import site_frame
from .rendering import page
from .words import reader_language

TERM_LENGTH = 300


@require_safe
@cached_page(site_state)
def keyword_list(request: HttpRequest) -> HttpResponse:
    if term := line_asked(request, "term", TERM_LENGTH):
        return keyword_detail(request, term)
    return keyword_page(request)


def keyword_detail(request: HttpRequest, term: str) -> HttpResponse:
    articles, reader = articles_with_keyword(term), reader_language()
    if not articles:
        raise Http404
    beside = related_keywords(term, articles, reader)
    context = {
        "term": term,
        "entries": listed(articles, reader),
        "beside": [(other, address(other), count) for other, count in beside],
        "search_url": f"/{reader}/search/?q={quote(term)}",
    }
    return page(site_frame(request), "keyword", context)


def address(term: str) -> str:
    return f"/{reader_language()}/keywords/?term={quote(term)}"
