"""Authors from A to Я, and the page of one: names, identifiers, articles and co-authors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.models import Author
from articles.models.listing import ListingKey
from articles.page_cache import cached_page
from articles.queries.alphabet import IndexEntry
from articles.queries.authors import articles_by_author
from articles.queries.public_state import site_state
from articles.records.languages import LANGUAGES, Language, Text, prefer, preferred_language
from articles.records.names import full_name
from articles.records.summary import Person, Summary

from .alphabetical_list import alphabetical_list
from .article_list import articles_of_issues, author_name
from .language_names import in_language, reader_language
from .page_layout import render_site_page

CO_AUTHORS = 20


class CoAuthor(NamedTuple):
    id: int
    name: Text
    article_total: int


class NameInLanguage(NamedTuple):
    """A name or a title beneath the heading, in another language than the heading."""

    language: Language
    label: str
    text: str


@require_safe
@cached_page(site_state)
def author_list(request: HttpRequest) -> HttpResponse:
    context = alphabetical_list(request, ListingKey.Kind.AUTHOR, entry_url)
    return render_site_page(request, "alphabetical_list", {"heading": _("Authors"), **context})


@require_safe
@cached_page(site_state)
def author_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Only of those whom a public article names; a merged person's page leads to the kept one's."""
    listings, reader = articles_by_author(pk), reader_language()
    if not listings:
        return redirect_to_kept(pk)
    author = get_object_or_404(Author, pk=pk)
    names = names_of(author)
    heading_language = preferred_language(names, reader)
    context = {
        "author": author,
        "names": names,
        "plain_name": prefer(names, reader) or author.orcid,
        "other_names": [
            NameInLanguage(code, in_language(code), name)
            for code, name in names.items()
            if code != heading_language
        ],
        "articles": articles_of_issues(listings, reader),
        "co_authors": co_authors(pk, [listing.summary for listing in listings]),
    }
    return render_site_page(request, "author", context)


def redirect_to_kept(pk: int) -> HttpResponse:
    """301 to the person that this one was merged into; raises Http404 if no article is public.

    Browsers ask again each time: the merge may be undone.
    """
    merged = Author.objects.filter(pk=pk, merged_into__listing_keys__isnull=False).first()
    if merged is None:
        raise Http404
    address = reverse("author_detail", kwargs={"pk": merged.merged_into_id})
    response = HttpResponsePermanentRedirect(address)
    response["Cache-Control"] = "no-cache"
    return response


def entry_url(entry: IndexEntry, reader: Language) -> str:
    """The person's page, or a search for who has none."""
    if entry.author_id:
        return reverse("author_detail", kwargs={"pk": entry.author_id})
    return f"{reverse('search')}?{urlencode({'author': entry.key})}"


def names_of(author: Author) -> Text:
    """The full name in each language that has a family name."""
    return {
        code: full_name(name, code) for code in LANGUAGES if (name := author.name_in(code)).family
    }


def co_authors(pk: int, summaries: Iterable[Summary]) -> list[CoAuthor]:
    """The people of these articles who have a page, those of most articles first."""
    people = [person for summary in summaries for person in summary.authors if person.author_id]
    counts = Counter(person.author_id for person in people if person.author_id != pk)
    people_by_id = {person.author_id: person for person in people}
    return [
        CoAuthor(author_id, co_author_name(people_by_id[author_id]), count)
        for author_id, count in counts.most_common(CO_AUTHORS)
        if author_id
    ]


def co_author_name(person: Person) -> Text:
    return author_name(person) or dict.fromkeys(LANGUAGES, f"№ {person.author_id}")
