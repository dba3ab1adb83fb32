"""Keywords from A to Я, and the page of one with its articles."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.models.listing import ListingKey
from articles.page_cache import cached_page
from articles.queries.alphabet import IndexEntry
from articles.queries.keywords import articles_with_keyword, related_keywords
from articles.queries.public_state import site_state
from articles.records.languages import Language

from .alphabetical_list import alphabetical_list
from .article_list import articles_of_issues
from .language_names import reader_language
from .page_layout import render_site_page
from .request_parameters import text_parameter

TERM_LENGTH = 300


class RelatedKeyword(NamedTuple):
    term: str
    article_total: int


@require_safe
@cached_page(site_state)
def keyword_list(request: HttpRequest) -> HttpResponse:
    if term := text_parameter(request, "term", TERM_LENGTH):
        return keyword_detail(request, term)
    context = alphabetical_list(request, ListingKey.Kind.KEYWORD, entry_url)
    return render_site_page(request, "alphabetical_list", {"heading": _("Keywords"), **context})


def keyword_detail(request: HttpRequest, term: str) -> HttpResponse:
    listings, reader = articles_with_keyword(term), reader_language()
    if not listings:
        raise Http404
    context = {
        "term": term,
        "articles": articles_of_issues(listings, reader),
        "related": [
            RelatedKeyword(*related) for related in related_keywords(term, listings, reader)
        ],
    }
    return render_site_page(request, "keyword", context)


def entry_url(entry: IndexEntry, reader: Language) -> str:
    return f"{reverse('keyword_list')}?term={quote(entry.label)}"
