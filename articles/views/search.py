"""The search page: words in any of the three languages, articles in the order that fits best."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.queries.browse import article_counts_by_section, article_counts_by_year
from articles.queries.record_facts import text_of
from articles.records.html import Shown, marked, shown
from articles.records.languages import Language
from articles.search.filters import KINDS, Filters
from articles.search.query import LONGEST, search
from articles.search.suggesting import Suggestion, suggestions

from .asked import page_asked
from .found import found_entry
from .frame import site_frame
from .part import Items
from .rendering import page
from .search_address import Asked, address, asked_of, facet_boxes, hint_links, removals
from .words import reader_language


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    reader, asked = reader_language(), asked_of(request, page_asked(request))
    results = search(asked.words, asked.filters, asked.page, reader=reader, sort=asked.sort)
    context = {
        "asked": asked,
        "results": results,
        "entries": Items(found_entry(one, reader) for one in results.found),
        "facets": [facet_boxes(facet, reader) for facet in results.facets],
        "removals": removals(asked, results.facets, reader),
        "cleared": asked.address(filters=False),
        "kinds": KINDS,
        "sorts": sorts(asked),
        "pages": pages(asked, results.page_count),
        "meant": hint_links(asked, [results.meant] if results.meant else []),
        "single_words": hint_links(asked, results.words),
        "longest": LONGEST,
        "browse": [] if asked.is_asked else browse(reader),
    }
    return page(site_frame(request), "search", context)


def browse(reader: Language) -> list[tuple[str, list[tuple[str, Shown, int]]]]:
    """Where to go without a word: sections and years, with how many articles each has."""
    by_section = [
        (
            address("", Filters(section=(str(one.pk),))),
            shown(text_of(one, "title"), reader, "kk"),
            n,
        )
        for one, n in article_counts_by_section()
    ]
    by_year = [
        (address("", Filters(year=(str(year),))), Shown(marked(str(year))), n)
        for year, n in article_counts_by_year()
    ]
    named = ((_("Sections"), by_section), (_("Years"), by_year))
    return [
        (heading, [(url, label, n) for url, label, n in links if label])
        for heading, links in named
        if links
    ]


@require_safe
def search_suggestions(request: HttpRequest) -> JsonResponse:
    """What a reader may be about to type: articles, authors, keywords."""
    reader = reader_language()
    found = [shown_suggestion(one, reader) for one in suggestions(request.GET.get("q", ""))]
    response = JsonResponse({"suggestions": found})
    response["Cache-Control"] = "public, max-age=60"
    return response


def shown_suggestion(one: Suggestion, reader: Language) -> dict[str, str]:
    """Where it leads: an article, an author's page, or a search that names it."""
    if one.kind == "title":
        url = f"/{reader}/articles/{one.article_id}/"
    elif one.kind == "author" and one.author_id:
        url = f"/{reader}/authors/{one.author_id}/"
    elif one.kind == "author":
        url = f"/{reader}/search/{address('', Filters(author=(one.label.casefold(),)))}"
    else:
        url = f"/{reader}/keywords/?term={quote(one.label)}"
    return {
        "kind": KIND_NAMES[one.kind](),
        "label": one.label,
        "language": one.language,
        "url": url,
    }


KIND_NAMES: dict[str, Callable[[], str]] = {
    "title": lambda: _("Article"),
    "author": lambda: _("Author"),
    "keyword": lambda: _("Keyword"),
}


def sorts(asked: Asked) -> list[tuple[str, str, bool]]:
    named = (
        ("", _("Best match first")),
        ("newest", _("Newest first")),
        ("oldest", _("Oldest first")),
    )
    return [(value, label, value == asked.sort) for value, label in named]


def pages(asked: Asked, page_count: int) -> list[tuple[str, str]]:
    """Earlier and later: (where to, its word)."""
    links = []
    if 1 < asked.page <= page_count + 1:
        links.append((asked.address(page=asked.page - 1), "earlier"))
    if asked.page < page_count:
        links.append((asked.address(page=asked.page + 1), "later"))
    return links
