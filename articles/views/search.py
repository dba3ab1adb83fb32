"""The search page: words in any of the three languages, articles in the order that fits best."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.models import Journal
from articles.queries.browse import article_counts_by_section, article_counts_by_year
from articles.queries.record_facts import text_of
from articles.records.languages import Text
from articles.search.filters import Filters
from articles.search.public_search import LONGEST, SearchResults, search
from articles.search.suggestions import Suggestion, suggestions

from .issues import journal_or_404
from .language_names import reader_language
from .page_layout import Pagination, render_page, render_site_page, search_url
from .search_export import MOST_ARTICLES, search_export
from .search_filters import active_filters, filter_group, in_every_language
from .search_form import SearchForm, hint_links, search_form, search_query
from .search_results import search_results


class BrowseLink(NamedTuple):
    """A section or a year, for a reader who has typed no word yet."""

    url: str
    label: Text
    article_total: int


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    return search_response(request, None)


@require_safe
def journal_search(request: HttpRequest, journal: str) -> HttpResponse:
    """The search within one journal, in its layout."""
    return search_response(request, journal_or_404(journal))


def search_response(request: HttpRequest, journal: Journal | None) -> HttpResponse:
    """The form and what it finds: in the journal, or in all of them."""
    reader, form = reader_language(), search_form(request)
    if journal:
        form = form.within_journals(())  # its address says which
    searched = form.within_journals((journal.slug,)) if journal else form
    if format := request.GET.get("format"):
        return search_export(searched, format, reader)
    results = search(form.words, searched.filters, form.page, reader=reader, sort=form.sort)
    facets = [facet for facet in results.facets if not (journal and facet.kind == "journal")]
    context = {
        "form": form,
        "most_signs": LONGEST,
        "results": results,
        "articles": search_results(results.articles, reader),
        "filter_groups": [filter_group(facet) for facet in facets],
        "active_filters": active_filters(form, facets),
        "pagination": pagination(form, results),
        "most_exported": MOST_ARTICLES,
        "corrections": hint_links(form, [results.correction] if results.correction else []),
        "single_words": hint_links(form, results.single_words),
        "sections": [] if form.is_filled else sections(journal),
        "years": [] if form.is_filled else years(journal),
    }
    if journal:
        return render_page(request, "search", context, journal)
    return render_site_page(request, "search", context)


@require_safe
def search_suggestions(request: HttpRequest) -> JsonResponse:
    """Suggestions for an unfinished query: articles, authors, keywords of all journals."""
    return suggestions_response(request, None)


@require_safe
def journal_suggestions(request: HttpRequest, journal: str) -> JsonResponse:
    """Those of one journal."""
    return suggestions_response(request, journal_or_404(journal))


def suggestions_response(request: HttpRequest, journal: Journal | None) -> JsonResponse:
    suggested = suggestions(request.GET.get("q", ""), journal.pk if journal else None)
    answer = [suggestion_json(suggestion, journal) for suggestion in suggested]
    response = JsonResponse({"suggestions": answer})
    response["Cache-Control"] = "public, no-cache"
    return response


def pagination(form: SearchForm, results: SearchResults) -> Pagination:
    """A page after the last one still leads back."""
    has_previous = 1 < form.page <= results.page_count + 1
    return Pagination(
        number=form.page,
        previous_url=form.url(form.page - 1) if has_previous else "",
        next_url=form.url(form.page + 1) if form.page < results.page_count else "",
    )


def sections(journal: Journal | None) -> list[BrowseLink]:
    """Links to the sections that have a title."""
    return [
        BrowseLink(search_query("", Filters(section=(str(section.pk),))), title, count)
        for section, count in article_counts_by_section(journal)
        if (title := text_of(section, "title"))
    ]


def years(journal: Journal | None) -> list[BrowseLink]:
    return [
        BrowseLink(
            search_query("", Filters(year=(str(year),))), in_every_language(str(year)), count
        )
        for year, count in article_counts_by_year(journal)
    ]


KIND_NAMES: dict[str, Callable[[], str]] = {
    "title": lambda: _("Article"),
    "author": lambda: _("Author"),
    "keyword": lambda: _("Keyword"),
}


def suggestion_json(suggestion: Suggestion, journal: Journal | None) -> dict[str, str]:
    return {
        "kind": KIND_NAMES[suggestion.kind](),
        "label": suggestion.label,
        "language": suggestion.language,
        "url": suggestion_url(suggestion, journal),
    }


def suggestion_url(suggestion: Suggestion, journal: Journal | None) -> str:
    """An article, an author's page, a keyword's page, or a search by the name or the keyword."""
    if suggestion.kind == "title":
        return reverse("article_detail", kwargs={"pk": suggestion.article_id})
    if suggestion.kind == "author" and suggestion.author_id:
        return reverse("author_detail", kwargs={"pk": suggestion.author_id})
    key = suggestion.label.casefold()
    if suggestion.kind == "author":
        return f"{search_url(journal)}{search_query('', Filters(author=(key,)))}"
    if journal:
        return f"{search_url(journal)}{search_query('', Filters(keyword=(key,)))}"
    return f"{reverse('keyword_list')}?term={quote(suggestion.label)}"
