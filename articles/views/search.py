"""The search page: words in any of the three languages, articles in the order that fits best."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.models.lists import articles_among
from articles.search.query import HITS, found_articles

from .answer import page
from .asked import line_asked, page_asked
from .entries import listed
from .frame import site_frame
from .words import reader_language

WORDS_LENGTH = 300  # characters of a question that are read
ENTRIES = 20


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    words, number = line_asked(request, "q", WORDS_LENGTH), page_asked(request)
    reader, keys = reader_language(), found_articles(words)
    start = (number - 1) * ENTRIES
    articles = articles_among(keys[start : start + ENTRIES]) if keys else []
    context = {
        "words": words,
        "count": len(keys),
        "is_capped": len(keys) == HITS,
        "entries": listed(articles, reader),
        "number": number,
        "earlier": query(words, number - 1) if number > 1 else "",
        "later": query(words, number + 1) if start + ENTRIES < len(keys) else "",
    }
    return page(site_frame(request), "search", context)


def query(words: str, number: int) -> str:
    return "?" + urlencode({"q": words, "page": number})
