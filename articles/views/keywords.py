"""A keyword with its articles, or the list of keywords in the language of the page."""

from __future__ import annotations

from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.models.keywords import keywords_beside, keywords_in
from articles.models.lists import articles_about

from .answer import page
from .asked import line_asked, page_asked
from .entries import listed
from .frame import site_frame
from .words import reader_language

TERMS = 500  # on a page of the list
TERM_LENGTH = 300


@require_safe
def keyword_list(request: HttpRequest) -> HttpResponse:
    if term := line_asked(request, "term", TERM_LENGTH):
        return keyword_detail(request, term)
    number, reader = page_asked(request), reader_language()
    terms = keywords_in(reader, (number - 1) * TERMS, TERMS + 1)
    if number > 1 and not terms:
        raise Http404
    context = {
        "terms": [(term, address(term), count) for term, count in terms[:TERMS]],
        "number": number,
        "has_more": len(terms) > TERMS,
    }
    return page(site_frame(request), "keywords", context)


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
