"""An author's page: names, identifiers, articles and co-authors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.models import Author
from articles.queries.journals import first_mastheads
from articles.queries.listings import Listed, articles_by
from articles.queries.prepared import Prepared
from articles.records.html import Shown, marked, shown
from articles.records.identifiers import orcid_url
from articles.records.languages import LANGUAGES, Language, preferred
from articles.records.names import NO_BREAK, Name, family_first, full
from articles.records.summary import Person

from .alphabet import author_page
from .answer import made_of, page
from .entries import listed
from .frame import Frame, frame_of, only_journal
from .words import before_title

PARTS = ("family_name", "given_name", "patronymic")
COLUMNS = (
    *("id", "orcid", "spin", "scopus_id", "researcher_id"),
    *(f"{part}_{code}" for part in PARTS for code in LANGUAGES),
)
_author = Prepared(COLUMNS, lambda pk: Author.objects.filter(pk=pk), -1)


@require_safe
def author_list(request: HttpRequest) -> HttpResponse:
    return author_page(request)


@require_safe
def author_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Only of those whom a public article names."""
    articles = articles_by(pk)
    author = _author.row(pk) if articles else None
    if author is None:
        raise Http404
    journals = first_mastheads()
    facts = ([one.row for one in journals], author, articles.rows)
    return made_of(
        facts,
        request,
        lambda etag: author_shown(
            frame_of(request, only_journal(journals)), author, articles, etag
        ),
    )


def author_shown(frame: Frame, author: Any, articles: Sequence[Listed], etag: str) -> HttpResponse:
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
        "together": together(author.id, articles, reader),
    }
    return page(frame, "author", context, etag)


def name_in(author: object, code: Language) -> Name:
    return Name(*(getattr(author, f"{part}_{code}") or "" for part in PARTS))


def together(pk: int, articles: Sequence[Listed], reader: Language) -> list[tuple[str, Shown, int]]:
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
