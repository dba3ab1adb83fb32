"""The search form: what a reader asks for in the address, and addresses of other searches."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import gettext as _

from articles.search.filters import KINDS, LONGEST, MOST_VALUES, Filters
from articles.search.public_search import LONGEST as LONGEST_QUERY
from articles.search.public_search import Hint
from articles.search.typed_query import SILENT

from .request_parameters import page_number

SORTS = ("newest", "oldest")  # '' is the best match first


class SearchForm(NamedTuple):
    words: str
    filters: Filters
    sort: str
    page: int

    @property
    def is_filled(self) -> bool:
        return bool(self.words or self.filters)

    def within_journals(self, slugs: tuple[str, ...]) -> SearchForm:
        return self._replace(filters=self.filters.with_values("journal", slugs))

    @property
    def parameters(self) -> list[tuple[str, str]]:
        """The fields that the form for another order sends along: all but the sort and the page."""
        return parameters(self.words, self.filters)

    @property
    def url_without_filters(self) -> str:
        return search_query(self.words, Filters(), self.sort)

    @property
    def sort_choices(self) -> list[SortChoice]:
        labels = {
            "": _("Best match first"),
            "newest": _("Newest first"),
            "oldest": _("Oldest first"),
        }
        return [SortChoice(sort, label, sort == self.sort) for sort, label in labels.items()]

    @property
    def export_links(self) -> list[ExportLink]:
        """The addresses of the results as a file."""
        query = search_query(self.words, self.filters, self.sort)
        return [ExportLink(f"{query}&format={name}", name.upper()) for name in ("ris", "csv")]

    def url(self, page: int) -> str:
        return search_query(self.words, self.filters, self.sort, page)

    def url_without(self, kind: str, value: str) -> str:
        """The address of the search without one of its filters."""
        others = [
            other for other in getattr(self.filters, kind) if other.casefold() != value.casefold()
        ]
        return search_query(self.words, self.filters.with_values(kind, tuple(others)), self.sort)


class ExportLink(NamedTuple):
    url: str
    label: str


class SortChoice(NamedTuple):
    value: str
    label: str
    is_current: bool


class HintLink(NamedTuple):
    """A link to other words that have results."""

    url: str
    hint: Hint


def search_form(request: HttpRequest) -> SearchForm:
    """The form as typed: invisible characters are dropped, texts that are too long are cut."""
    sort = request.GET.get("sort", "")
    return SearchForm(
        words=tidy_words(request.GET.get("q", ""), LONGEST_QUERY),
        filters=Filters(**{kind: filter_values(request, kind) for kind in KINDS}),
        sort=sort if sort in SORTS else "",
        page=page_number(request),
    )


def filter_values(request: HttpRequest, kind: str) -> tuple[str, ...]:
    """The values of a filter, each once, in the order of the address."""
    values = (tidy_words(text, LONGEST) for text in request.GET.getlist(kind)[:MOST_VALUES])
    return tuple(dict.fromkeys(filter(None, values)))


def tidy_words(text: str, most: int) -> str:
    return " ".join(SILENT.sub(" ", text[:most]).split())


def search_query(words: str, filters: Filters, sort: str = "", page: int = 1) -> str:
    """`?q=…`: always in the same order and without what is empty, so that the address is one."""
    pairs = parameters(words, filters)
    pairs += [("sort", sort)] if sort else []
    pairs += [("page", str(page))] if page > 1 else []
    return f"?{urlencode(pairs)}"


def parameters(words: str, filters: Filters) -> list[tuple[str, str]]:
    pairs = [(kind, value) for kind in KINDS for value in sorted(getattr(filters, kind))]
    return [("q", words), *pairs] if words else pairs


def hint_links(form: SearchForm, hints: Iterable[Hint]) -> list[HintLink]:
    return [HintLink(search_query(hint.typed, form.filters, form.sort), hint) for hint in hints]
