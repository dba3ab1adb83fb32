"""All links of an article's page, exports and files as a linkset (RFC 9264): Signposting level 2.

The `Link` header of the page names it, and may hold less.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, JsonResponse
from django.utils.encoding import iri_to_uri
from django.views.decorators.http import require_safe

from articles.exports import FORMATS
from articles.page_cache import cached_page
from articles.queries.public_state import article_state
from articles.queries.released import released_article
from articles.records.languages import Language
from articles.records.record import Record
from articles.records.urls import export_url, galley_url, page_url

from ..language_names import reader_language
from ..signposting import (
    LINKSET_TYPE,
    Link,
    article_links,
    export_links,
    galley_links,
    reader_galleys,
)


@require_safe
@cached_page(article_state)
def article_linkset(request: HttpRequest, pk: int) -> JsonResponse:
    article = released_article(pk)
    if article is None:
        raise Http404
    return JsonResponse(linkset(article.record, reader_language()), content_type=LINKSET_TYPE)


def linkset(record: Record, language: Language) -> dict[str, Any]:
    """Return the links of the page in a language, of its exports and of its files."""
    contexts = [(page_url(record, language), article_links(record))]
    if record.status != "withdrawn":
        contexts += [(export_url(record, name), export_links(record)) for name in FORMATS]
        galleys = reader_galleys(record)
        contexts += [(galley_url(record, each), galley_links(record, each)) for each in galleys]
    return {"linkset": [link_context(anchor, links) for anchor, links in contexts]}


def link_context(anchor: str, links: Iterable[Link]) -> dict[str, Any]:
    targets: dict[str, list[dict[str, str]]] = {}
    for link in links:
        kind = {"type": link.media_type} if link.media_type else {}
        target = {"href": iri_to_uri(link.address) or "", **kind}
        targets.setdefault(link.relation, []).append(target)
    return {"anchor": anchor, **targets}
