"""An author's page: names, identifiers, articles and co-authors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.models import Author, Listing
from articles.page_cache import cached_page
from articles.queries.authors import articles_by_author
from articles.queries.public_state import site_state
from articles.records.html import Shown, marked, shown
from articles.records.identifiers import orcid_url
from articles.records.languages import LANGUAGES, Language, preferred
from articles.records.names import NO_BREAK, Name, family_first, full
from articles.records.summary import Person

from .alphabet import author_page
from .entries import listed
from .frame import site_frame
from .rendering import page
from .words import before_title

PARTS = ("family_name", "given_name", "patronymic")


@require_safe
@cached_page(site_state)
def author_list(request: HttpRequest) -> HttpResponse:
    return author_page(request)


@require_safe
@cached_page(site_state)
def author_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Only of those whom a public article names."""
    articles = articles_by_author(pk)
    author = Author.objects.filter(pk=pk).first() if articles else None
    if author is None:
        raise Http404
    frame = site_frame(request)
    reader = frame.language
    names = {code: name for code in LANGUAGES if (name := name_in(author, code)).family}
    texts = {code: full(name, code) for code, name in names.items()}
    top = preferred(texts, reader)
    context = {
        "author": author,
        "name": shown(texts, reader, reader),
        "plain_name": texts[top] if top else author.orcid,
        "names": [(code, before_title(code), texts[code]) for code in texts if code != top],
        "orcid_url": orcid_url(author.orcid) if author.orcid else "",
        "entries": listed(articles, reader),
        "together": together(author.pk, articles, reader),
    }
    return page(frame, "author", context)


def name_in(author: object, code: Language) -> Name:
    return Name(*(getattr(author, f"{part}_{code}") or "" for part in PARTS))


def together(
    pk: int, articles: Sequence[Listing], reader: Language
) -> list[tuple[str, Shown, int]]:
    """The people of these articles who have a page, those of most articles first."""
    others = [one for each in articles for one in each.summary.authors if one.author_id]
    counts = Counter(one.author_id for one in others if one.author_id != pk)
    named = {one.author_id: one for one in others}
    return [
        (f"/{reader}/authors/{key}/", person(named[key], reader), count)
        for key, count in counts.most_common(20)
    ]


def person(one: Person, reader: Language) -> Shown:
    names = {code: family_first(name, NO_BREAK, NO_BREAK) for code, name in one.names.items()}
    return shown(names or one.collective, reader, "en") or Shown(marked(f"№ {one.author_id}"))
